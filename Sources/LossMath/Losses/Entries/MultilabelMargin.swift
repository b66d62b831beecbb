/// Σ max(0, 1 − (p_t − p_j)) / classes over the classes t of the row's set and the classes j outside it.
enum MultilabelMargin: RowLoss {
  static func forEachContribution(
    _ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void
  ) {
    let members = members(y)
    let isMember = flags(members, of: p.count)
    for j in p.indices {
      let lacking = isMember[j] ? 0 : Summation.sum(count: members.count) { lack(members[$0], j, p) }
      write(j, lacking / Double(p.count))
    }
  }

  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    var sum = CompensatedSum()
    forEachContribution(y, p, context) { _, part in sum.add(part) }
    return sum.value
  }

  static func forEachSlope(_ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void) {
    let members = members(y)
    let isMember = flags(members, of: p.count)
    var lacking = [Double](repeating: 0, count: p.count)
    for j in p.indices where !isMember[j] {
      for t in members {
        let lack = lack(t, j, p)
        let step = lack > 0 ? 1 : lack
        lacking[t] -= step
        lacking[j] += step
      }
    }
    for j in p.indices { write(j, lacking[j] / Double(p.count)) }
  }

  /// The indices up to the first −1.
  private static func members(_ y: Row) -> [Int] {
    y.prefix { $0 >= 0 }.compactMap { Int(exactly: $0) }.filter { $0 < y.count }
  }

  private static func flags(_ members: [Int], of classes: Int) -> [Bool] {
    var flags = [Bool](repeating: false, count: classes)
    for member in members where member < classes { flags[member] = true }
    return flags
  }

  private static func lack(_ t: Int, _ j: Int, _ p: Row) -> Double {
    var sum = CompensatedSum()
    sum.add(1)
    sum.add(-p[t])
    sum.add(p[j])
    return sum.value < 0 ? 0 : sum.value
  }

  /// Pairs of a member and an outsider, row by row.
  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let (rows, columns) = p.value.rowsAndColumns
    var sums: [Traced] = []
    for row in 0..<rows {
      let labels = y.value.elements[(row * columns)..<((row + 1) * columns)]
      let members = Array(labels).withUnsafeBufferPointer { self.members($0) }
      let isMember = flags(members, of: columns)
      let pairs = members.flatMap { t in
        (0..<columns).filter { !isMember[$0] }.map { (t + row * columns, $0 + row * columns) }
      }
      let own = try p.gathered(pairs.map(\.0), shape: [pairs.count])
      let other = try p.gathered(pairs.map(\.1), shape: [pairs.count])
      sums.append(try (Traced(1) - own + other).relu().sum() / Traced(Double(columns)))
    }
    return try .stack(sums).reshaped(Array(p.shape.dropLast()))
  }

  static func validate(_ y: Tensor, _ p: Tensor) throws(MathError) {
    let (rows, classes) = p.rowsAndColumns
    for row in 0..<rows {
      for value in y.elements[(row * classes)..<((row + 1) * classes)] {
        if value == -1 { break }
        guard let index = Int(exactly: value), index >= 0, index < classes else {
          throw .badClassIndex(value: value, row: row, classes: classes)
        }
      }
    }
  }

  static let entry = Loss(
    name: "multilabel_margin",
    title: "Multi-label margin loss",
    aliases: ["multilabel_margin_loss", "multi_label_margin"],
    summary: "How much each class of the set lacks to lead each class outside it by 1.",
    use:
      "Several labels at once for each sample, given as a set of class indices, where "
      + "only the ranking counts.",
    formula: "sum(max(0, 1 - (y_pred[t] - y_pred[j])) for t in the set, j outside it) / classes",
    latex: #"\frac1C \sum_{t \in Y} \sum_{j \notin Y} \max\bigl(0,\ 1 - (\hat{y}_t - \hat{y}_j)\bigr)"#,
    gradient: "for each pair within the margin -1 / classes at the member and 1 / classes at the outsider",
    inputs: .pair(.classSet, .scoreRow),
    example: "multilabel_margin([[3, 0, -1, 1]], [[0.1, 0.2, 0.4, 0.8]])",
    pitfalls: [
      "y_true is a list of class indices that ends at the first -1; what follows is ignored. Rows of 0 and 1 "
        + "belong to multilabel_soft_margin or bce.",
      "y_true is as wide as y_pred: fill it up with -1.",
    ],
    keras: "none",
    torch: "torch.nn.MultiLabelMarginLoss, prediction first",
    seeAlso: ["multilabel_soft_margin", "multi_margin"],
    term: "sum(max(0, 1 - (y_pred[t] - {p}))) / classes",
    body: .rowwise(Self.self))
}
