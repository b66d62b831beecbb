import Testing

@testable import Notebook

@Suite struct EscapeTests {
  @Test(arguments: ["", "x = 1", "a\tb", "a\nb", "a\rb", "a\r\nb", "\\n", "\\", "\u{301}\n", "\t\r\n\\\n"])
  func textsComeBackWithoutLineEndsBetween(_ text: String) {
    let escaped = Escape.escaped(text)
    #expect(!escaped.unicodeScalars.contains { ["\n", "\r", "\t"].contains($0) })
    #expect(Escape.unescaped(escaped) == text)
  }

  @Test(arguments: ["\\", "a\\", "\\x", "\\\\\\"])
  func whatIsNotWrittenIsNotRead(_ text: String) {
    #expect(Escape.unescaped(text) == nil)
  }

  /// A carriage return before a line feed makes them one character, which is no line feed.
  @Test func linesEndWhereTheirBytesSay() {
    #expect(Escape.wholeLines("a\r\nb\n\nc") == ["a\r", "b", ""])
    #expect(Escape.wholeLines("").isEmpty && Escape.wholeLines("torn").isEmpty)
  }
}
