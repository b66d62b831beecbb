/// (log(1 + p) − log(1 + y))².
enum MeanSquaredLogarithmicError: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let distance = logRatio(raised(y, options), raised(p, options))
    return distance * distance
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    if options.epsilon > 0 && p < options.epsilon { return 0 }
    if p == .infinity { return y < p ? 0 : .nan }
    return 2 * logRatio(raised(y, options), p) / (1 + p)
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let distance = try raised(p, options).log1p() - raised(y, options).log1p()
    return try distance * distance
  }

  /// log((1 + p) / (1 + y)). The difference of the two logarithms would cancel near equality, and for large
  /// numbers.
  private static func logRatio(_ y: Double, _ p: Double) -> Double {
    guard y >= -1 && p >= -1 else { return .nan }
    return p >= y ? growth(from: y, to: p) : -growth(from: p, to: y)
  }

  /// log1p of (high − low) / (1 + low), with what the three roundings lost given back to first order.
  private static func growth(from low: Double, to high: Double) -> Double {
    let (difference, base) = (high - low, 1 + low)
    let ratio = difference / base
    guard ratio.isFinite else { return Libm.log1p(high) - Libm.log1p(low) }
    let lost = Rounding.errorOfSum(high, -low) - ratio * Rounding.errorOfSum(1, low)
    let remainder = difference.addingProduct(-ratio, base) + lost
    return Libm.log1p(ratio) + remainder / base / (1 + ratio)
  }

  private static func raised(_ x: Double, _ options: LossOptions) -> Double {
    options.epsilon > 0 && x < options.epsilon ? options.epsilon : x
  }

  private static func raised(_ x: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    options.epsilon > 0 ? try .maximum(x, Traced(options.epsilon)) : x
  }

  static let entry = Loss(
    name: "msle",
    title: "Mean squared logarithmic error",
    aliases: ["mean_squared_logarithmic_error", "MSLE"],
    summary: "The mean squared error of log(1 + y): it compares ratios, not differences.",
    use:
      "Regression of positive targets that spread over several sizes, such as prices or counts, when being "
      + "wrong by a factor matters more than being wrong by an amount.",
    formula: "(log(1 + y_pred) - log(1 + y_true))^2",
    latex: #"(\log(1 + \hat{y}) - \log(1 + y))^2"#,
    gradient: "2 * (log(1 + y_pred) - log(1 + y_true)) / (1 + y_pred)",
    inputs: .pair(.aboveMinusOne, .aboveMinusOne),
    numbers: [LossNumber(.epsilon, 0, .belowHalf)],
    example: "msle([3, 5, 2.5, 7], [2.5, 5, 4, 8])",
    pitfalls: [
      "Below -1 the logarithm has no value. Keras quietly replaces everything negative by 1e-7, which "
        + "throws the sign away; epsilon=1e-7 does the same here.",
      "Standardised targets are half negative: do not use msle on them.",
      "A prediction too low costs more than one too high by the same amount.",
    ],
    keras: "MeanSquaredLogarithmicError, \"msle\"; clips both arguments from below at 1e-7",
    torch: "none; mse_loss(log1p(p), log1p(y))",
    seeAlso: ["mse", "mae"],
    term: "(log(1 + {p}) - log(1 + {y}))^2",
    body: .elementwise(Self.self))
}
