/// max(0, 1 − y p)².
enum SquaredHinge: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let margin = Hinge.value(y, p, options)
    return margin * margin
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let margin = Hinge.value(y, p, options)
    return 0 - 2 * y * margin
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let margin = try Hinge.expression(y, p, options)
    return try margin * margin
  }

  static let entry = Loss(
    name: "squared_hinge",
    title: "Squared hinge loss",
    aliases: ["squared_hinge_loss"],
    summary: "The hinge loss squared: smooth at the margin, and harder on predictions far on the wrong side.",
    use: "Where hinge is right but a smooth loss trains better.",
    formula: "max(0, 1 - y_true * y_pred)^2",
    latex: #"\max(0,\ 1 - y\,\hat{y})^2"#,
    gradient: "-2 * y_true * max(0, 1 - y_true * y_pred)",
    inputs: .pair(.plusMinusOne, .score),
    example: "squared_hinge([1, -1, 1], [0.8, -0.5, -0.3])",
    pitfalls: [
      "Labels are -1 and +1; write 2*y - 1 for labels 0 and 1.",
      "A single prediction far on the wrong side counts with its square, so outliers weigh more than with "
        + "hinge.",
    ],
    keras: "SquaredHinge, \"squared_hinge\"; converts 0/1 labels",
    torch: "none; MultiMarginLoss(p=2) is the nearest",
    seeAlso: ["hinge", "bce"],
    term: "max(0, 1 - {y} * {p})^2",
    body: .elementwise(Self.self))
}
