/// max(0, neg − pos + 1), where pos is the score of the true class and neg the best of the others.
enum CategoricalHinge: RowLoss {
  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    let margin = margin(y, p)
    return margin < 0 ? 0 : margin
  }

  static func forEachContribution(
    _ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void
  ) {
    let (rival, isFulfilled) = (rival(y, p), margin(y, p) <= 0)
    for j in p.indices {
      let part = j == rival ? (1 - y[j]) * p[j] - y[j] * p[j] + 1 : 0 - y[j] * p[j]
      write(j, isFulfilled ? 0 : part)
    }
  }

  static func forEachSlope(_ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void) {
    let (rival, margin) = (rival(y, p), margin(y, p))
    for j in p.indices {
      let slope = j == rival ? 1 - 2 * y[j] : 0 - y[j]
      write(j, margin.isNaN ? .nan : margin > 0 ? slope : 0)
    }
  }

  /// The class of the largest (1 − y) p, the first of several.
  private static func rival(_ y: Row, _ p: Row) -> Int {
    Rows.peak(count: p.count) { (1 - y[$0]) * p[$0] } ?? 0
  }

  private static func margin(_ y: Row, _ p: Row) -> Double {
    let rival = rival(y, p)
    var sum = CompensatedSum()
    sum.add((1 - y[rival]) * p[rival])
    for j in p.indices { sum.add(0 - y[j] * p[j]) }
    sum.add(1)
    return sum.value
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let (own, others) = (try (y * p).sum(axis: -1), try ((Traced(1) - y) * p).max(axis: -1))
    return try (others - own + Traced(1)).relu()
  }

  static let entry = Loss(
    name: "categorical_hinge",
    title: "Categorical hinge loss",
    aliases: ["CategoricalHinge"],
    summary: "How much the true class's score lacks to lead the best wrong one by 1.",
    use: "Several classes with one-hot labels where only the decision counts and no probability is needed.",
    formula: "max(0, max((1 - y_true) * y_pred) - sum(y_true * y_pred) + 1) for each row",
    latex: #"\max\bigl(0,\ \max_j (1 - y_j)\,\hat{y}_j - \sum_j y_j \hat{y}_j + 1\bigr)"#,
    gradient: "-1 at the true class and 1 at the best wrong one while the margin is not reached, else 0",
    inputs: .pair(.distribution, .scoreRow),
    options: [.axis],
    example: "categorical_hinge([[0, 1, 0], [0, 0, 1]], [[0.1, 1.9, -0.4], [0.3, 0.8, 0.1]])",
    pitfalls: [
      "Labels are one-hot, 0 and 1: not the -1 and +1 of hinge.",
      "Where all other scores are negative, the true class's own 0 counts as the best wrong one.",
      "On softmax outputs the margin of 1 is never reached.",
    ],
    keras: "CategoricalHinge, \"categorical_hinge\"; shares the gradient between equal rivals",
    torch: "none; MultiMarginLoss sums over all wrong classes",
    seeAlso: ["hinge", "multi_margin", "cce"],
    term: "-{y} * {p}, and for the best wrong class {p} + 1",
    body: .rowwise(Self.self))
}
