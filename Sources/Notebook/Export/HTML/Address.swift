/// Where links and pictures lead.
enum Address {
  /// Whether following it can do no more than open something: a page, a mail, a file beside the document.
  static func isHarmless(_ address: String) -> Bool {
    guard !address.isEmpty, address.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      return false
    }
    guard let colon = address.firstIndex(of: ":") else { return true }
    let scheme = address[..<colon]
    // A colon behind a slash, a question mark or a hash is no scheme's.
    if scheme.contains(where: { "/?#".contains($0) }) { return true }
    return ["http", "https", "mailto"].contains(scheme.lowercased())
  }

  static func encoded(_ address: String) -> String { address.replacing(" ", with: "%20") }

  /// The kind of a picture in a file beside the document, by its ending.
  static func pictureKind(_ address: String) -> String? {
    guard !address.contains(":"), !address.hasPrefix("//") else { return nil }
    let ending = address.lowercased().split(separator: ".").last.map(String.init) ?? ""
    return [
      "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
      "svg": "image/svg+xml",
    ][ending]
  }
}

enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for place in 0..<4 {
        let isFilled = place <= part.count
        text.append(isFilled ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
