/// Numbers of everyday size to a few digits, faster than C formats them and with the same result.
enum RoundedDecimal {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Nothing where the number is very large or small, or so near the middle between two results that the error of the
  /// one multiplication or division here could decide.
  static func text(_ x: Double, digits: Int) -> String? {
    let size = abs(x)
    guard (1...6).contains(digits), size >= 1e-4, size < 1e15 else { return nil }
    let exponent = exponent(size)
    let decimals = digits - 1 - exponent
    let scaled = decimals < 0 ? size / powers[-decimals] : size * powers[decimals]
    guard let whole = Int(exactly: scaled.rounded(.down)) else { return nil }
    let rest = scaled - Double(whole)
    guard abs(rest - 0.5) > 1e-6 else { return nil }
    let rounded = rest > 0.5 ? whole + 1 : whole
    // Rounding up to the next power of ten would take a decimal away.
    guard Double(rounded) < powers[digits] else { return nil }
    if decimals >= 0 { return written(rounded, decimals: decimals, isNegative: x < 0) }
    return written(rounded, decimals: digits - 1, isNegative: x < 0) + "e\(exponent)"
  }

  /// The place of the first digit: 0 for 3.7, -2 for 0.037.
  private static func exponent(_ size: Double) -> Int {
    if size >= 1 { return (powers.firstIndex { size < $0 } ?? 1) - 1 }
    return size >= 0.1 ? -1 : size >= 0.01 ? -2 : size >= 0.001 ? -3 : -4
  }

  private static func written(_ number: Int, decimals: Int, isNegative: Bool) -> String {
    var (rest, places) = (number, decimals)
    while places > 0 && rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    var bytes: [UInt8] = []
    var place = 0
    while place <= places || rest > 0 {
      if place == places && places > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      place += 1
    }
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    bytes.reverse()
    return String(decoding: bytes, as: UTF8.self)
  }
}
