import Testing

@testable import Terminal

@Suite struct PageCutTests {
  private let lines = (1...10).map { "line \($0)" }

  @Test(arguments: [(12, true), (11, true), (10, false), (5, false)])
  func fitsWithARowForThePrompt(_ rows: Int, _ fits: Bool) {
    #expect(PageCut(lines).fits((80, rows)) == fits)
  }

  @Test func windowsFollowEachOther() {
    var cut = PageCut(lines)
    #expect(cut.nextWindow((80, 5)) == 0..<4)
    #expect(cut.nextLine() == 4..<5)
    #expect(cut.nextWindow((80, 4)) == 5..<8 && !cut.isDone)
    #expect(cut.nextWindow((80, 24)) == 8..<10 && cut.isDone)
    #expect(cut.nextLine().isEmpty && cut.nextWindow((80, 24)).isEmpty)
  }

  @Test func linesWiderThanTheWindowTakeSeveralRows() {
    setUpLocale()
    let wide = ["\u{1B}[1m" + String(repeating: "漢", count: 10) + "\u{1B}[0m", "", "a", "b"]
    #expect(PageCut(wide).fits((20, 5)) && !PageCut(wide).fits((19, 5)))
    var cut = PageCut(wide)
    #expect(cut.nextWindow((10, 4)) == 0..<2)
    // Even a line that is taller than the window goes on.
    var tall = PageCut(wide)
    #expect(tall.nextWindow((4, 2)) == 0..<1)
    #expect(tall.nextWindow((0, 0)) == 1..<2)
  }

  private static let steps: [(UInt32, PageStep)] = [
    (0x20, .window), (0x8B, .window), (0x0D, .line), (0x0A, .line), (0x81, .line), (0x71, .end), (0x1B, .end),
    (0x03, .end), (0x1A, .suspend), (0x04, .type), (0x61, .type), (0xE9, .type), (0x1F642, .type),
    (0x09, .nothing), (0x80, .nothing), (0x7F, .nothing),
  ]

  @Test(arguments: steps)
  func keysDoWhatTheStatusSays(_ code: UInt32, _ step: PageStep) {
    #expect(PageStep(code) == step)
  }

  @Test(arguments: 0...100)
  func statusLeavesTheLastColumnFree(_ columns: Int) {
    let text = PageStatus.text(columns: columns)
    #expect(text.count < max(columns, 1))
    #expect(columns < 40 || text.contains("Enter one line, q skips"))
  }
}
