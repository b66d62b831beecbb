// `?bce`, `bce?` and `what is entropy?` ask for help, as they do in other notebooks.
extension Parser {
  mutating func helpLine() throws(Diagnostic) -> Statement.Kind? {
    guard verbs["help"] != nil, !lexer.hasOpenBracket else { return nil }
    if isAt(.question) { return .command(try wordsCommand("help", current.span)) }
    guard case .name = current.kind, lineHasQuestionMark else { return nil }
    var ahead = Lexer(source, from: current.span.start)
    let (text, span) = ahead.restOfCommand()
    guard text.last == "?", text.unicodeScalars.allSatisfy(Self.standsInQuestion) else { return nil }
    lexer = ahead
    try advance()
    lastEnd = span.end
    return .command(
      CommandCall(
        verb: "help", verbSpan: span, values: [], options: [], binding: nil, clauses: [], text: text,
        span: span))
  }

  /// Looked at for every line, so that a line without one costs nothing more.
  private var lineHasQuestionMark: Bool {
    var place = current.span.end
    while place < source.scalars.count, !source.scalars[place].isLineEnd {
      if source.scalars[place] == "?" { return true }
      place += 1
    }
    return false
  }

  /// Words, and what may stand between them in a sentence.
  private static func standsInQuestion(_ scalar: Unicode.Scalar) -> Bool {
    scalar.continuesName || scalar.isBlank || ["?", "'", "’", "-", ","].contains(scalar)
  }
}
