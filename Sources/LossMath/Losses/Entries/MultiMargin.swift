/// Σ max(0, m − p_y + p_j)^k / classes over the wrong classes j.
enum MultiMargin: ClasswiseLoss {
  static let margin = 1.0
  static let power = 1.0

  static func labelColumns(_ columns: Int) -> Int { 1 }

  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    guard let own = own(y, p), own != j else { return 0 }
    let lack = lack(j, own, p, context.options)
    return share(own, p, context.options) * (isSquared(context.options) ? lack * lack : lack)
  }

  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    guard let own = own(y, p) else { return .nan }
    func slope(_ k: Int) -> Double {
      let lack = lack(k, own, p, context.options)
      return isSquared(context.options) ? 2 * lack : lack > 0 ? 1 : lack
    }
    let share = share(own, p, context.options)
    if j != own { return share * slope(j) }
    return 0 - share * Summation.sum(count: p.count) { $0 == own ? 0 : slope($0) }
  }

  private static func own(_ y: Row, _ p: Row) -> Int? {
    Int(exactly: y[0]).flatMap { p.indices.contains($0) ? $0 : nil }
  }

  private static func isSquared(_ options: LossOptions) -> Bool { (options.p ?? power) == 2 }

  private static func share(_ own: Int, _ p: Row, _ options: LossOptions) -> Double {
    SoftLabels.factor(own, options) / Double(p.count)
  }

  /// What class `own` lacks to lead class `j` by the margin.
  private static func lack(_ j: Int, _ own: Int, _ p: Row, _ options: LossOptions) -> Double {
    var sum = CompensatedSum()
    sum.add(options.margin ?? margin)
    sum.add(-p[own])
    sum.add(p[j])
    return sum.value < 0 ? 0 : sum.value
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let columns = p.value.rowsAndColumns.columns
    let labels = try SparseCategoricalCrossentropy.oneHot(y.value, classes: columns).reshaped(p.shape)
    let kept = try AxisLayout(p.shape, axis: -1).keptShape
    let own = try (Traced(labels) * p).sum(axis: -1).reshaped(kept)
    let lack = try (Traced(options.margin ?? margin) - own + p).relu()
    let terms = try Traced.select(labels, Traced(0), isSquared(options) ? lack * lack : lack)
    let loss = try terms.sum(axis: -1) / Traced(Double(columns))
    guard let weights = options.classWeights else { return loss }
    return try loss * (Traced(labels) * Traced(Tensor(weights))).sum(axis: -1)
  }

  static func validate(_ y: Tensor, _ p: Tensor) throws(MathError) {
    try SparseCategoricalCrossentropy.validate(y, p)
  }

  static let entry = Loss(
    name: "multi_margin",
    title: "Multi-class margin loss",
    aliases: ["multi_margin_loss", "multiclass_hinge"],
    summary:
      "How much the true class's score lacks to lead each wrong one by the margin, "
      + "averaged over the classes.",
    use:
      "Several classes with index labels where only the decision counts; p=2 is the "
      + "squared hinge of many classes.",
    formula: "sum(max(0, margin - y_pred[y_true] + y_pred[j])^p for all j but y_true) / classes",
    latex: #"\frac1C \sum_{j \ne y} \max(0,\ m - \hat{y}_y + \hat{y}_j)^p"#,
    gradient:
      "1 / classes at each wrong class within the margin (for p=1), minus their sum at the true class",
    inputs: .pair(.classIndex, .scoreRow),
    options: [.classWeights, .axis],
    numbers: [LossNumber(.margin, margin, .anyNumber), LossNumber(.p, power, .oneOrTwo)],
    example: "multi_margin([1, 0], [[0.1, 1.9, 0.4], [0.6, 0.3, 0.1]])",
    pitfalls: [
      "Labels are class indices; for one-hot rows take argmax(y, axis=1).",
      "It divides by the number of classes, the true one included.",
    ],
    keras: "none; CategoricalHinge looks only at the best wrong class",
    torch: "torch.nn.MultiMarginLoss(p=1, margin=1.0), prediction first",
    seeAlso: ["categorical_hinge", "hinge", "multilabel_margin"],
    term: "max(0, margin - y_pred[y_true] + {p})^p / classes",
    body: .rowwise(Self.self))
}
