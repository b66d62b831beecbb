/// log(1 + exp(−y p)).
enum SoftMargin: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double { Stable.softplus(-(y * p)) }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    0 - y * Stable.sigmoid(-(y * p))
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    try (y * p).negated().softplus()
  }

  static let entry = Loss(
    name: "soft_margin",
    title: "Soft margin loss",
    aliases: ["soft_margin_loss", "logistic_loss"],
    summary: "The hinge with its corner rounded off: it falls towards 0 and never stops asking for more.",
    use: "Yes-or-no classification with labels -1 and +1 and a linear output.",
    formula: "log(1 + exp(-y_true * y_pred))",
    latex: #"\log\bigl(1 + e^{-y\,\hat{y}}\bigr)"#,
    gradient: "-y_true * sigmoid(-y_true * y_pred)",
    inputs: .pair(.plusMinusOne, .real),
    example: "soft_margin([1, -1, 1], [0.8, -0.5, -0.3])",
    pitfalls: [
      "It is bce from logits with the labels -1 and +1 in place of 0 and 1.",
      "With a label of 0 it is log(2) whatever is predicted.",
    ],
    keras: "none; BinaryCrossentropy(from_logits=True) with labels 0 and 1",
    torch: "torch.nn.SoftMarginLoss; prediction first",
    seeAlso: ["bce", "hinge"],
    term: "log(1 + exp(-{y} * {p}))",
    body: .elementwise(Self.self))
}
