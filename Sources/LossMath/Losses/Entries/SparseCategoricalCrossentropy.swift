/// −log p of the class whose index is the label.
enum SparseCategoricalCrossentropy: RowLoss {
  static func labelColumns(_ columns: Int) -> Int { 1 }

  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    withOneHot(y, count: p.count) { CategoricalCrossentropy.contribution(j, $0, p, context) }
  }

  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    guard context.options.fromLogits else {
      return withOneHot(y, count: p.count) { CategoricalCrossentropy.slope(j, $0, p, context) }
    }
    return y[0] == Double(j) ? -context.oneMinusSoftmax(j, p) : context.softmax(j, p)
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let labels = try oneHot(y.value, classes: p.value.rowsAndColumns.columns).reshaped(p.shape)
    return try CategoricalCrossentropy.expression(Traced(labels), p, options)
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

  private static func classIndices(_ y: Tensor, classes: Int) throws(MathError) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(y.count)
    for (row, value) in y.elements.enumerated() {
      guard let index = Int(exactly: value), (0..<classes).contains(index) else {
        throw .badClassIndex(value: value, row: row, classes: classes)
      }
      result.append(index)
    }
    return result
  }

  private static func withOneHot(_ y: Row, count: Int, _ body: (Row) -> Double) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { buffer in
      for j in 0..<count { buffer[j] = y[0] == Double(j) ? 1 : 0 }
      return body(Row(buffer))
    }
  }

  static let entry = Loss(
    name: "sparse_cce",
    title: "Sparse categorical cross-entropy",
    aliases: ["sparse_categorical_crossentropy", "scce", "sparse_categorical_cross_entropy"],
    summary:
      "Categorical cross-entropy for labels given as class indices: -log of the probability of that class.",
    use:
      "Several classes with labels 0, 1, 2, ... and a softmax output: the same loss as cce without the one-hot "
      + "rows, which saves memory when there are thousands of classes.",
    formula: "-log(y_pred[y_true]) for each row",
    latex: #"-\log \hat{y}_{y}"#,
    gradient: "-1 / y_pred at the true class, else 0; from logits softmax(y_pred) minus the one-hot label",
    labels: .classIndex,
    predictions: .distribution,
    options: [.reduction, .fromLogits, .epsilon],
    example: "sparse_cce([1, 0], [[0.1, 0.8, 0.1], [0.6, 0.3, 0.1]])",
    pitfalls: [
      "\"Sparse\" speaks of the labels' form, not of rare classes.",
      "Indices run from 0 to the number of classes minus 1; labels 1, 2, 3 are off by one.",
      "One-hot rows belong to cce.",
    ],
    keras: "SparseCategoricalCrossentropy; divides each row by its sum and clips into [1e-7, 1 - 1e-7]",
    torch: "torch.nn.CrossEntropyLoss with index targets, on logits; torch.nn.NLLLoss on log-probabilities",
    seeAlso: ["cce", "one_hot", "softmax"],
    term: "-log({p})",
    logitTerm: "-log_softmax({p})",
    body: .rowwise(Self.self))
}
