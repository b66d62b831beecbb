import Testing

@testable import Plotting

@Suite("Widths of text")
struct DisplayWidthTests {
  @Test(
    "Cells of a terminal",
    arguments: [
      ("", 0), ("loss", 4), ("naïve", 5), ("损失", 4), ("e\u{301}", 1), ("⠤●", 2), ("🙂", 2),
    ])
  func width(text: String, cells: Int) {
    #expect(displayWidth(text) == cells)
  }

  @Test(
    "What does not fit ends in an ellipsis and is never wider",
    arguments: [
      ("squared_hinge", 6, "squar…"), ("ok", 6, "ok"), ("损失函数", 6, "损失…"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
  func fits(text: String, cells: Int, expected: String) {
    #expect(fitted(text, cells: cells, .braille) == expected)
    #expect(displayWidth(expected) <= cells)
  }

  @Test("ASCII stays ASCII")
  func ascii() {
    #expect(fitted("naïve损 label", cells: 8, .ascii) == "na?ve? ~")
  }

  @Test(
    "Control characters become blanks", arguments: ["\n", "\r\n", "\u{1B}", "\u{9B}", "\u{202E}", "\u{2028}"])
  func control(text: String) {
    #expect(printable("a" + text + "b", .braille) == "a b")
    #expect(printable("a" + text + "b", .ascii).utf8.allSatisfy { (0x20..<0x7F).contains($0) })
  }
}
