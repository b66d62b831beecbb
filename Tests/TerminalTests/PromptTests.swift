import Testing

@testable import Terminal

@Suite struct PromptTests {
  private func text(_ source: String, escapes: Bool = true, unicode: Bool = true) -> String {
    Prompt(source, allowsEscapes: escapes, allowsUnicode: unicode).text
  }

  @Test func escapesAreMarked() {
    #expect(text("\u{1b}[1min\u{1b}[0m> ") == "\u{1}\u{1b}[1m\u{1}in\u{1}\u{1b}[0m\u{1}> ")
  }

  @Test func escapeAtTheEndMovesBeforeTheLastBlank() {
    #expect(text("\u{1b}[1m>\u{1b}[22m \u{1b}[0m") == "\u{1}\u{1b}[1m\u{1}>\u{1}\u{1b}[22m\u{1b}[0m\u{1} ")
  }

  @Test func whatCannotBeShownIsLeftOut() {
    #expect(text("\u{1b}[1min›\u{1b}[0m ", escapes: false) == "in› ")
    #expect(text("in›\n\u{7} ", unicode: false) == "in ")
    #expect(text("\u{1b}[0m") == "")
  }

  @Test func widthCountsWhatIsSeen() {
    setUpLocale()
    #expect(Prompt("\u{1b}[1m漢>\u{1b}[0m ", allowsEscapes: true, allowsUnicode: true).width == 4)
  }
}
