/// max(0, 1 − y p).
enum Hinge: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let margin = 1 - y * p
    return margin < 0 ? 0 : margin
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let agreement = y * p
    return agreement < 1 ? 0 - y : agreement.isNaN ? .nan : 0
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    try (Traced(1) - y * p).relu()
  }

  static let entry = Loss(
    name: "hinge",
    title: "Hinge loss",
    aliases: ["hinge_loss"],
    summary:
      "How far the prediction is from the right side of the margin: zero once y_true * y_pred reaches 1.",
    use:
      "Yes-or-no classification where only the decision counts and no probability is needed; the loss of "
      + "support vector machines. Labels are -1 and +1, the output is tanh or linear.",
    formula: "max(0, 1 - y_true * y_pred)",
    latex: #"\max(0,\ 1 - y\,\hat{y})"#,
    gradient: "-y_true where y_true * y_pred < 1, else 0 (0 at the kink too)",
    inputs: .pair(.plusMinusOne, .score),
    example: "hinge([1, -1, 1], [0.8, -0.5, -0.3])",
    pitfalls: [
      "Labels are -1 and +1. With a label of 0 the loss is 1 whatever is predicted and nothing is learnt; "
        + "write 2*y - 1.",
      "Keras turns labels 0 and 1 into -1 and +1 in silence; PyTorch has no plain hinge loss.",
      "Read the class off the sign of the output, not by rounding it and not at a threshold of 0.5.",
    ],
    keras: "Hinge, \"hinge\"; converts 0/1 labels; slope -y at the kink, where ours is 0",
    torch: "none; HingeEmbeddingLoss is another loss",
    seeAlso: ["squared_hinge", "bce"],
    term: "max(0, 1 - {y} * {p})",
    body: .elementwise(Self.self))
}
