/// A parameter of a data set, by scikit-learn's name for it.
public enum DataParameter: String, Sendable, Equatable {
  case rows = "n_samples"
  case features = "n_features"
  case informative = "n_informative"
  case centers
  case classes = "n_classes"
  case noise
  case bias
  case variance = "cov"
  case factor
  case clusterDeviation = "cluster_std"
  case centerLow = "center_box[0]"
  case centerHigh = "center_box[1]"
  case centerBox = "center_box"
  case shuffle
  case seed = "random_state"
}

/// Why a data set cannot be made, with the facts; the sentences are written where they are shown.
public enum DataError: Error, Sendable, Equatable {
  /// A count outside what is allowed.
  case count(DataParameter, found: Int, allowed: ClosedRange<Int>)
  /// A number that must not be negative, and must be finite.
  case negative(DataParameter, found: Double)
  /// A number that must be at least 0 and below 1.
  case notAFraction(DataParameter, found: Double)
  /// A number that must be finite.
  case notFinite(DataParameter, found: Double)
  /// The lower edge of the centres' box lies above the upper one.
  case emptyBox(low: Double, high: Double)
  /// More numbers than a data set may hold.
  case tooLarge(rows: Int, columns: Int, limit: Int)
  /// The features do not fill the rows.
  case shape(features: Int, rows: Int, columns: Int)
  /// A target that is not the number of a class.
  case notAClass(row: Int, found: Double, classes: Int)
  /// A share for training that is not between 0 and 1.
  case notAShare(found: Double)
  /// A share of bad rows outside 0 to 1.
  case notAShareOfRows(found: Double)
  /// All rows or none would train.
  case emptySplit(share: Double, rows: Int)
  /// A step before looked at which rows train.
  case splitTooLate
  /// A column has gaps, and no value in the rows whose mean was to fill them.
  case nothingToFill(column: String, from: StandardiserRows)
  case outliersOfClasses
  case labelNoiseOfNumbers
}
