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
    if case .number = current.kind { error.hint = "commas stand between the elements: [1, 2, 3]" }
    return error
  }

  private func remedy() -> String? {
    if let word = ForeignWords.remedy(wordBefore) { return word }
    return remedyForToken()
  }

  /// The name that ends where the current token's predecessor ended.
  private var wordBefore: String {
    var start = min(lastEnd, source.scalars.count)
    while start > 0, source.scalars[start - 1].continuesName { start -= 1 }
    return source.text(Span(start, lastEnd))
  }

  /// Whether `+=` or one of its kind stands here.
  private var updates: Bool {
    guard lastEnd == current.span.start, lastEnd > 0 else { return false }
    return ["+", "-", "*", "/"].contains(source.scalars[lastEnd - 1])
  }

  private func remedyForToken() -> String? {
    switch current.kind {
    case .symbol(.assign) where updates: "write it out: x = x + 1"
    case .symbol(.assign): "to compare, write ==; to name a value, write the name first: x = ..."
    case .name("else"): "`else` stands on the line of the closing `}` before it"
    case .name("for"): "a loop starts a line: for i in 1..10 { ... }"
    case .name(let word) where Self.keywords.contains(word): "`\(word)` is a word of the language"
    case .name, .number: "an operator or a comma is missing before it; a product needs its sign: 2*x"
    default: nil
    }
  }

  /// Signs that other languages use, with what to write here.
  private func foreignHabit() -> Diagnostic? {
    guard case .symbol(let symbol) = current.kind else { return nil }
    let remedy: String
    switch symbol {
    case .doubleStar: remedy = "powers are written with ^: x^2"
    case .ellipsis: remedy = "a range has two dots: 1..10"
    case .arrow: remedy = "a function is written f(x) = x^2"
    case .transpose: remedy = "text stands in double quotes, and a transpose is transpose(x)"
    case .colon: remedy = "a slice is a range and includes its end: y[1..2]"
    case .percent: remedy = "write mod(a, b) for a remainder"
    case .ampersand: remedy = "write `and`"
    case .bar: remedy = "write `or`, and abs(x) for a size"
    case .bang: remedy = "write `not`, and != for unequal"
    case .question: remedy = "write `help NAME`"
    default: return nil
    }
    return Diagnostic(
      .foreignHabit, "`\(symbol.rawValue)` is not written like this in Lossbook", at: current.span,
      hint: remedy)
  }
}
