import LossMath

/// Cuts a text into tokens, one at a time.
struct Lexer {
  let source: SourceText
  private(set) var position = 0
  /// Where the present cell began, and how long it may be.
  private var cellStart: Int
  private let cellLimit = Limits.line.value
  /// The brackets that are open here. Within round and square ones a line's end means nothing.
  private var brackets: [(symbol: Symbol, span: Span)] = []

  init(_ source: SourceText, from position: Int = 0) {
    self.source = source
    self.position = position
    cellStart = position
  }

  var hasOpenBracket: Bool { !brackets.isEmpty }
  var innermostBracket: Symbol? { brackets.last?.symbol }

  private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
    let index = position + ahead
    return index < source.scalars.count ? source.scalars[index] : nil
  }

  /// Says that a cell begins at the next token.
  mutating func beginCell() { cellStart = position }

  mutating func next() throws(Diagnostic) -> Token {
    skipBlanks()
    let start = position
    guard start - cellStart <= cellLimit else { throw cellTooLong() }
    guard let scalar = scalar() else { return try atEnd() }
    if scalar.isLineEnd || scalar == ";" {
      position += 1
      return Token(kind: scalar == ";" ? .semicolon : .newline, span: Span(start, position))
    }
    if scalar.isDigit || (scalar == "." && self.scalar(1)?.isDigit == true) { return try number() }
    if scalar.startsName { return try name() }
    if scalar == "\"" { return try text() }
    return try symbol(scalar)
  }

  private func cellTooLong() -> Diagnostic {
    Diagnostic(
      .cellTooLong, "this cell is longer than \(cellLimit) characters", at: Span(cellStart, cellStart + 1),
      hint: Limits.line.remedy)
  }

  /// What stands between here and the end of a command: of the line, or of the block the command is in.
  mutating func restOfCommand() -> (text: String, span: Span) {
    while let scalar = scalar(), scalar.isBlank { position += 1 }
    let start = position
    var end = start
    var isQuoted = false
    while let scalar = scalar(), !scalar.isLineEnd {
      if !isQuoted && (scalar == "#" || scalar == ";" || (scalar == "}" && hasOpenBracket)) { break }
      if scalar == "\"" { isQuoted.toggle() }
      position += 1
      if !scalar.isBlank { end = position }
    }
    return (source.text(Span(start, end)), Span(start, end))
  }

  /// Moves past the logical line that begins at `start`, whatever is wrong with it: to the next line's end outside all
  /// brackets. Where a bracket or a quote is never closed, one line is all that can be given up.
  mutating func skipLogicalLine(from start: Int) {
    (position, brackets) = (start, [])
    while position - start < Limits.recovery {
      do throws(Diagnostic) {
        let token = try next()
        if token.kind == .end || token.kind == .newline && brackets.isEmpty { return }
        // Text over several lines is more often a quote forgotten.
        if case .text = token.kind, source.spansLines(token.span) { break }
      } catch {
        if error.isIncomplete || error.code == .nestingTooDeep || error.code == .badEscape
          || error.code == .cellTooLong
        {
          break
        }
        position = max(position, error.span.end, error.span.start + 1)
      }
    }
    (position, brackets) = (start, [])
    skipToLineEnd()
  }

  private mutating func skipToLineEnd() {
    while let scalar = scalar(), !scalar.isLineEnd { position += 1 }
  }

  private func atEnd() throws(Diagnostic) -> Token {
    if let open = brackets.last {
      throw Diagnostic(
        .unclosedBracket, "this `\(open.symbol.rawValue)` is never closed", at: open.span,
        hint: open.symbol.closing.map { "add `\($0.rawValue)`" })
    }
    return Token(kind: .end, span: Span(position, position))
  }

  private mutating func skipBlanks() {
    let insideBrackets = brackets.last.map { $0.symbol != .openCurly } ?? false
    while let scalar = scalar() {
      if scalar == "#" {
        skipToLineEnd()
      } else if scalar.isBlank || (insideBrackets && scalar.isLineEnd) {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func name() throws(Diagnostic) -> Token {
    let start = position
    while let scalar = scalar(), scalar.continuesName { position += 1 }
    let span = Span(start, position)
    guard position - start <= Limits.name else {
      throw Diagnostic(
        .nameTooLong, "the name `\(source.excerpt(span))` is longer than \(Limits.name) characters", at: span,
        hint: "write a shorter one")
    }
    return Token(kind: .name(source.text(span)), span: span)
  }

  private mutating func number() throws(Diagnostic) -> Token {
    let start = position
    skipDigits()
    if scalar() == ".", scalar(1) != "." {
      position += 1
      skipDigits()
    }
    skipExponent()
    guard position - cellStart <= cellLimit else { throw cellTooLong() }
    if let scalar = scalar(), scalar.startsName {
      while let scalar = self.scalar(), scalar.continuesName { position += 1 }
      throw badNumber(Span(start, position))
    }
    if scalar() == ".", let after = scalar(1), after.isDigit { throw badNumber(Span(start, position + 2)) }
    let span = Span(start, position)
    guard let value = NumberLiteral.value(source.scalars[start..<position]) else { throw badNumber(span) }
    guard value.isFinite else {
      throw Diagnostic(
        .numberTooLarge, "`\(source.excerpt(span))` is too large for a number", at: span,
        hint: "the largest is about 1.8e308; `inf` stands for infinity")
    }
    return Token(kind: .number(value), span: span)
  }

  private func badNumber(_ span: Span) -> Diagnostic {
    Diagnostic(
      .badNumber, "`\(source.excerpt(span))` is no number", at: span,
      hint: "a name cannot start with a digit, and a product needs its sign: 2*x")
  }

  private mutating func skipDigits() {
    while let scalar = scalar(), scalar.isDigit || scalar == "_" { position += 1 }
  }

  private mutating func skipExponent() {
    guard scalar() == "e" || scalar() == "E" else { return }
    let signed = scalar(1) == "+" || scalar(1) == "-"
    guard let first = scalar(signed ? 2 : 1), first.isDigit else { return }
    position += signed ? 2 : 1
    skipDigits()
  }

  private mutating func text() throws(Diagnostic) -> Token {
    let start = position
    position += 1
    var content = String.UnicodeScalarView()
    while let scalar = scalar() {
      position += 1
      guard position - cellStart <= cellLimit else { throw cellTooLong() }
      if scalar == "\"" { return Token(kind: .text(String(content)), span: Span(start, position)) }
      content.append(scalar == "\\" ? try escape() : scalar)
    }
    throw Diagnostic(
      .unclosedText, "this `\"` is never closed", at: Span(start, start + 1), hint: "add `\"`")
  }

  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    guard let scalar = scalar() else { return "\\" }
    position += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "\"", "\\": return scalar
    default:
      throw Diagnostic(
        .badEscape, "`\\\(scalar)` means nothing inside quotes", at: Span(position - 2, position),
        hint: #"known are \n, \t, \" and \\; a single backslash is \\"#)
    }
  }

  private mutating func symbol(_ scalar: Unicode.Scalar) throws(Diagnostic) -> Token {
    let start = position
    if let (symbol, length) = Symbol.compound(scalar, self.scalar(1), self.scalar(2)) {
      position += length
      return Token(kind: .symbol(symbol), span: Span(start, position))
    }
    guard let symbol = Symbol(scalar) else { throw Lookalikes.diagnostic(scalar, at: Span(start, start + 1)) }
    position += 1
    let span = Span(start, position)
    if symbol.closing != nil { try open(symbol, span) }
    if symbol.isClosing { try close(symbol, span) }
    return Token(kind: .symbol(symbol), span: span)
  }

  private mutating func open(_ symbol: Symbol, _ span: Span) throws(Diagnostic) {
    guard brackets.count < Limits.nesting else {
      throw Diagnostic(
        .nestingTooDeep, "more than \(Limits.nesting) brackets inside each other", at: span,
        hint: "give the inner parts names of their own: a = ...")
    }
    brackets.append((symbol, span))
  }

  private mutating func close(_ symbol: Symbol, _ span: Span) throws(Diagnostic) {
    guard let open = brackets.popLast() else {
      throw Diagnostic(
        .unopenedBracket, "nothing is open that this `\(symbol.rawValue)` could close", at: span,
        hint: "leave it out, or open its bracket before")
    }
    guard open.symbol.closing == symbol else {
      throw Diagnostic(
        .mismatchedBracket, "`\(open.symbol.rawValue)` is closed by `\(symbol.rawValue)`", at: span,
        hint: open.symbol.closing.map { "`\(open.symbol.rawValue)` wants `\($0.rawValue)`" })
    }
  }
}
