/// The value of a number as it is typed.
enum NumberLiteral {
  /// Powers of ten that are exact in a double.
  private static let exactPowers: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { value, _ in value * 10 }
  }

  /// The nearest double, or nothing if this is no number. Underscores between digits are passed over.
  static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> Double? {
    if let short = shortValue(scalars) { return short }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.lazy.filter { $0 != "_" })
    return Double(String(text))
  }

  /// Up to 15 digits without an exponent: digits and power of ten are both exact, so one division rounds correctly
  /// (Clinger, 1990).
  private static func shortValue(_ scalars: ArraySlice<Unicode.Scalar>) -> Double? {
    guard scalars.count <= 16 else { return nil }
    var (digits, decimals, count, seenPoint) = (0, 0, 0, false)
    for scalar in scalars {
      if scalar == "." && !seenPoint {
        seenPoint = true
      } else if scalar.isDigit {
        digits = digits * 10 + Int(scalar.value) - 48
        count += 1
        if seenPoint { decimals += 1 }
      } else {
        return nil
      }
    }
    guard (1...15).contains(count) else { return nil }
    return Double(digits) / exactPowers[decimals]
  }
}
