import Language
import Notebook

/// What the word at the cursor means.
enum Inspecting {
  static func reply(_ request: CodeRequest, _ session: Session) -> JSONValue {
    for name in names(request) {
      let pieces = session.interpreter.meaning(of: name)
      if let bundle = Shown.bundles(pieces).first {
        return .ok(bundle.content.merging(["found": .truth(true)]) { $1 })
      }
    }
    return .ok(["found": .truth(false), "data": .object([:]), "metadata": .object([:])])
  }

  /// The word at the cursor, then the functions whose brackets are open around it, the innermost first, and the word
  /// that the line begins with.
  static func names(_ request: CodeRequest) -> [String] {
    let scalars = Array(request.code.unicodeScalars)
    var names = [word(around: request.cursor, scalars)]
    var depth = 0
    for index in stride(from: request.cursor - 1, through: 0, by: -1) {
      switch scalars[index] {
      case ")": depth += 1
      case "(":
        if depth == 0 { names.append(word(around: index, scalars)) }
        depth = max(depth - 1, 0)
      default: break
      }
    }
    names.append(firstWord(around: request.cursor, scalars))
    return names.filter { !$0.isEmpty }
  }

  private static func word(around place: Int, _ scalars: [Unicode.Scalar]) -> String {
    var start = place
    var end = place
    while start > 0, isOfWord(scalars[start - 1]) { start -= 1 }
    while end < scalars.count, isOfWord(scalars[end]) { end += 1 }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  /// The word that the line begins with: a command, most likely.
  private static func firstWord(around place: Int, _ scalars: [Unicode.Scalar]) -> String {
    let start = scalars[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let word = scalars[start...].drop { $0 == " " }.prefix(while: isOfWord)
    return String(String.UnicodeScalarView(word))
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
