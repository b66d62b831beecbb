import Testing

@testable import Language

struct SourceTextTests {
  @Test func placesCountFromOne() {
    let source = SourceText("ab\ncd\r\nef\rg", firstLine: 10)
    #expect(source.place(of: 0) == .init(line: 10, column: 1))
    #expect(source.place(of: 4) == .init(line: 11, column: 2))
    #expect(source.place(of: 7) == .init(line: 12, column: 1))
    #expect(source.place(of: 10) == .init(line: 13, column: 1))
    #expect(source.place(of: 99) == .init(line: 13, column: 2))
    #expect(source.place(of: -5) == .init(line: 10, column: 1))
  }

  @Test func linesComeWithoutTheirEnds() {
    let source = SourceText("ab\r\ncd")
    #expect(source.text(source.line(around: 1)) == "ab")
    #expect(source.text(source.line(around: 5)) == "cd")
    #expect(SourceText("").line(around: 3) == Span(0, 0))
  }

  @Test func excerptsAreShortAndHarmless() {
    let source = SourceText("a\u{1B}b" + String(repeating: "x", count: 100))
    #expect(source.excerpt(Span(0, 3)) == "a\\u{1b}b")
    #expect(source.excerpt(Span(0, 103), limit: 10) == "a\\u{1b}bxxxxxxx...")
  }
}
