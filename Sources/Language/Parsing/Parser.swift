/// Reads cells from a text, one logical line at a time, so that what stands before a mistake can run.
public struct Parser {
  var lexer: Lexer
  var current: Token
  /// The end of the token before the current one.
  var lastEnd = 0
  var depth = 0
  let verbs: [String: CommandForm]
  let source: SourceText

  static let keywords: Set<String> = [
    "for", "in", "step", "if", "else", "assert", "and", "or", "not", "true", "false",
  ]

  /// - Parameter verbs: the commands that may start a line.
  public init(_ source: SourceText, verbs: [String: CommandForm]) {
    self.source = source
    self.verbs = verbs
    lexer = Lexer(source)
    current = Token(kind: .separator, span: Span(0, 0))
  }

  /// The next cell, or nothing at the end.
  ///
  /// After an error the parser stands at the start of the line after the one where the cell began.
  public mutating func nextCell() throws(Diagnostic) -> Cell? {
    do throws(Diagnostic) {
      try skipSeparators()
      if current.kind == .end { return nil }
      return try cell()
    } catch {
      lexer.skipLine()
      current = Token(kind: .separator, span: Span(lexer.position, lexer.position))
      depth = 0
      throw error
    }
  }

  private mutating func cell() throws(Diagnostic) -> Cell {
    let start = current.span.start
    var statements = [try statement()]
    while current.kind == .separator && isSemicolon {
      try advance()
      if current.kind == .end || current.kind == .separator { continue }
      statements.append(try statement())
    }
    guard current.kind == .separator || current.kind == .end else { throw unexpected() }
    return Cell(statements: statements, source: source, span: Span(start, lastEnd))
  }

  private var isSemicolon: Bool { source.text(current.span) == ";" }

  mutating func advance() throws(Diagnostic) {
    lastEnd = current.span.end
    current = try lexer.next()
  }

  mutating func skipSeparators() throws(Diagnostic) {
    while current.kind == .separator { try advance() }
  }

  func isAt(_ symbol: Symbol) -> Bool { current.kind == .symbol(symbol) }
  func isAt(keyword: String) -> Bool { current.kind == .name(keyword) }

  mutating func take(_ symbol: Symbol) throws(Diagnostic) -> Bool {
    guard isAt(symbol) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ symbol: Symbol, _ purpose: String) throws(Diagnostic) {
    guard try take(symbol) else { throw unexpected(wanting: "`\(symbol.rawValue)` \(purpose)") }
  }

  mutating func takeName(_ purpose: String) throws(Diagnostic) -> (String, Span) {
    guard case .name(let name) = current.kind, !Self.keywords.contains(name) else {
      throw unexpected(wanting: "a name \(purpose)")
    }
    let span = current.span
    try advance()
    return (name, span)
  }

  mutating func nested<T>(_ body: (inout Parser) throws(Diagnostic) -> T) throws(Diagnostic) -> T {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Bounds.nesting else {
      throw Diagnostic(
        .nestingTooDeep, "more than \(Bounds.nesting) expressions inside each other", at: current.span)
    }
    return try body(&self)
  }

  /// The error for a token that cannot stand where it stands.
  func unexpected(wanting wanted: String? = nil) -> Diagnostic {
    if let habit = foreignHabit() { return habit }
    let tail = wanted.map { "; expected \($0)" } ?? ""
    switch current.kind {
    case .end, .separator:
      let end = max(lastEnd, 1)
      return Diagnostic(
        .unexpectedEnd, "the line ends too early" + tail, at: Span(end - 1, end),
        hint: wanted == nil ? "an operator wants a value after it; brackets let a line go on" : nil)
    default:
      return Diagnostic(
        .unexpectedToken, "`\(source.text(current.span))` cannot stand here" + tail, at: current.span)
    }
  }

  /// Signs that other languages use, with what to write here.
  private func foreignHabit() -> Diagnostic? {
    guard case .symbol(let symbol) = current.kind else { return nil }
    let remedy: String
    switch symbol {
    case .doubleStar: remedy = "powers are written with ^: x^2"
    case .arrow: remedy = "a value gets its name with =: x = 3"
    case .transpose: remedy = "write transpose(x)"
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
