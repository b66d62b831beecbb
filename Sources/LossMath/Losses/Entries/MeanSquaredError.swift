/// (p − y)².
enum MeanSquaredError: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double { (p - y) * (p - y) }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double { 2 * (p - y) }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    try (p - y) * (p - y)
  }

  static let entry = Loss(
    name: "mse",
    title: "Mean squared error",
    aliases: ["mean_squared_error", "MSE", "l2_loss"],
    summary: "The average of the squared distances between prediction and target.",
    use:
      "The default for regression with a linear output. It is what maximum likelihood asks for when the "
      + "errors are Gaussian.",
    formula: "(y_pred - y_true)^2",
    latex: #"(\hat{y} - y)^2"#,
    gradient: "2 * (y_pred - y_true)",
    inputs: .pair(.real, .real),
    example: "mse([3, -0.5, 2, 7], [2.5, 0, 2, 8])",
    pitfalls: [
      "One outlier counts with its square: an error of 10 weighs as much as a hundred errors of 1. See mae.",
      "Its unit is the target's unit squared; take sqrt(mse(y, p)) to compare with the target.",
      "On the output of a sigmoid its gradient vanishes where the model is confidently wrong. See bce.",
    ],
    keras: "MeanSquaredError, \"mse\"",
    torch: "torch.nn.MSELoss",
    seeAlso: ["mae", "msle"],
    term: "({p} - {y})^2",
    body: .elementwise(Self.self))
}
