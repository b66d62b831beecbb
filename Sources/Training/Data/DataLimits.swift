/// What a data set may hold. The limits keep every size far from a trap and from the end of memory.
public enum DataLimits {
  /// Rows: at least one to train on and one to test on.
  public static let rows = 2...1_000_000
  /// Features in a row.
  public static let columns = 1...1_000
  /// Numbers in all rows together (40 MB).
  public static let values = 5_000_000
  /// Classes, and centres of blobs.
  public static let classes = 2...1_000

  static func check(rows: Int, columns: Int) throws(DataError) {
    try check(.rows, rows, in: Self.rows)
    try check(.features, columns, in: Self.columns)
    guard rows * columns <= values else {
      throw .tooLarge(rows: rows, columns: columns, limit: values)
    }
  }

  static func check(
    _ parameter: DataParameter, _ found: Int, in allowed: ClosedRange<Int>
  ) throws(DataError) {
    guard allowed.contains(found) else { throw .count(parameter, found: found, allowed: allowed) }
  }

  static func checkNotNegative(_ parameter: DataParameter, _ found: Double) throws(DataError) {
    guard found >= 0, found.isFinite else { throw .negative(parameter, found: found) }
  }

  static func checkFinite(_ parameter: DataParameter, _ found: Double) throws(DataError) {
    guard found.isFinite else { throw .notFinite(parameter, found: found) }
  }

  static func checkFraction(_ parameter: DataParameter, _ found: Double) throws(DataError) {
    guard found >= 0, found < 1 else { throw .notAFraction(parameter, found: found) }
  }
}
