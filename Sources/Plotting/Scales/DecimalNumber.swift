/// An exact decimal number, `significand × 10^exponent`, without trailing zeros in the significand.
///
/// Ticks are kept in this form because a multiple of a binary 0.1 prints as 0.30000000000000004, and a label
/// must not.
struct DecimalNumber: Equatable {
  let significand: Int
  let exponent: Int

  init(significand: Int, exponent: Int) {
    var digits = significand
    var power = significand == 0 ? 0 : exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.significand = digits
    self.exponent = power
  }

  /// The shortest decimal number that reads back as `value`; nil when it is not finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let parts = value.description.split(separator: "e")
    let halves = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let fraction = halves.count > 1 ? halves[1] : ""
    guard let whole = halves.first, let significand = Int(whole + fraction) else { return nil }
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(significand: significand, exponent: power - fraction.count)
  }

  /// The nearest binary value.
  var value: Double {
    Double("\(significand)e\(exponent)") ?? 0
  }

  /// The power of ten of the first digit.
  var magnitude: Int {
    exponent + digits.count - 1
  }

  /// How many digits after the point the number needs.
  var decimals: Int {
    max(0, -exponent)
  }

  private var digits: String {
    String(significand.magnitude)
  }

  private var sign: String {
    significand < 0 ? "-" : ""
  }

  /// The number rounded so that nothing remains below `10^power`, halves away from zero.
  /// - Parameter value: The binary value that the number stands for, which decides where the number is a half; where it is
  ///   one too, the last digit becomes even, as in C.
  func rounded(toPower power: Int, for value: Double? = nil) -> DecimalNumber {
    guard power > exponent else { return self }
    guard power - exponent < 19 else { return DecimalNumber(significand: 0, exponent: 0) }
    let unit = (0..<(power - exponent)).reduce(1) { product, _ in product * 10 }
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: unit)
    let half = unit.magnitude / 2
    let isUp =
      remainder.magnitude == half
      ? roundsHalfUp(for: value, isOdd: quotient % 2 != 0) : remainder.magnitude > half
    let carry = isUp ? significand.signum() : 0
    return DecimalNumber(significand: quotient + carry, exponent: power)
  }

  private func roundsHalfUp(for value: Double?, isOdd: Bool) -> Bool {
    guard let value, (-22..<0).contains(exponent), significand.magnitude < 1 << 53 else { return true }
    // Powers of ten up to the 22nd are exact, and so is the sum of the product and what its rounding left.
    let scale = (exponent..<0).reduce(1.0) { product, _ in product * 10 }
    let product = value.magnitude * scale
    let rest = (-product).addingProduct(value.magnitude, scale)
    let excess = product - Double(significand.magnitude) + rest
    return excess == 0 ? isOdd : excess > 0
  }

  /// The number with `places` digits after the point, which must be at least ``decimals``.
  func fixed(places: Int) -> String {
    let zeros = significand == 0 ? 0 : max(0, exponent + places)
    let bare = digits + String(repeating: "0", count: zeros)
    guard places > 0 else { return sign + bare }
    let padded = String(repeating: "0", count: max(0, places + 1 - bare.count)) + bare
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// The number as in `-2.5e-7`; zero is `0`.
  var scientific: String {
    guard significand != 0 else { return "0" }
    let fraction = digits.dropFirst()
    return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(magnitude)"
  }
}
