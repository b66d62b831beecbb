import Testing

@testable import Notebook

@Suite struct NotebookDocumentTests {
  private func cells(_ text: String) -> [NotebookCell] { NotebookDocument(text, name: "a.md").cells }

  @Test func cellsHaveTheirCodeAndTheirLines() {
    let cells = cells("# Title\n\n```loss\na = 1\na\n```\n\ntext\n\n```loss\nb = 2\n```\n")
    #expect(cells.map(\.code) == ["a = 1\na\n", "b = 2\n"])
    #expect(cells.map(\.firstLine) == [4, 11])
    #expect(cells.map(\.lastLine) == [6, 12])
  }

  @Test func outputBelongsToTheCellBeforeIt() {
    let cells = cells(
      "```loss\n1\n```\n\n```output\n1\n```\n\n```loss\n2\n```\n\ntext\n\n```output\n2\n```\n")
    #expect(cells[0].output?.text == "1\n")
    #expect(cells[0].output?.firstLine == 5 && cells[0].output?.lastLine == 7)
    #expect(cells[1].output == nil)
  }

  @Test func secondOutputIsProse() {
    let document = NotebookDocument("```loss\n1\n```\n```output\n1\n```\n```output\n2\n```\n", name: "a.md")
    #expect(document.cells.map { $0.output?.text } == ["1\n"])
    #expect(document.blocks.count == 2)
  }

  @Test func otherLanguagesAreProse() {
    #expect(cells("```python\n1\n```\n\n    loss\n\n```lossy\n1\n```\n\n```\n1\n```\n").isEmpty)
  }

  @Test func wordsAfterTheLanguageAreAllowed() {
    #expect(cells("```loss hidden\n1\n```\n").count == 1)
  }

  @Test func fencesNestByTheirLength() {
    let cells = cells("````loss\n\"```\"\n````\n\n~~~loss\n```\n~~~\n\n````md\n```loss\n1\n```\n````\n")
    #expect(cells.map(\.code) == ["\"```\"\n", "```\n"])
  }

  @Test func windowsLineEnds() {
    let cells = cells("# T\r\n\r\n```loss\r\na = 1\r\n```\r\n\r\n```output\r\n1\r\n```\r\n")
    #expect(cells.map(\.firstLine) == [4])
    #expect(cells[0].code.split(whereSeparator: \.isNewline) == ["a = 1"])
    #expect(cells[0].output?.isClosed == true)
  }

  @Test func unclosedFenceReachesToTheEnd() {
    let cells = cells("```loss\n1\n```\n~~~~output\n2\n3")
    #expect(cells[0].output?.text == "2\n3\n")
    #expect(cells[0].output?.isClosed == false)
    #expect(cells[0].output?.fence == "~~~~")
  }

  @Test func titleIsTheFirstHeadingOrTheName() {
    #expect(NotebookDocument("text\n\n## The *title*\n\n# Other\n", name: "a.md").title == "The title")
    #expect(NotebookDocument("text", name: "a.md").title == "a.md")
    #expect(NotebookDocument("", name: "a.md").blocks.isEmpty)
  }

  @Test func htmlIsNoCell() {
    #expect(cells("<div>\n\n```loss\n1\n```\n\n</div>\n").count == 1)
    #expect(cells("<!--\n```loss\n1\n```\n-->\n").isEmpty)
  }

  @Test(arguments: ["> ", "- ", "[", "*", "<div>", "![", "**_", "`", "((", "1. "])
  func hugeNestingIsSurvived(_ opening: String) {
    let text = String(repeating: opening, count: 20_000) + "x\n\n```loss\n1\n```\n"
    let document = NotebookDocument(text, name: "a.md")
    #expect(document.blocks.count >= 1 || document.refusal != nil)
    _ = MarkdownPieces.pieces([MarkdownNode(parsing: text)])
  }

  @Test func zeroBytesAreSurvived() {
    #expect(cells("\u{0}\n\n```loss\n\u{0}\n```\n").count == 1)
  }
}
