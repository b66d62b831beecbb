/// Rows of features with a target each: what a network learns from.
///
/// The first half of the rows (rounded down) trains, the rest tests.
public struct Dataset: Sendable, Equatable {
  /// What a target is: a number to predict, or one of `k` classes numbered from 0.
  public enum Kind: Sendable, Equatable {
    case regression
    case classes(Int)
  }

  /// The name that commands and summaries use: "circles".
  public let name: String
  /// `rows × columns` numbers, row by row.
  public let features: [Double]
  /// One number a row: the value to predict, or the class as 0, 1, 2 …
  public let targets: [Double]
  /// The number of features in a row.
  public let columns: Int
  public let kind: Kind

  /// The number of rows.
  public var rows: Int { targets.count }
  /// The rows that train: the first half.
  public var trainRows: Range<Int> { 0..<rows / 2 }
  /// The rows that test: the rest.
  public var testRows: Range<Int> { rows / 2..<rows }

  /// A data set of one's own. There must be at least two rows, so that both halves have one.
  ///
  /// - Parameters:
  ///   - features: `rows × columns` numbers, row by row.
  ///   - targets: One number a row. For classes, whole numbers from 0 to k − 1.
  public init(
    name: String, features: [Double], targets: [Double], columns: Int, kind: Kind
  ) throws(DataError) {
    try DataLimits.check(rows: targets.count, columns: columns)
    guard features.count == targets.count * columns else {
      throw .shape(features: features.count, rows: targets.count, columns: columns)
    }
    if case .classes(let count) = kind {
      try Self.check(classes: targets, count: count)
    }
    self.init(trusted: name, features: features, targets: targets, columns: columns, kind: kind)
  }

  /// For the generators, which have checked their sizes before drawing a number.
  init(trusted name: String, features: [Double], targets: [Double], columns: Int, kind: Kind) {
    self.name = name
    self.features = features
    self.targets = targets
    self.columns = columns
    self.kind = kind
  }

  private static func check(classes targets: [Double], count: Int) throws(DataError) {
    try DataLimits.check(.classes, count, in: DataLimits.classes)
    for (row, target) in targets.enumerated() {
      guard let label = Int(exactly: target), (0..<count).contains(label) else {
        throw .notAClass(row: row, found: target, classes: count)
      }
    }
  }
}
