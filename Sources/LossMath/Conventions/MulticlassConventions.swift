extension Convention {
  static func categorical(
    _ loss: Loss, _ exact: Double, keras: Double, _ y: Tensor, _ p: Tensor
  ) throws(MathError) -> [Convention] {
    let isSparse = loss.name == "sparse_cce"
    let labels = isSparse ? try oneHot(y, classes: p.rowsAndColumns.columns).elements : y.elements
    let rows = Double(p.rowsAndColumns.rows)
    func rowMean(_ term: (_ y: Double, _ p: Double) -> Double) -> Double {
      Summation.sum(count: p.count) { term(labels[$0], p.elements[$0]) } / rows
    }
    let machine = Double.ulpOfOne
    let clipped = rowMean { y, p in -y * Libm.log(min(max(p, machine), 1 - machine)) }
    let added = rowMean { y, p in -y * Libm.log(1e-15 + p) }
    let twice = try mean(loss, y, p, fromLogits: true)
    let name = isSparse ? "sparse_categorical_crossentropy" : "categorical_crossentropy"
    return [
      Convention(.exact, isSparse ? "-mean(log(p[label]))" : "-mean(sum(y*log(p)))", exact),
      Convention(
        .keras, "\(name)(y_true, y_pred)", keras,
        isSparse
          ? "clipped into [1e-7, 1 - 1e-7], then each row is divided by its sum"
          : "each row is divided by its sum, then clipped into [1e-7, 1 - 1e-7]"),
      Convention(
        .torch, "cross_entropy(y_pred, y_true)", twice,
        "takes logits: on probabilities it is a softmax twice; nll_loss(log(p), label) is the exact one"),
      Convention(
        .optax,
        isSparse
          ? "softmax_cross_entropy_with_integer_labels(log(p), y_true)"
          : "softmax_cross_entropy(log(p), y_true)",
        exact.isFinite ? exact : nil, "takes logits only; log(p) are logits of p"),
      Convention(.sklearn, "log_loss(y_true, y_pred)", clipped, "p is clipped at 2.2e-16"),
      isSparse
        ? Convention(.tutorial, "Keras's", keras, "as Keras")
        : Convention(
          .tutorial, "categorical_cross_entropy(actual, predicted)", added, "adds 1e-15 inside the logarithm"),
    ]
  }

  static func divergence(_ exact: Double, keras: Double, _ p: Tensor) -> [Convention] {
    let columns = Double(p.rowsAndColumns.columns)
    return [
      Convention(.exact, "mean(sum(y*log(y/p)))", exact),
      Convention(.keras, "kl_divergence(y_true, y_pred)", keras, "both are clipped into [1e-7, 1]"),
      Convention(
        .torch, "kl_div(log(y_pred), y_true)", exact / columns,
        "takes log-probabilities, prediction first; divides by all elements unless reduction=\"batchmean\""),
      Convention(
        .optax, "kl_divergence(log(y_pred), y_true).mean()", exact,
        "takes log-probabilities, prediction first"),
      Convention(.sklearn, "none", nil, "no such loss; scipy.stats.entropy(y_true, y_pred) is one row"),
      Convention(.tutorial, "Keras's", keras, "both are clipped into [1e-7, 1]"),
    ]
  }
}
