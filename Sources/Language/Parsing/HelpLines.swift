// `?bce`, `bce?` and `what is entropy?` ask for help, as they do in other notebooks.
extension Parser {
  mutating func helpLine() throws(Diagnostic) -> Statement.Kind? {
    guard verbs["help"] != nil, !lexer.hasOpenBracket else { return nil }
    if isAt(.question) { return .command(try wordsCommand("help", current.span)) }
    guard case .name = current.kind, beginsQuestion else { return nil }
    var ahead = Lexer(source, from: current.span.start)
    let (text, span) = ahead.restOfCommand()
    guard text.last == "?", text.unicodeScalars.allSatisfy(Self.standsInQuestion) else { return nil }
    lexer = ahead
    try advance()
    lastEnd = span.end
    return .command(CommandCall(verb: "help", verbSpan: span, text: text, span: span))
  }

  /// Whether only words stand before the next question mark. Looked at for every statement, so that one without costs
  /// nothing more, however long the line is behind it.
  private var beginsQuestion: Bool {
    source.scalars[current.span.end...].first { $0 == "?" || !Self.standsInQuestion($0) } == "?"
  }

  /// Words, and what may stand between them in a sentence.
  private static func standsInQuestion(_ scalar: Unicode.Scalar) -> Bool {
    scalar.continuesName || scalar.isBlank || ["?", "'", "’", "-", ","].contains(scalar)
  }
}
