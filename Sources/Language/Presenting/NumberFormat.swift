#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers as people read them.
public enum NumberFormat {
  /// The significant digits shown where nothing else is said.
  public static let digits = 6

  /// A number to so many significant digits, without zeros at its end: `0.375`, `1.2e-7`, `-3`.
  ///
  /// Whole numbers below 10¹⁵ are shown in full.
  public static func text(_ x: Double, digits: Int = digits) -> String {
    if x.isNaN { return "nan" }
    if x.isInfinite { return x < 0 ? "-inf" : "inf" }
    if x == 0 { return "0" }
    if let whole = Int(exactly: x), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
    return shortened(printed(x, digits))
  }

  private static func printed(_ x: Double, _ digits: Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let start = buffer.baseAddress else { return "\(x)" }
      let written = withVaList([Int32(clamping: digits), x]) { vsnprintf(start, 64, "%.*g", $0) }
      guard written > 0, written < 64 else { return "\(x)" }
      return String(cString: start)
    }
  }

  /// Drops what C's format leaves over: `1.50000e-07` becomes `1.5e-7`.
  private static func shortened(_ text: String) -> String {
    guard let e = text.firstIndex(of: "e") else { return text }
    let mantissa = text[..<e]
    let negative = text[text.index(after: e)...].hasPrefix("-")
    let exponent = text[text.index(after: e)...].drop { $0 == "-" || $0 == "+" || $0 == "0" }
    return mantissa + "e" + (negative ? "-" : "") + (exponent.isEmpty ? "0" : exponent)
  }
}
