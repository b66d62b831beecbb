extension Convention {
  static func squaredError(_ exact: Double) -> [Convention] {
    [
      Convention(.exact, "mean((y_pred - y_true)^2)", exact),
      Convention(.keras, "mean_squared_error(y_true, y_pred)", exact),
      Convention(.torch, "mse_loss(y_pred, y_true)", exact, "the prediction comes first"),
      Convention(
        .optax, "l2_loss(y_pred, y_true).mean()", exact / 2, "half the square; squared_error is the whole one"
      ),
      Convention(.sklearn, "mean_squared_error(y_true, y_pred)", exact),
      Convention(.tutorial, "mean_squared_error(actual, predicted)", exact),
    ]
  }

  static func absoluteError(_ exact: Double) -> [Convention] {
    [
      Convention(.exact, "mean(|y_pred - y_true|)", exact),
      Convention(.keras, "mean_absolute_error(y_true, y_pred)", exact),
      Convention(.torch, "l1_loss(y_pred, y_true)", exact, "the prediction comes first"),
      Convention(.optax, "abs(y_pred - y_true).mean()", exact, "no function of its own"),
      Convention(.sklearn, "mean_absolute_error(y_true, y_pred)", exact),
      Convention(.tutorial, "Keras's", exact),
    ]
  }

  static func logarithmicError(_ exact: Double, keras: Double, _ y: Tensor, _ p: Tensor) -> [Convention] {
    let refused = (y.elements + p.elements).contains { $0 <= -1 }
    let clipped = "everything below 1e-7 is replaced by 1e-7, negative numbers too"
    return [
      Convention(.exact, "mean((log(1 + y_pred) - log(1 + y_true))^2)", exact),
      Convention(.keras, "mean_squared_logarithmic_error(y_true, y_pred)", keras, clipped),
      Convention(.torch, "mse_loss(log1p(y_pred), log1p(y_true))", exact, "no function of its own"),
      Convention(.optax, "none", nil, "no such loss"),
      Convention(
        .sklearn, "mean_squared_log_error(y_true, y_pred)", refused ? nil : exact,
        refused ? "refuses numbers of -1 or less" : ""),
      Convention(.tutorial, "Keras's", keras, clipped),
    ]
  }
}
