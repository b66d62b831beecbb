/// How an axis spaces its values.
public enum Scale: Sendable, Equatable, Hashable {
  /// Equal differences take equal space.
  case linear
  /// Equal ratios take equal space. Values that are not positive are left out.
  case log

  /// The value in the axis's own coordinate, NaN when the axis cannot show it.
  func transformed(_ value: Double) -> Double {
    switch self {
    case .linear: return value
    case .log: return value > 0 ? decimalLogarithm(value) : .nan
    }
  }
}
