/// 100 |p − y| / |y|.
enum MeanAbsolutePercentageError: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    abs(p - y) / size(y, options) * 100
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    Stable.sign(p - y) * 100 / size(y, options)
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let size = try options.epsilon > 0 ? Traced.maximum(y.abs(), Traced(options.epsilon)) : y.abs()
    return try (p - y).abs() / size * Traced(100)
  }

  private static func size(_ y: Double, _ options: LossOptions) -> Double {
    abs(y) < options.epsilon ? options.epsilon : abs(y)
  }

  static let entry = Loss(
    name: "mape",
    title: "Mean absolute percentage error",
    aliases: ["mean_absolute_percentage_error", "MAPE"],
    summary: "The average distance between prediction and target, in per cent of the target.",
    use: "Reporting errors of positive targets of different sizes in words that everybody understands.",
    formula: "100 * |y_pred - y_true| / |y_true|",
    latex: #"100\,\frac{|\hat{y} - y|}{|y|}"#,
    gradient: "100 * sign(y_pred - y_true) / |y_true|; 0 where they are equal",
    inputs: .pair(.real, .real),
    numbers: [LossNumber(.epsilon, 0, .notNegative)],
    example: "mape([100, 50, 10], [110, 45, 12])",
    pitfalls: [
      "A target of 0 makes it infinite, and targets near 0 drown all others. Keras replaces |y_true| below "
        + "1e-7 by 1e-7; epsilon=1e-7 does so here.",
      "Too low a prediction costs at most 100, too high a one any amount: trained on it, a model predicts too "
        + "low.",
      "The result is in per cent: 12.5 means 12.5 %.",
    ],
    keras: "MeanAbsolutePercentageError, \"mape\"; divides by max(|y_true|, 1e-7)",
    torch: "none",
    seeAlso: ["mae", "msle"],
    term: "100 * |{p} - {y}| / |{y}|",
    body: .elementwise(Self.self))
}
