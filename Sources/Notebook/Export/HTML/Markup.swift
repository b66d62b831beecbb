/// Elements of a page. Everything from outside goes through `escaped`.
enum Markup {
  typealias Attributes = KeyValuePairs<String, String>

  /// An element whose content is markup already.
  static func element(_ name: String, _ content: String) -> String { element(name, [:], content) }

  static func element(_ name: String, _ attributes: Attributes, _ content: String) -> String {
    "<\(name)\(text(attributes))>\(content)</\(name)>"
  }

  /// An element that holds a text.
  static func text(_ name: String, _ content: String) -> String { text(name, [:], content) }

  static func text(_ name: String, _ attributes: Attributes, _ content: String) -> String {
    element(name, attributes, escaped(content))
  }

  private static func text(_ attributes: Attributes) -> String {
    attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }

  /// A text without what means something in HTML, and without what a reader could be deceived by: controls, and marks
  /// that turn the direction of writing round.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\r": continue
      default: result.unicodeScalars.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
