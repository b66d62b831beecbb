import LossMath

/// Reads cells from a text, one logical line at a time, so that what stands before a mistake can run.
public struct Parser {
  var lexer: Lexer
  var current: Token
  /// The end of the token before the current one.
  var lastEnd = 0
  private(set) var depth = 0
  let verbs: [String: CommandForm]
  let source: SourceText

  /// Words that cannot be names. `step` is none of them: it is a word of its own only behind a range.
  static let keywords: Set<String> = [
    "for", "in", "if", "else", "assert", "and", "or", "not", "true", "false",
  ]

  /// - Parameter verbs: the commands that may start a line.
  public init(_ source: SourceText, verbs: [String: CommandForm]) {
    self.source = source
    self.verbs = verbs
    lexer = Lexer(source)
    current = Token(kind: .newline, span: Span(0, 0))
  }

  /// How far the text has been read: behind the line of the last cell.
  public var position: Int { lexer.position }

  /// The next cell, or nothing at the end.
  ///
  /// After an error the parser goes on behind the logical line with the mistake: behind its last bracket, or, where a
  /// bracket is never closed, with the next line.
  public mutating func nextCell() throws(Diagnostic) -> Cell? {
    var start = lexer.position
    do throws(Diagnostic) {
      while current.isSeparator {
        start = lexer.position
        lexer.beginCell()
        try advance()
      }
      if current.kind == .end { return nil }
      start = current.span.start
      return try cell()
    } catch {
      lexer.skipLogicalLine(from: start)
      current = Token(kind: .newline, span: Span(lexer.position, lexer.position))
      depth = 0
      throw error
    }
  }

  private mutating func cell() throws(Diagnostic) -> Cell {
    let start = current.span.start
    var statements = [try statement()]
    while current.kind == .semicolon {
      try advance()
      if current.kind == .end || current.isSeparator { continue }
      statements.append(try statement())
    }
    guard current.kind == .newline || current.kind == .end else { throw unexpected() }
    return Cell(statements: statements, source: source, span: Span(start, lastEnd))
  }

  mutating func advance() throws(Diagnostic) {
    lastEnd = current.span.end
    current = try lexer.next()
  }

  mutating func skipSeparators() throws(Diagnostic) {
    while current.isSeparator { try advance() }
  }

  func isAt(_ symbol: Symbol) -> Bool {
    if case .symbol(let found) = current.kind { return found == symbol }
    return false
  }

  func isAt(keyword: String) -> Bool {
    if case .name(let found) = current.kind { return found == keyword }
    return false
  }

  /// The token after the current one, or nothing where there is a mistake.
  var following: Token? {
    var ahead = lexer
    return try? ahead.next()
  }

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

  /// Goes one level deeper; `leave` goes back.
  mutating func enter() throws(Diagnostic) {
    depth += 1
    guard depth <= Limits.nesting else {
      throw Diagnostic(
        .nestingTooDeep, "more than \(Limits.nesting) expressions inside each other", at: current.span,
        hint: "give the inner parts names of their own: a = ...")
    }
  }

  mutating func leave() { leave(to: depth - 1) }

  /// Goes back to where `depth` was read, however deep it went since then.
  mutating func leave(to outer: Int) { depth = outer }
}
