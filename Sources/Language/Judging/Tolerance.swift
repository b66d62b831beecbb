import LossMath

/// How far two numbers may be apart and still count as the same.
public enum Tolerance: Equatable, Sendable {
  /// Half a unit of the last of so many significant digits.
  case digits(Int)
  case absolute(Double)
  /// A share of the right value.
  case relative(Double)

  public static let standard = digits(3)
  /// What rounding in the last bits comes to.
  private static let smallest = 1e-9

  /// Reads `0.01` or `5%`.
  public init?(_ text: some StringProtocol) {
    let isShare = text.hasSuffix("%")
    guard let number = Double(isShare ? text.dropLast() : text[...]), number.isFinite, number >= 0 else {
      return nil
    }
    self = isShare ? .relative(number / 100) : .absolute(number)
  }

  /// Whether `a` is as good as the right value. NaN is as good as NaN.
  public func allows(_ a: Double, for right: Double) -> Bool {
    if a == right || (a.isNaN && right.isNaN) { return true }
    guard a.isFinite, right.isFinite else { return false }
    return abs(a - right) <= reach(right)
  }

  private func reach(_ right: Double) -> Double {
    // Sums in another order differ in their last bits.
    let rounding = Self.smallest * max(abs(right), 1)
    return switch self {
    case .absolute(let reach): max(reach, rounding)
    case .relative(let share): max(share * abs(right), rounding)
    case .digits(let digits): max(Self.halfUnit(right, digits), rounding)
    }
  }

  private static func halfUnit(_ value: Double, _ digits: Int) -> Double {
    var unit = 1.0
    let size = abs(value)
    guard size > 0 else { return 0 }
    while unit * 10 <= size { unit *= 10 }
    while unit > size { unit /= 10 }
    for _ in 1..<max(digits, 2) { unit /= 10 }
    // What was rounded at a half may have gone either way.
    return unit / 2 * 1.000001
  }
}
