/// |p − y|.
enum MeanAbsoluteError: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double { abs(p - y) }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double { Stable.sign(p - y) }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    try (p - y).abs()
  }

  static let entry = Loss(
    name: "mae",
    title: "Mean absolute error",
    aliases: ["mean_absolute_error", "MAE", "l1_loss"],
    summary: "The average of the distances between prediction and target.",
    use:
      "Regression where some targets are outliers. It is what maximum likelihood asks for when the errors "
      + "follow a Laplace distribution.",
    formula: "|y_pred - y_true|",
    latex: #"|\hat{y} - y|"#,
    gradient: "sign(y_pred - y_true); 0 where they are equal",
    inputs: .pair(.real, .real),
    example: "mae([3, -0.5, 2, 7], [2.5, 0, 2, 8])",
    pitfalls: [
      "The gradient is as large near the target as far from it, so a fixed learning rate keeps stepping "
        + "over the minimum.",
      "The best constant prediction is the median of the targets, where mse's is the mean.",
    ],
    keras: "MeanAbsoluteError, \"mae\"",
    torch: "torch.nn.L1Loss",
    seeAlso: ["mse", "msle"],
    term: "|{p} - {y}|",
    body: .elementwise(Self.self))
}
