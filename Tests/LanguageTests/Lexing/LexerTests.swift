import LossMath
import Testing

@testable import Language

struct LexerTests {
  private func tokens(_ text: String) throws -> [Token.Kind] {
    var lexer = Lexer(SourceText(text))
    var kinds: [Token.Kind] = []
    while true {
      let token = try lexer.next()
      if token.kind == .end { return kinds }
      kinds.append(token.kind)
    }
  }

  @Test(arguments: [
    ("0", 0.0), ("7", 7), (".5", 0.5), ("2.", 2), ("1e-3", 1e-3), ("1_000", 1000), ("6.02E+23", 6.02e23),
    ("0.1", 0.1), ("123456789012345", 123456789012345), ("1234567890123456789", 1234567890123456768),
    ("0.30000000000000004", 0.30000000000000004), ("1e-400", 0), ("4.35", 4.35), ("2.5e3", 2500),
    ("0.000001", 1e-6), ("9007199254740993", 9007199254740992),
  ])
  func number(_ text: String, _ value: Double) throws {
    #expect(try tokens(text) == [.number(value)])
  }

  /// The limit is one for cells, wherever they stand in a long script.
  @Test func aCellIsMeasuredFromItsBeginning() throws {
    let text = String(repeating: " ", count: Limits.line.value + 1)
    var lexer = Lexer(SourceText(text + "x"), from: Limits.line.value + 1)
    #expect(try lexer.next().kind == .name("x"))
    #expect(throws: Diagnostic.self) { try tokens(text + "x") }
  }

  @Test func rangesAreNoDecimalPoints() throws {
    #expect(try tokens("1..3") == [.number(1), .symbol(.range), .number(3)])
    #expect(try tokens("1.5..2") == [.number(1.5), .symbol(.range), .number(2)])
    #expect(try tokens("x..-.5") == [.name("x"), .symbol(.range), .symbol(.minus), .number(0.5)])
  }

  @Test func namesGoBeyondASCII() throws {
    #expect(try tokens("größe θ1 x₁ _a e\u{301}") == ["größe", "θ1", "x₁", "_a", "é"].map { .name($0) })
  }

  @Test func textHasEscapes() throws {
    #expect(try tokens(#""a\n\t\"\\é""#) == [.text("a\n\t\"\\é")])
    #expect(try tokens("\"two\nlines\"") == [.text("two\nlines")])
  }

  @Test func commentsEndWithTheLine() throws {
    #expect(try tokens("1 # one ; [ \"\n2") == [.number(1), .newline, .number(2)])
  }

  @Test func lineEndsOfAllKinds() throws {
    #expect(try tokens("1\n2;3") == [.number(1), .newline, .number(2), .semicolon, .number(3)])
    #expect(try tokens("1\r\n2") == [.number(1), .newline, .newline, .number(2)])
    #expect(try tokens("\u{FEFF}1") == [.number(1)])
    #expect(try tokens("1\u{A0}\u{3000}2") == [.number(1), .number(2)])
  }

  @Test func bracketsHoldALineOpen() throws {
    #expect(try tokens("(1\n)") == [.symbol(.openRound), .number(1), .symbol(.closeRound)])
    #expect(try tokens("{1\n}") == [.symbol(.openCurly), .number(1), .newline, .symbol(.closeCurly)])
    #expect(
      try tokens("{[\n]\n}")
        == [.openCurly, .openSquare, .closeSquare].map { .symbol($0) } + [.newline, .symbol(.closeCurly)])
  }

  @Test(arguments: Symbol.allCases.filter { !$0.isClosing })
  func everySymbolIsRead(_ symbol: Symbol) throws {
    var lexer = Lexer(SourceText(symbol.rawValue + " "))
    let token = try lexer.next()
    #expect(token == Token(kind: .symbol(symbol), span: Span(0, symbol.rawValue.unicodeScalars.count)))
  }

  @Test func spansCountScalars() throws {
    var lexer = Lexer(SourceText("é + 12"))
    #expect(try lexer.next().span == Span(0, 1))
    #expect(try lexer.next().span == Span(2, 3))
    #expect(try lexer.next().span == Span(4, 6))
  }

  @Test(arguments: [
    ("2x", DiagnosticCode.badNumber, Span(0, 2)), ("1.2.3", .badNumber, Span(0, 5)),
    ("1e999", .numberTooLarge, Span(0, 5)), ("\"ab", .unclosedText, Span(0, 1)),
    (#""a\q""#, .badEscape, Span(2, 4)), ("2 $ 3", .unexpectedCharacter, Span(2, 3)),
    ("[1", .unclosedBracket, Span(0, 1)), ("1]", .unopenedBracket, Span(1, 2)),
    ("[1)", .mismatchedBracket, Span(2, 3)),
  ])
  func mistakes(_ text: String, _ code: DiagnosticCode, _ span: Span) {
    var found: Diagnostic?
    do { _ = try tokens(text) } catch { found = error as? Diagnostic }
    #expect(found?.code == code)
    if code != .badNumber || text == "2x" { #expect(found?.span == span) }
  }

  @Test(arguments: ["“a”", "−", "×", "≤", "∞", "²"])
  func lookalikesSayWhatToType(_ text: String) {
    let error = failure(text)
    #expect(error?.code == .unexpectedCharacter)
    #expect(error?.hint?.contains("help language") == false)
  }
}
