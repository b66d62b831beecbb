/// The text of a history file: a line that names the format and its version, then one line for each entry.
///
/// In an entry `\n`, `\r`, NUL and the backslash are escaped, so that a line feed ends an entry and nothing
/// else does.
enum HistoryFormat {
  static let name = "lossbook history "
  static let version = 1
  static var header: String { "\(name)\(version)\n" }

  enum Kind: Equatable { case current, newer, torn, foreign }

  /// What a file that begins with `bytes` is.
  static func kind(of bytes: some Collection<UInt8>) -> Kind {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    if line.count == bytes.count && header.utf8.starts(with: line) { return .torn }
    guard line.starts(with: name.utf8) else { return .foreign }
    let number = Int(String(decoding: line.dropFirst(name.utf8.count), as: UTF8.self)) ?? 0
    if number == version { return .current }
    return number > version ? .newer : .foreign
  }

  static func line(for entry: String) -> String {
    entry.unicodeScalars.reduce(into: "") { line, scalar in
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\0": line += "\\0"
      default: line.unicodeScalars.append(scalar)
      }
    } + "\n"
  }

  /// The entry on a line; `nil` when the line is not one that ``line(for:)`` writes.
  static func entry(on line: some Collection<UInt8>) -> String? {
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    var entry = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        entry.append(scalar)
        continue
      }
      guard let escaped = scalars.next().flatMap(unescaped) else { return nil }
      entry.append(escaped)
    }
    return String(entry)
  }

  private static func unescaped(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "\\": "\\"
    case "n": "\n"
    case "r": "\r"
    case "0": "\0"
    default: nil
    }
  }
}
