import Crypto

/// Signs messages with the key of the connection, and tells those of others that have it.
struct Signer: Sendable {
  /// Nothing where the connection does without signatures.
  private let key: SymmetricKey?

  init(key: String) { self.key = key.isEmpty ? nil : SymmetricKey(data: Array(key.utf8)) }

  /// The signature of a message's four parts, in hexadecimal digits.
  func signature(_ parts: [[UInt8]]) -> [UInt8] {
    guard let code = code(parts) else { return [] }
    let digits = Array("0123456789abcdef".utf8)
    return code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  func isValid(_ signature: [UInt8], _ parts: [[UInt8]]) -> Bool {
    guard let code = code(parts) else { return true }
    guard let given = Self.bytes(signature) else { return false }
    // The comparison takes as long wherever the first difference is.
    return code == given
  }

  private func code(_ parts: [[UInt8]]) -> HMAC<SHA256>.MAC? {
    guard let key else { return nil }
    var mac = HMAC<SHA256>(key: key)
    for part in parts { mac.update(data: part) }
    return mac.finalize()
  }

  private static func bytes(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
