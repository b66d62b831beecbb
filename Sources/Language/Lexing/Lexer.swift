/// Cuts a text into tokens, one at a time.
struct Lexer {
  let source: SourceText
  private(set) var position = 0
  /// The brackets that are open here. Within round and square ones a line's end means nothing.
  private var brackets: [(symbol: Symbol, span: Span)] = []

  init(_ source: SourceText, from position: Int = 0) {
    self.source = source
    self.position = position
  }

  private var scalars: [Unicode.Scalar] { source.scalars }

  private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
    let index = position + ahead
    return index < source.scalars.count ? source.scalars[index] : nil
  }

  mutating func next() throws(Diagnostic) -> Token {
    skipBlanks()
    let start = position
    guard let scalar = scalar() else { return try atEnd() }
    if scalar == "\n" || scalar == "\r" || scalar == ";" {
      position += 1
      return Token(kind: .separator, span: Span(start, position))
    }
    if isDigit(scalar) || (scalar == "." && self.scalar(1).map(isDigit) == true) { return try number() }
    if isNameStart(scalar) { return name() }
    if scalar == "\"" { return try text() }
    return try symbol()
  }

  /// What stands between here and the end of the line, as it is.
  mutating func restOfLine() -> (text: String, span: Span) {
    let start = position
    while let scalar = scalar(), scalar != "\n", scalar != "\r" { position += 1 }
    return (source.text(Span(start, position)), Span(start, position))
  }

  /// Moves to the start of the next line, whatever is open.
  mutating func skipLine() {
    brackets.removeAll()
    _ = restOfLine()
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
        _ = restOfLine()
      } else if isBlank(scalar) || (insideBrackets && (scalar == "\n" || scalar == "\r")) {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func name() -> Token {
    let start = position
    while let scalar = scalar(), isNameStart(scalar) || isDigit(scalar) { position += 1 }
    return Token(kind: .name(source.text(Span(start, position))), span: Span(start, position))
  }

  private mutating func number() throws(Diagnostic) -> Token {
    let start = position
    skipDigits()
    if scalar() == ".", scalar(1) != "." {
      position += 1
      skipDigits()
    }
    skipExponent()
    if let scalar = scalar(), isNameStart(scalar) {
      while let scalar = self.scalar(), isNameStart(scalar) || isDigit(scalar) { position += 1 }
      throw badNumber(Span(start, position))
    }
    if scalar() == ".", let after = scalar(1), isDigit(after) { throw badNumber(Span(start, position + 2)) }
    let span = Span(start, position)
    let digits = source.text(span).filter { $0 != "_" }
    guard let value = Double(digits) else { throw badNumber(span) }
    guard value.isFinite else {
      throw Diagnostic(
        .numberTooLarge, "`\(digits)` is too large for a number", at: span,
        hint: "the largest is about 1.8e308; `inf` stands for infinity")
    }
    return Token(kind: .number(value), span: span)
  }

  private func badNumber(_ span: Span) -> Diagnostic {
    Diagnostic(
      .badNumber, "`\(source.text(span))` is no number", at: span,
      hint: "a name cannot start with a digit, and a product needs its sign: 2*x")
  }

  private mutating func skipDigits() {
    while let scalar = scalar(), isDigit(scalar) || scalar == "_" { position += 1 }
  }

  private mutating func skipExponent() {
    guard scalar() == "e" || scalar() == "E" else { return }
    let signed = scalar(1) == "+" || scalar(1) == "-"
    guard let first = scalar(signed ? 2 : 1), isDigit(first) else { return }
    position += signed ? 2 : 1
    skipDigits()
  }

  private mutating func text() throws(Diagnostic) -> Token {
    let start = position
    position += 1
    var content = String.UnicodeScalarView()
    while let scalar = scalar() {
      position += 1
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

  private mutating func symbol() throws(Diagnostic) -> Token {
    let start = position
    for (symbol, signs) in Symbol.longestFirst where matches(signs) {
      position += signs.count
      let span = Span(start, position)
      try track(symbol, span)
      return Token(kind: .symbol(symbol), span: span)
    }
    let found = source.text(Span(start, start + 1))
    throw Diagnostic(
      .unexpectedCharacter, "`\(visible(found))` has no meaning here", at: Span(start, start + 1),
      hint: lookalike(found))
  }

  private func matches(_ signs: [Unicode.Scalar]) -> Bool {
    for (i, sign) in signs.enumerated() where scalar(i) != sign { return false }
    return true
  }

  private mutating func track(_ symbol: Symbol, _ span: Span) throws(Diagnostic) {
    if symbol.closing != nil {
      guard brackets.count < Bounds.nesting else {
        throw Diagnostic(.nestingTooDeep, "more than \(Bounds.nesting) brackets inside each other", at: span)
      }
      brackets.append((symbol, span))
    }
    guard symbol == .closeRound || symbol == .closeSquare || symbol == .closeCurly else { return }
    guard let open = brackets.popLast() else {
      throw Diagnostic(
        .unopenedBracket, "nothing is open that this `\(symbol.rawValue)` could close", at: span)
    }
    guard open.symbol.closing == symbol else {
      throw Diagnostic(
        .mismatchedBracket, "`\(open.symbol.rawValue)` is closed by `\(symbol.rawValue)`", at: span,
        hint: open.symbol.closing.map { "`\(open.symbol.rawValue)` wants `\($0.rawValue)`" })
    }
  }

  /// Characters that word processors and other languages put where a plain one is meant.
  private func lookalike(_ found: String) -> String? {
    switch found {
    case "“", "”", "„", "‘", "’": "use straight quotes: \"text\""
    case "−", "–", "—": "use the plain minus sign: -"
    case "×", "·": "use * for a product"
    case "÷": "use / for a quotient"
    case "≤": "write <="
    case "≥": "write >="
    case "≠": "write !="
    case "$", "\\", "~", "`": nil
    default: "see `help language` for what can stand in a line"
    }
  }

  private func visible(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first, scalar.properties.generalCategory != .control else {
      return text.unicodeScalars.first.map { "\\u{" + String($0.value, radix: 16) + "}" } ?? text
    }
    return text
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}"
  }

  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z") || scalar == "_"
    }
    return scalar.properties.isAlphabetic
  }
}

/// Bounds on what is read and evaluated, in one place.
public enum Bounds {
  /// Brackets, blocks and calls inside each other.
  public static let nesting = 200
  /// Calls of one's own functions inside each other.
  public static let calls = 200
  /// Elements of a literal list.
  public static let listElements = 1_000_000
}
