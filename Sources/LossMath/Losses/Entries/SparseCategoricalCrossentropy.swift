/// −log p of the class whose index is the label.
enum SparseCategoricalCrossentropy: ClasswiseLoss {
  static func labelColumns(_ columns: Int) -> Int { 1 }

  @inline(__always)
  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    if preparesLabels(context.options) { return CategoricalCrossentropy.contribution(j, y, p, context) }
    guard y[0] == Double(j) else { return 0 }
    if context.options.fromLogits { return context.negativeLogSoftmax(j, p) }
    guard let clipping = context.options.clipping else { return 0 - Libm.log(p[j]) }
    return Libm.log1p(others(j, p, clipping) / clipping.apply(p[j]))
  }

  @inline(__always)
  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    if preparesLabels(context.options) { return CategoricalCrossentropy.slope(j, y, p, context) }
    let isTrue = y[0] == Double(j)
    if context.options.fromLogits { return isTrue ? 0 - context.oneMinusSoftmax(j) : context.softmax(j) }
    if let clipping = context.options.clipping { return kerasSlope(j, isTrue, p, clipping) }
    return isTrue ? (p[j] < 0 ? .nan : -1 / p[j]) : 0
  }

  /// Smoothed or weighted, an index becomes a row of labels, and the loss that of such rows.
  static func preparesLabels(_ options: LossOptions) -> Bool { SoftLabels.areWanted(options) }

  static func prepare(_ y: Row, _ options: LossOptions, _ labels: LabelScratch) {
    SoftLabels.fill(options, labels) { y[0] == Double($0) ? 1 : 0 }
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let labels = Traced(try oneHot(y.value, classes: p.value.rowsAndColumns.columns).reshaped(p.shape))
    guard !options.fromLogits, !preparesLabels(options), let clipping = options.clipping else {
      return try CategoricalCrossentropy.expression(labels, p, options)
    }
    let q = try clipping.apply(p)
    return try q.sum(axis: -1).log() - (labels * q).sum(axis: -1).log()
  }

  /// Here Keras clips first and then divides by the sum of the row; in `cce` it is the other way round.
  private static func kerasSlope(_ j: Int, _ isTrue: Bool, _ p: Row, _ clipping: Clipping) -> Double {
    if clipping.moves(p[j]) { return 0 }
    let others = others(j, p, clipping)
    return isTrue ? -others / p[j] / (p[j] + others) : 1 / (p[j] + others)
  }

  private static func others(_ j: Int, _ p: Row, _ clipping: Clipping) -> Double {
    Summation.sum(count: p.count) { $0 == j ? 0 : clipping.apply(p[$0]) }
  }

  static func validate(_ y: Tensor, _ p: Tensor) throws(MathError) {
    _ = try classIndices(y, classes: p.rowsAndColumns.columns)
  }

  /// Class indices as one-hot rows, `[rows, classes]`.
  /// - Throws: `MathError.badClassIndex` for anything but a whole number in `0 ..< classes`.
  static func oneHot(_ y: Tensor, classes: Int) throws(MathError) -> Tensor {
    let indices = try classIndices(y, classes: classes)
    var result = [Double](repeating: 0, count: try Tensor.checkedCount(of: [y.count, classes]))
    for (row, index) in indices.enumerated() { result[row * classes + index] = 1 }
    return Tensor(unchecked: [y.count, classes], result)
  }

  static func classIndices(_ y: Tensor, classes: Int) throws(MathError) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(y.count)
    for (row, value) in y.elements.enumerated() {
      guard let index = Int(exactly: value), index >= 0, index < classes else {
        throw .badClassIndex(value: value, row: row, classes: classes)
      }
      result.append(index)
    }
    return result
  }

  static let entry = Loss(
    name: "sparse_cce",
    title: "Sparse categorical cross-entropy",
    aliases: ["sparse_categorical_crossentropy", "scce", "sparse_categorical_cross_entropy"],
    summary:
      "Categorical cross-entropy for labels given as class indices: -log of the probability of that class.",
    use:
      "Several classes with labels 0, 1, 2, ... and a softmax output: the same loss as cce without the "
      + "one-hot rows, which saves memory when there are thousands of classes.",
    formula: "-log(y_pred[y_true]) for each row",
    latex: #"-\log \hat{y}_{y}"#,
    gradient: "-1 / y_pred at the true class, else 0; from logits softmax(y_pred) minus the one-hot label",
    inputs: .pair(.classIndex, .predictedDistribution),
    options: [.fromLogits, .classWeights, .axis],
    numbers: [LossNumber(.labelSmoothing, 0, .unit), LossNumber(.epsilon, 0, .belowHalf)],
    example: "sparse_cce([1, 0], [[0.1, 0.8, 0.1], [0.6, 0.3, 0.1]])",
    pitfalls: [
      "\"Sparse\" speaks of the labels' form, not of rare classes.",
      "Indices run from 0 to the number of classes minus 1; labels 1, 2, 3 are off by one.",
      "One-hot rows belong to cce.",
    ],
    keras: "SparseCategoricalCrossentropy; clips into [1e-7, 1 - 1e-7] and divides each row by its sum",
    torch: "torch.nn.CrossEntropyLoss with index targets, on logits; torch.nn.NLLLoss on log-probabilities",
    seeAlso: ["cce", "one_hot", "softmax"],
    term: "-log({p})",
    logitTerm: "-log_softmax({p})",
    body: .rowwise(Self.self))
}
