/// Rows of features with a target each: what a network learns from.
///
/// The first rows train, the rest test: half of them each (rounded down for training) where nothing else was
/// asked for.
public struct Dataset: Sendable, Equatable {
  /// What a target is: a number to predict, or one of `k` classes numbered from 0.
  public enum Kind: Sendable, Equatable {
    case regression
    case classes(Int)
  }

  /// The name that commands and summaries use: "circles".
  public let name: String
  /// `rows × columns` numbers, row by row.
  public internal(set) var features: [Double]
  /// One number a row: the value to predict, or the class as 0, 1, 2 …
  public internal(set) var targets: [Double]
  /// The number of features in a row.
  public let columns: Int
  /// The places in ``features`` where the file had nothing and a mean of the column stands, in rising order.
  public internal(set) var gaps: [Int] = []
  /// What the targets are.
  public let kind: Kind
  /// How many rows train: the first ones. At least 1, and fewer than there are.
  public internal(set) var trainCount: Int
  /// How it was made.
  public internal(set) var origin: DatasetOrigin
  /// What the columns and classes are called.
  public let names: DatasetNames

  /// The number of rows.
  public var rows: Int { targets.count }
  /// The rows that train.
  public var trainRows: Range<Int> { 0..<trainCount }
  /// The rows that test: those after them.
  public var testRows: Range<Int> { trainCount..<rows }

  /// A data set of one's own. There must be at least two rows, so that both halves have one.
  ///
  /// - Parameters:
  ///   - name: What commands and summaries call it.
  ///   - features: `rows × columns` numbers, row by row.
  ///   - targets: One number a row. For classes, whole numbers from 0 to k − 1.
  ///   - columns: Features in a row.
  ///   - kind: What the targets are.
  ///   - origin: Where the rows came from.
  ///   - names: What columns and classes are called.
  public init(
    name: String, features: [Double], targets: [Double], columns: Int, kind: Kind,
    origin: DatasetOrigin.Source = .values, names: DatasetNames = DatasetNames()
  ) throws(DataError) {
    try DataLimits.check(rows: targets.count, columns: columns)
    guard features.count == targets.count * columns else {
      throw .shape(features: features.count, rows: targets.count, columns: columns)
    }
    if case .classes(let count) = kind {
      try Self.check(classes: targets, count: count)
    }
    self.init(
      trusted: name, features: features, targets: targets, columns: columns, kind: kind, origin: origin,
      names: names)
  }

  /// For the generators, which have checked their sizes before drawing a number.
  init(
    trusted name: String, features: [Double], targets: [Double], columns: Int, kind: Kind,
    origin: DatasetOrigin.Source, names: DatasetNames = DatasetNames()
  ) {
    self.name = name
    self.features = features
    self.targets = targets
    self.columns = columns
    self.kind = kind
    self.trainCount = targets.count / 2
    self.origin = DatasetOrigin(origin)
    self.names = names
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

/// What the columns and classes of a data set are called, where they have names of their own.
public struct DatasetNames: Sendable, Equatable {
  /// In order; empty where the features have no names.
  public let features: [String]
  /// In order; empty where the classes have no names.
  public let classes: [String]
  /// What is predicted: "y" where nothing else was said.
  public let target: String

  /// Fewer names than there are columns or classes leave the rest with their standard ones.
  public init(features: [String] = [], target: String = "y", classes: [String] = []) {
    self.features = features
    self.target = target
    self.classes = classes
  }

  /// "age", or "x[0]" where the features have no names.
  public func feature(_ column: Int) -> String {
    features.indices.contains(column) ? features[column] : "x[\(column)]"
  }

  /// "setosa", or "class 0" where the classes have no names.
  public func label(_ label: Int) -> String {
    classes.indices.contains(label) ? classes[label] : "class \(label)"
  }
}
