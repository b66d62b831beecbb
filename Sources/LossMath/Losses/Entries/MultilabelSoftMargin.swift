/// The mean over the classes of binary cross-entropy from logits.
enum MultilabelSoftMargin: ClasswiseLoss {
  private static let logits = LossOptions(fromLogits: true)

  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    SoftLabels.factor(j, context.options) * BinaryCrossentropy.value(y[j], p[j], logits) / Double(p.count)
  }

  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    SoftLabels.factor(j, context.options) * BinaryCrossentropy.slope(y[j], p[j], logits) / Double(p.count)
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    var terms = try BinaryCrossentropy.expression(y, p, logits)
    if let weights = options.classWeights { terms = try terms * Traced(Tensor(weights)) }
    return try terms.mean(axis: -1)
  }

  static let entry = Loss(
    name: "multilabel_soft_margin",
    title: "Multi-label soft margin loss",
    aliases: ["multilabel_soft_margin_loss", "multi_label_soft_margin"],
    summary:
      "Binary cross-entropy of every class by itself, from logits, averaged over the classes of a row.",
    use: "Several labels at once for each sample: each class is a yes-or-no question.",
    formula: "mean(bce(y_true, y_pred, from_logits=true)) over the classes of a row",
    latex: #"-\frac1C \sum_j y_j \log \sigma(\hat{y}_j) + (1 - y_j) \log(1 - \sigma(\hat{y}_j))"#,
    gradient: "(sigmoid(y_pred) - y_true) / classes",
    inputs: .pair(.zeroOne, .scoreRow),
    options: [.classWeights],
    example: "multilabel_soft_margin([[1, 0, 1]], [[2, -1, 0.3]])",
    pitfalls: [
      "It wants logits. There is no version on probabilities: use bce for those.",
      "A row may have any number of ones: it is not one-hot, and softmax has no place here.",
    ],
    keras: "none; BinaryCrossentropy(from_logits=True)",
    torch: "torch.nn.MultiLabelSoftMarginLoss, prediction first",
    seeAlso: ["bce", "multilabel_margin"],
    term: "(softplus({p}) - {y} * {p}) / classes",
    body: .rowwise(Self.self))
}
