/// 1 − TP / (TP + α FP + β FN) over all numbers together.
enum Tversky: RowLoss {
  static let alpha = 0.5
  static let beta = 0.5

  static func forEachContribution(
    _ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void
  ) {
    let (counts, share) = (Counts(y, p, context.options), context.options.epsilon / Double(p.count))
    for j in p.indices { write(j, (counts.cost(y[j], p[j]) + share) / counts.size) }
  }

  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    let counts = Counts(y, p, context.options)
    return counts.missed / counts.size
  }

  static func forEachSlope(_ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void) {
    let counts = Counts(y, p, context.options)
    for j in p.indices {
      let ownCost = counts.alpha * (1 - y[j]) - counts.beta * y[j]
      write(j, (ownCost * counts.hit - counts.missed * y[j]) / counts.size / counts.size)
    }
  }

  private struct Counts {
    let alpha: Double
    let beta: Double
    /// The true positives, and the false ones of both kinds at their cost.
    private(set) var hit = 0.0
    private(set) var missed = 0.0
    var size: Double { hit + missed }

    init(_ y: Row, _ p: Row, _ options: LossOptions) {
      alpha = options.alpha ?? Tversky.alpha
      beta = options.beta ?? Tversky.beta
      hit = Summation.sum(count: p.count) { y[$0] * p[$0] }
      var sum = CompensatedSum()
      for j in p.indices { sum.add(cost(y[j], p[j])) }
      missed = sum.value + options.epsilon
    }

    func cost(_ y: Double, _ p: Double) -> Double { alpha * (p * (1 - y)) + beta * (y * (1 - p)) }
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let (one, alpha, beta) = (Traced(1), Traced(options.alpha ?? alpha), Traced(options.beta ?? beta))
    let hit = try (y * p).sum(axis: -1)
    let costs = try (alpha * p * (one - y) + beta * y * (one - p)).sum(axis: -1)
    let missed = try costs + Traced(options.epsilon)
    return try missed / (hit + missed)
  }

  static let entry = Loss(
    name: "tversky",
    title: "Tversky loss",
    aliases: ["tversky_loss", "Tversky"],
    summary:
      "Dice with a price of its own for what was seen and is not there, and for what "
      + "is there and was missed.",
    use: "Segmentation where missing something is worse than a false alarm: beta above alpha.",
    formula:
      "1 - TP / (TP + alpha * FP + beta * FN), TP = sum(y_true * y_pred), FP = sum((1 - y_true) * y_pred), "
      + "FN = sum(y_true * (1 - y_pred))",
    latex: #"1 - \frac{TP}{TP + \alpha\,FP + \beta\,FN}"#,
    gradient: "((alpha * (1 - y_true) - beta * y_true) * TP - missed * y_true) / size^2",
    inputs: .pair(.zeroOne, .probability),
    options: [.axis],
    numbers: [
      LossNumber(.alpha, alpha, .notNegative), LossNumber(.beta, beta, .notNegative),
      LossNumber(.epsilon, 0, .notNegative),
    ],
    example: "tversky([1, 0, 1, 0], [0.9, 0.1, 0.4, 0.7], alpha=0.3, beta=0.7)",
    pitfalls: [
      "alpha is the price of false positives here, as in Tversky's paper and in Keras's own documentation; "
        + "what Keras 3.15 computes has it on false negatives: exchange the two for its number.",
      "alpha=0.5 and beta=0.5 is dice; alpha=1 and beta=1 is the Jaccard loss.",
    ],
    keras:
      "Tversky(alpha=0.5, beta=0.5); in effect alpha multiplies the false negatives; adds 1e-7 below "
      + "the line",
    torch: "none",
    seeAlso: ["dice", "bce"],
    term: "(alpha * {p} * (1 - {y}) + beta * {y} * (1 - {p})) / size",
    body: .rowwise(Self.self, isWhole: true))
}
