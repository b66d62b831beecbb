/// What can be wrong with the arguments of a computation. The facts only: whoever shows it writes the
/// sentence.
public enum MathError: Error, Equatable, Sendable {
  /// Two shapes that cannot be broadcast against each other.
  case shapesDiffer(operation: String, left: [Int], right: [Int])
  /// A matrix product whose inner sizes differ, or of something that is no vector or matrix.
  case productMismatch(left: [Int], right: [Int])
  /// A reduction that has no value without elements, such as `mean`.
  case empty(operation: String)
  case axisOutOfRange(axis: Int, rank: Int)
  case indexOutOfRange(index: Int, count: Int)
  /// Rows of different lengths in a matrix literal, or parts that cannot be joined.
  case ragged(first: [Int], other: [Int])
  case tooLarge(elements: Double, limit: Int)
  /// More operations under a gradient than its record may hold.
  case recordTooLarge(limit: Int)
  /// The gradient of something that is not one number.
  case notScalar(shape: [Int])
  case reshapeMismatch(from: [Int], to: [Int])
  /// A class index that is no whole number, or outside `0 ..< classes`.
  case badClassIndex(value: Double, row: Int, classes: Int)
  /// A loss that works on rows was given one number.
  case needsRows(operation: String)
  /// The computation was told to stop.
  case interrupted
  /// An option value that the loss does not know or take.
  case badOption(name: String, value: String, allowed: String)
}
