/// The data that a family of distributions can produce.
public enum Support: String, Equatable, Sendable {
  case real = "any finite numbers"
  case nonNegative = "finite numbers, 0 or above"
  case zeroOne = "0 or 1"
  case counts = "whole numbers 0, 1, 2, ..."
  case countsThrough = "whole numbers from 0 through the number of trials"
  case classIndex = "class indices 0, 1, 2, ... below the number of classes"
}

/// The first element of some data that a distribution cannot have produced.
public struct SupportViolation: Error, Equatable, Sendable {
  /// What is wrong with an element.
  public enum Reason: Equatable, Sendable {
    case notFinite
    case negative
    case notWhole
    case notZeroOrOne
    /// Above the number of trials, or no class below the number of classes.
    case above(limit: Double)
  }

  /// The name of the family.
  public let distribution: String
  /// The flat position in the data.
  public let index: Int
  /// The element itself.
  public let value: Double
  /// Why it cannot be.
  public let reason: Reason
}

extension Distribution {
  /// The first element of `data` that a distribution of this family with these parameters cannot produce, if
  /// any.
  ///
  /// The limits of `binomial` and `categorical` are read from their parameters; where those are left out (an
  /// empty list) there is no upper limit.
  public func violation(in data: Tensor, parameters: [Tensor] = []) -> SupportViolation? {
    for (i, x) in data.elements.enumerated() {
      if let reason = reason(against: x, limit: limit(at: i, in: data, parameters)) {
        return SupportViolation(distribution: name, index: i, value: x, reason: reason)
      }
    }
    return nil
  }

  private func limit(at index: Int, in data: Tensor, _ parameters: [Tensor]) -> Double {
    guard let first = parameters.first else { return .infinity }
    switch support {
    case .countsThrough:
      return first.single ?? (first.shape == data.shape ? first.elements[index] : .infinity)
    case .classIndex: return Double(first.rowsAndColumns.columns) - 1
    default: return .infinity
    }
  }

  private func reason(against x: Double, limit: Double) -> SupportViolation.Reason? {
    if !x.isFinite { return .notFinite }
    switch support {
    case .real: return nil
    case .nonNegative: return x < 0 ? .negative : nil
    case .zeroOne: return x == 0 || x == 1 ? nil : .notZeroOrOne
    case .counts, .countsThrough, .classIndex:
      if x < 0 { return .negative }
      if x != x.rounded() { return .notWhole }
      return x > limit ? .above(limit: limit) : nil
    }
  }
}
