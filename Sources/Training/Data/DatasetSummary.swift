/// What there is to say about a data set before training on it.
public struct DatasetSummary: Sendable, Equatable {
  /// Mean, standard deviation (divided by n) and range of one column.
  public struct Column: Sendable, Equatable {
    /// NaN without values.
    public let mean: Double
    /// Divided by n, not n − 1.
    public let deviation: Double
    /// NaN without values.
    public let minimum: Double
    /// NaN without values.
    public let maximum: Double

    init(_ values: some Collection<Double>) {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      self.mean = mean
      deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
      minimum = values.min() ?? .nan
      maximum = values.max() ?? .nan
    }
  }

  /// What commands call the data set.
  public let name: String
  /// What its targets are.
  public let kind: Dataset.Kind
  /// Of both halves.
  public let rows: Int
  /// Rows that train.
  public let trainRows: Int
  /// Rows that test.
  public let testRows: Int
  /// One for each feature.
  public let features: [Column]
  /// The column of the targets; of classes, their numbers.
  public let target: Column
  /// Rows in each class; empty for regression.
  public let classCounts: [Int]
}

extension Dataset {
  /// The targets of some rows; rows that are not there are left out.
  public func summary(_ rows: Range<Int>) -> DatasetSummary.Column {
    .init(targets[rows.clamped(to: targets.indices)])
  }

  /// What there is to say about all rows, both halves together.
  public var summary: DatasetSummary {
    DatasetSummary(
      name: name, kind: kind, rows: rows, trainRows: trainRows.count, testRows: testRows.count,
      features: (0..<columns).map { column in
        .init(stride(from: column, to: features.count, by: columns).map { features[$0] })
      },
      target: .init(targets), classCounts: classCounts)
  }

  private var classCounts: [Int] {
    guard case .classes(let count) = kind else { return [] }
    var counts = [Int](repeating: 0, count: count)
    for target in targets {
      if let label = Int(exactly: target) { counts[label] += 1 }
    }
    return counts
  }
}
