import Testing

@testable import Terminal

@Suite struct BlockMotionTests {
  @Test func linesAboveAndBelowKeepTheColumn() {
    let motion = BlockMotion(before: "abc\nd", after: "ef\ngh")
    #expect(motion.toLineAbove == 4)
    #expect(motion.toLineBelow == 4)
    #expect(motion.toLineStart == 1)
    #expect(motion.toLineEnd == 2)
  }

  @Test func shorterLinesEndTheColumn() {
    let motion = BlockMotion(before: "a\nbcd", after: "\n")
    #expect(motion.toLineAbove == 4)
    #expect(motion.toLineBelow == 1)
  }

  @Test func singleLineHasNoneAboveOrBelow() {
    let motion = BlockMotion(before: "", after: "")
    #expect(motion.toLineAbove == nil)
    #expect(motion.toLineBelow == nil)
  }

  @Test(arguments: [
    ("", 10, 0), ("12345678", 10, 1), ("1234567", 10, 0), ("a\nb", 10, 1), ("a\n12345678901", 10, 2),
  ])
  func cursorRowCountsWrappedRows(_ text: String, _ columns: Int, _ row: Int) {
    #expect(cursorRow(promptWidth: 2, textBeforeCursor: text, columns: columns) == row)
  }
}
