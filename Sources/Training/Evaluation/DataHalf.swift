/// Which rows of a run's data to look at.
public enum DataHalf: String, Sendable, CaseIterable {
  case train, test
}

extension Dataset {
  /// The places of the rows of one half.
  public func rows(of half: DataHalf) -> Range<Int> {
    half == .train ? trainRows : testRows
  }

  /// The features of one half, row by row.
  public func features(of half: DataHalf) -> [Double] {
    let rows = rows(of: half)
    return Array(features[rows.lowerBound * columns..<rows.upperBound * columns])
  }

  /// The targets of one half.
  public func targets(of half: DataHalf) -> [Double] {
    Array(targets[rows(of: half)])
  }
}
