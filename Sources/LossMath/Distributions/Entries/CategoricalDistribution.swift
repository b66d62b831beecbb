/// log p_x, where x is the index of a class.
enum CategoricalDistribution {
  /// - Parameter p: one row of probabilities, or one for each element of `x`.
  static func logProb(_ x: Traced, _ p: Traced) throws(MathError) -> Traced {
    guard let classes = p.shape.last else { throw .needsRows(operation: "categorical") }
    let isShared = p.value.rank == 1
    guard isShared || Array(p.shape.dropLast()) == x.shape else {
      throw .shapesDiffer(operation: "categorical", left: x.shape, right: p.shape)
    }
    guard classes > 0 else { throw .empty(operation: "categorical") }
    let known = try x.value.map { Int(exactly: $0).map((0..<classes).contains) == true ? 1 : 0 }
    let positions = x.value.elements.enumerated().map { i, index in
      (isShared ? 0 : i * classes) + (known.elements[i] == 1 ? Int(exactly: index) ?? 0 : 0)
    }
    let chosen = try p.gathered(positions, shape: x.shape).log()
    guard known.elements.contains(0) else { return chosen }
    return try .select(known, chosen, Traced(try x.value.map { $0.isNaN ? .nan : -.infinity }))
  }

  /// The share of each class in the data.
  private static func shares(_ data: [Double], classes: Int) -> Tensor {
    var counts = [Double](repeating: 0, count: max(classes, 0))
    for index in data.compactMap({ Int(exactly: $0) }) where counts.indices.contains(index) {
      counts[index] += 1
    }
    return Tensor(counts.map { $0 / Double(data.count) })
  }

  static let entry = Distribution(
    name: "categorical",
    title: "Categorical distribution",
    aliases: ["multinoulli"],
    summary: "One of several classes, each with its own probability.",
    parameters: [
      DistributionParameter(name: "p", range: .simplex, meaning: "the probability of each class")
    ],
    support: .classIndex,
    formula: "log(p[x])",
    latex: #"\log p_x"#,
    estimate: "p[k] = share of class k in the data",
    identity: LossIdentity(
      loss: "cce",
      statement: "mean(-log probability) = cce(one_hot(x), p)",
      latex: #"\mathrm{cce}(\mathrm{onehot}(x), p)"#,
      meaning: "Categorical cross-entropy is the negative log-likelihood of class labels, nothing else.",
      fromLoss: { (x, parameters) throws(MathError) in
        let p = parameters[0]
        let labels = try oneHot(x, classes: p.shape.last ?? 0)
        let rows = try Broadcasting.expand(p, to: labels.shape)
        return try LossIdentity.mean(CategoricalCrossentropy.entry, labels, rows)
      }),
    example: "categorical([0, 2, 1], p=[0.2, 0.5, 0.3])",
    pitfalls: [
      "The data are class indices 0, 1, 2, not one-hot rows.",
      "A class that never occurs gets the probability 0, and later costs infinity.",
    ],
    body: DistributionBody(
      logProb: { (x, parameters) throws(MathError) in try logProb(x, parameters[0]) },
      closedForm: { data, given, classes in [given[0] ?? shares(data, classes: classes)] },
      start: { _, given, classes in
        [given[0] ?? Tensor([Double](repeating: 1 / Double(max(classes, 1)), count: max(classes, 0)))]
      }))
}
