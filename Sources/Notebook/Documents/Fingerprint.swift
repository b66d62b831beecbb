/// A short name for a text, the same on every machine.
public enum Fingerprint {
  /// The 64-bit FNV-1a hash of the text's words, in hexadecimal. Blanks and line ends do not count.
  public static func of(_ text: String) -> String {
    of(bytes: text.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
  }

  /// The same of bytes, of which each counts.
  static func of(bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
