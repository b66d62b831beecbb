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
}
