#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers as people read them.
public enum NumberFormat {
  /// The significant digits shown where nobody has set others.
  public static let usualDigits = 6

  /// The significant digits shown where nothing else is said. While a cell runs they are those of its settings.
  @TaskLocal public static var digits = usualDigits

  /// A number to so many significant digits, without zeros at its end: `0.375`, `1.2e-7`, `-3`.
  ///
  /// Whole numbers below 10¹⁵ are shown in full.
  public static func text(_ x: Double, digits: Int = digits) -> String {
    if x.isNaN { return "nan" }
    if x.isInfinite { return x < 0 ? "-inf" : "inf" }
    if x == 0 { return "0" }
    if let whole = Int(exactly: x), whole.magnitude < 1_000_000_000_000_000 { return String(whole) }
    return RoundedDecimal.text(x, digits: digits) ?? printed(x, digits)
  }

  /// By C's own formatting, which rounds every number correctly.
  static func printed(_ x: Double, _ digits: Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let start = buffer.baseAddress else { return "\(x)" }
      let written = Int(withVaList([Int32(clamping: digits), x]) { vsnprintf(start, 64, "%.*g", $0) })
      guard (1..<64).contains(written) else { return "\(x)" }
      let text = UnsafeRawBufferPointer(start: start, count: written)
      guard let e = text.firstIndex(of: UInt8(ascii: "e")) else {
        return String(decoding: text, as: UTF8.self)
      }
      return String(decoding: text[..<e], as: UTF8.self) + exponent(text[(e + 1)...])
    }
  }

  /// C writes 1e-07 and 1e+07 where people write 1e-7 and 1e7.
  private static func exponent(_ digits: Slice<UnsafeRawBufferPointer>) -> String {
    let sign = digits.first == UInt8(ascii: "-") ? "e-" : "e"
    return sign + String(decoding: digits.dropFirst().drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
  }
}
