/// q(y − p) where the prediction is too low, (1 − q)(p − y) where it is too high.
enum Quantile: ElementwiseLoss {
  static let median = 0.5

  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let (d, q) = (p - y, options.quantile ?? median)
    return d > 0 ? (1 - q) * d : 0 - q * d
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let (d, q) = (p - y, options.quantile ?? median)
    return d > 0 ? 1 - q : d < 0 ? -q : d == 0 ? 0 : .nan
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let q = options.quantile ?? median
    let d = try p - y
    return try Traced(1 - q) * d.relu() + Traced(q) * d.negated().relu()
  }

  static let entry = Loss(
    name: "quantile",
    title: "Quantile loss",
    aliases: ["pinball", "pinball_loss", "quantile_loss"],
    summary:
      "Absolute error that weighs too low and too high differently, so that its best answer is a quantile.",
    use:
      "Regression of a bound instead of a middle: quantile=0.9 trains predictions that nine targets in ten "
      + "stay below. Two of them make an interval.",
    formula: "quantile * (y_true - y_pred) where y_pred is too low, (1 - quantile) * (y_pred - y_true) else",
    latex: #"\max\bigl(q\,(y - \hat{y}),\ (q - 1)\,(y - \hat{y})\bigr)"#,
    gradient: "-quantile where y_pred is too low, 1 - quantile where it is too high, 0 where they are equal",
    inputs: .pair(.real, .real),
    numbers: [LossNumber(.quantile, median, .insideUnit)],
    example: "quantile([3, 5, 2], [4, 4, 2], quantile=0.9)",
    pitfalls: [
      "quantile=0.5 is half of mae, not mae.",
      "quantile=0.9 punishes predictions that are too low, so it trains high ones; the other way round is a "
        + "common slip.",
      "Two quantiles trained apart may cross.",
    ],
    keras: "none",
    torch: "none; scikit-learn has mean_pinball_loss(alpha=0.5)",
    seeAlso: ["mae", "huber"],
    term: "max(q * ({y} - {p}), (q - 1) * ({y} - {p}))",
    body: .elementwise(Self.self))
}
