extension Parser {
  /// The error for a token that cannot stand where it stands.
  func unexpected(wanting wanted: String? = nil) -> Diagnostic {
    if let habit = foreignHabit() { return habit }
    let tail = wanted.map { "; expected \($0)" } ?? ""
    if current.kind == .end || current.kind == .newline {
      let end = max(lastEnd, 1)
      return Diagnostic(
        .unexpectedEnd, "the line ends too early" + tail, at: Span(end - 1, end),
        hint: "to go on in the next line, open a bracket")
    }
    return Diagnostic(
      .unexpectedToken, "`\(source.excerpt(current.span))` cannot stand here" + tail, at: current.span,
      hint: remedy())
  }

  /// The error for what follows an element of a list in place of a comma.
  func unexpected(inList closing: Symbol) -> Diagnostic {
    var error = unexpected(wanting: "`,` or `\(closing.rawValue)`")
    if current.kind == .semicolon { error.hint = "a matrix is a vector of vectors: [[1, 2], [3, 4]]" }
    if case .number = current.kind, error.code == .unexpectedToken {
      error.hint = "commas stand between the elements: [1, 2, 3]"
    }
    return error
  }

  private func remedy() -> String {
    if let word = ForeignWords.remedy(wordBefore) { return word }
    return remedyForToken()
  }

  /// The name that ends where the current token's predecessor ended.
  private var wordBefore: String {
    var start = min(lastEnd, source.scalars.count)
    while start > 0, source.scalars[start - 1].continuesName { start -= 1 }
    return source.text(Span(start, lastEnd))
  }

  private func remedyForToken() -> String {
    switch current.kind {
    case .symbol(.assign): "to compare, write ==; to name a value, write the name first: x = ..."
    case .name(let word):
      remedyForWord(word)
        ?? (Self.keywords.contains(word)
          ? "`\(word)` is a word of the language, and no name" : Self.missingSign)
    case .number: Self.missingSign
    case .text: "texts are not put together here; a comma parts the elements of a list"
    case .symbol(.comma): "a comma stands between two values"
    default: "`help language` shows how lines are written"
    }
  }

  private static let missingSign =
    "an operator or a comma is missing before it; a product needs its sign: 2*x"
}
