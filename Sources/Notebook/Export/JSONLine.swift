import Language

/// An object of JSON on one line, its members in the order in which they were added.
struct JSONLine {
  private var members = ""

  var text: String { "{" + members + "}" }

  mutating func add(_ name: String, _ value: JSONValue) { add(name, value.line) }

  /// Adds a member whose value is JSON already.
  mutating func add(_ name: String, _ json: String) {
    if !members.isEmpty { members += "," }
    members += JSONValue.text(name).line + ":" + json
  }
}

extension JSONValue {
  /// The value as JSON on one line.
  public var line: String {
    switch self {
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): Self.line(number)
    case .text(let text): Self.line(text)
    case .list(let list): "[" + list.map(\.line).joined(separator: ",") + "]"
    case .object(let members): Self.line(members)
    }
  }

  /// As many digits as it takes to read the same number back.
  private static func line(_ number: Double) -> String {
    if number.isNaN { return "\"NaN\"" }
    if number.isInfinite { return number < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func line(_ members: [String: JSONValue]) -> String {
    var object = JSONLine()
    for (name, value) in members.sorted(by: { $0.key < $1.key }) { object.add(name, value) }
    return object.text
  }

  private static func line(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      default:
        if needsEscape(scalar) { line += escape(scalar) } else { line.unicodeScalars.append(scalar) }
      }
    }
    return line + "\""
  }

  /// Line separators are legal in JSON but end a line for many readers; and somebody may look at it in a terminal.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    !(0x20..<0x7F).contains(scalar.value) && scalar.mayBeObeyed
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined()
  }
}
