import Testing

@testable import Terminal

@Suite struct DisplayWidthTests {
  init() { setUpLocale() }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("🙂", 2), ("👩‍🔬", 2), ("❤️", 2), ("🇩🇪", 2),
    ("\u{1b}[1;31mab\u{1b}[0m", 2), ("\u{1b}[38:5:1mx", 1), ("a\tb", 2), ("\u{1b}[2Jx", 4), ("…›", 2),
  ])
  func widthsAreThoseOnTheScreen(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func truncationNeverExceedsTheColumns() {
    #expect(truncated("漢字", columns: 3) == "漢")
    #expect(truncated("ab", columns: 2) == "ab")
    #expect(truncated("ab", columns: 0) == "")
  }

  @Test func coloursAreCutOut() {
    #expect(withoutColours("a\u{1b}[1mb\u{1b}[0m\u{1b}[m") == "ab")
    #expect(withoutColours("\u{1b}[1") == "\u{1b}[1")
  }
}
