/// A parameter of a family of distributions.
public struct DistributionParameter: Equatable, Sendable {
  /// The name it is typed by, such as `mu`.
  public let name: String
  /// The values it may have.
  public let range: ParameterRange
  /// What it says about the data, in a few words.
  public let meaning: String
  /// Whether maximum likelihood can find it; a number of trials must be given.
  public var isFitted: Bool { range != .wholeNumber }
}

/// The values that a parameter may have.
public enum ParameterRange: String, Equatable, Sendable {
  case real = "any finite number"
  case positive = "a finite number above 0"
  case nonNegative = "a finite number, 0 or above"
  case probability = "a number between 0 and 1"
  case wholeNumber = "a whole number, 0 or above"
  case simplex = "rows of numbers between 0 and 1 that sum to 1"

  /// Whether a number is in the range; of a simplex, whether it may stand in a row.
  public func contains(_ value: Double) -> Bool {
    switch self {
    case .real: value.isFinite
    case .positive: value > 0 && value.isFinite
    case .nonNegative: value >= 0 && value.isFinite
    case .probability, .simplex: value >= 0 && value <= 1
    case .wholeNumber: value >= 0 && value.isFinite && value == value.rounded()
    }
  }
}

/// Why parameters make no distribution.
public enum ParameterViolation: Error, Equatable, Sendable {
  case count(found: Int, expected: [String])
  case empty(parameter: String)
  case outOfRange(parameter: String, index: Int, value: Double, range: ParameterRange)
  /// A row of probabilities whose sum differs from 1 by more than 1e-6.
  case rowSum(parameter: String, row: Int, sum: Double)
}

extension Distribution {
  /// The first value of the parameters that is out of its range, if any.
  public func violation(ofParameters values: [Tensor]) -> ParameterViolation? {
    guard values.count == parameters.count else {
      return .count(found: values.count, expected: parameters.map(\.name))
    }
    for (parameter, value) in zip(parameters, values) {
      if let found = parameter.violation(of: value) { return found }
    }
    return nil
  }
}

extension DistributionParameter {
  private static let rowTolerance = 1e-6

  func violation(of values: Tensor) -> ParameterViolation? {
    if values.count == 0 { return .empty(parameter: name) }
    for (i, value) in values.elements.enumerated() where !range.contains(value) {
      return .outOfRange(parameter: name, index: i, value: value, range: range)
    }
    return range == .simplex ? rowSumViolation(of: values) : nil
  }

  private func rowSumViolation(of values: Tensor) -> ParameterViolation? {
    let (rows, columns) = values.rowsAndColumns
    for row in 0..<rows {
      let sum = Summation.sum(count: columns) { values.elements[row * columns + $0] }
      if abs(sum - 1) > Self.rowTolerance { return .rowSum(parameter: name, row: row, sum: sum) }
    }
    return nil
  }
}
