/// The fields of a line that stand between tabs: line ends, tabs and the backslash are written as two characters each.
///
/// It goes by scalars, since a carriage return and a line feed are one character, which neither of them is equal to.
enum Escape {
  /// The lines of a file that have their end: without it a line is torn, and counts for nothing.
  static func wholeLines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { String($0) }
  }

  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// - Returns: nothing where ``escaped(_:)`` writes no such text.
  static func unescaped(_ text: some StringProtocol) -> String? {
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch scalars.next() {
      case "\\": result.append("\\")
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      default: return nil
      }
    }
    return String(result)
  }
}
