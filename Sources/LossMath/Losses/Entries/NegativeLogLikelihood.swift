/// −p of the class whose index is the label, where p are log-probabilities.
enum NegativeLogLikelihood: ClasswiseLoss {
  static func labelColumns(_ columns: Int) -> Int { 1 }

  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    y[0] == Double(j) ? 0 - SoftLabels.factor(j, context.options) * p[j] : 0
  }

  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    y[0] == Double(j) ? 0 - SoftLabels.factor(j, context.options) : 0
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let indices = try SparseCategoricalCrossentropy.classIndices(
      y.value, classes: p.value.rowsAndColumns.columns)
    let columns = p.value.rowsAndColumns.columns
    let positions = indices.enumerated().map { $0.offset * columns + $0.element }
    let chosen = try p.gathered(positions, shape: Array(p.shape.dropLast())).negated()
    guard options.classWeights != nil else { return chosen }
    let factors = indices.map { SoftLabels.factor($0, options) }
    return try chosen * Traced(Tensor(unchecked: chosen.shape, factors))
  }

  static func validate(_ y: Tensor, _ p: Tensor) throws(MathError) {
    try SparseCategoricalCrossentropy.validate(y, p)
  }

  static let entry = Loss(
    name: "nll",
    title: "Negative log-likelihood of classes",
    aliases: ["nll_loss", "negative_log_likelihood"],
    summary: "Minus the log-probability of the true class, where the model gives log-probabilities already.",
    use:
      "Several classes with index labels after a log_softmax: then nll is what "
      + "sparse_cce is after a softmax.",
    formula: "-y_pred[y_true] for each row",
    latex: #"-\hat{\ell}_{y}"#,
    gradient: "-1 at the true class, else 0",
    inputs: .pair(.classIndex, .logDistribution),
    options: [.classWeights, .axis],
    example: "nll([1, 0], log_softmax([[0.5, 2, -1], [1, 3, 0.2]]))",
    pitfalls: [
      "It takes no logarithm itself. On probabilities it is minus the probability, which is never above 0 and "
        + "trains badly.",
      "With class_weights the mean divides by the number of rows; PyTorch divides by the sum of the weights.",
    ],
    keras: "none; SparseCategoricalCrossentropy takes probabilities",
    torch: "torch.nn.NLLLoss, prediction first; the classes stand along axis 1",
    seeAlso: ["sparse_cce", "log_softmax"],
    term: "-{p}",
    body: .rowwise(Self.self))
}
