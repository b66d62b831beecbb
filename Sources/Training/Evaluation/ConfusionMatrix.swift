/// How often each class was taken for each other.
public struct ConfusionMatrix: Sendable, Equatable {
  /// A row for each true class, in it a count for each predicted one.
  public let counts: [[Int]]

  /// Counts the rows that have a prediction and a target.
  /// - Parameters:
  ///   - predictions: What a network says of each row.
  ///   - targets: The true class of each row.
  public init(_ predictions: Predictions, targets: [Double]) {
    let classes = max(predictions.classCount, 1)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    for (row, target) in targets.prefix(predictions.rows).enumerated() {
      guard let truth = Int(exactly: target), counts.indices.contains(truth) else { continue }
      counts[truth][min(predictions.label(row: row), classes - 1)] += 1
    }
    self.counts = counts
  }

  /// Rows that were counted.
  public var total: Int { counts.joined().reduce(0, +) }
  /// How many rows were recognised.
  public var right: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// The share of a class's rows that were recognised; nothing where it has none, or there is no such class.
  public func recall(_ label: Int) -> Double? {
    guard counts.indices.contains(label) else { return nil }
    return Self.share(counts[label][label], of: counts[label].reduce(0, +))
  }

  /// The share of right ones among the rows taken for a class; nothing where there are none.
  public func precision(_ label: Int) -> Double? {
    guard counts.indices.contains(label) else { return nil }
    return Self.share(counts[label][label], of: counts.reduce(0) { $0 + $1[label] })
  }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}
