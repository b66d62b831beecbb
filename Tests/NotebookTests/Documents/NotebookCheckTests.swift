import Language
import Testing

@testable import Notebook

@Suite struct NotebookCheckTests {
  private func check(_ text: String) -> NotebookCheck {
    NotebookCheck(NotebookDocument(text, name: "a.md"), host: .isolated)
  }

  @Test func agreementFindsNothing() {
    let result = check(
      "```loss\nx = 2\nx\n```\n```output\n2\n```\n\n```loss\nx + 1\n```\n```output\n3\n```\n")
    #expect(result.findings.isEmpty)
    #expect(result.cellCount == 2)
    #expect(result.updatedText == result.document.text)
  }

  @Test func differenceHasTheLineOfTheOutput() throws {
    let finding = try #require(check("# T\n\n```loss\n1 + 1\n```\n\n```output\n3\n```\n").findings.first)
    #expect(finding.line == 7)
    #expect(finding.difference == ["- 3", "+ 2"])
    #expect(finding.isMendedByUpdate)
  }

  @Test func outputThatALessonDoesNotRecordIsNoted() throws {
    func notes(_ text: String, _ name: String = "01-a.md") -> [Int] {
      let check = NotebookCheck(NotebookDocument(text, name: name), host: .isolated)
      #expect(check.findings.isEmpty && check.updatedText == text)
      return check.notes.map(\.line)
    }
    #expect(notes("# T\n\n```loss\nx = 2\nx\n```\n") == [4])
    #expect(notes("# T\n\n```loss\nx = 2\n```\n").isEmpty)
    #expect(notes("# T\n\n```loss\n1\n```\n```output\n1\n```\n").isEmpty)
    #expect(notes("# T\n\n```loss\n1\n```\n", "notes.md").isEmpty)
  }

  @Test func cellWithoutOutputMustNotFail() throws {
    let finding = try #require(check("```loss\n1\n2 + nope\n```\n").findings.first)
    #expect(finding.line == 2)
    #expect(finding.message.contains("`nope` is not known"))
    #expect(!finding.isMendedByUpdate)
  }

  @Test func recordedErrorIsExpected() {
    let text = check("```loss\nnope\n```\n```output\nerror:\n```\n").updatedText
    #expect(text.contains("error: `nope` is not known"))
    #expect(check(text).findings.isEmpty)
  }

  @Test(arguments: ["", "2\n", "an error: here\n"])
  func newErrorIsNeverRecorded(_ recorded: String) throws {
    let result = check(
      "```loss\n1\n```\n```output\n2\n```\n\n```loss\nassert 1 > 2\n```\n```output\n\(recorded)```\n")
    try #require(result.findings.count == 2)
    #expect(result.findings[1].line == 9 && !result.findings[1].isMendedByUpdate)
    #expect(result.findings[1].message.contains("this does not hold"))
    let mended = result.document.text.replacing("output\n2", with: "output\n1", maxReplacements: 1)
    #expect(result.updatedText == mended)
  }

  @Test func cellsAfterAFailureStillRun() {
    #expect(check("```loss\nnope\n```\n\n```loss\n1\n```\n```output\n1\n```\n").findings.count == 1)
  }

  @Test func updateTouchesOutputsAlone() {
    let text = "# T  \r\n\r\n```loss\r\n1 + 1\r\n```\r\n```output\r\n3\r\n4\r\n```\r\nmixed\nend"
    #expect(
      check(text).updatedText == "# T  \r\n\r\n```loss\r\n1 + 1\r\n```\r\n```output\r\n2\r\n```\r\nmixed\nend"
    )
  }

  /// A carriage return ends a line for Markdown, wherever it stands.
  @Test func updateCountsLinesAsMarkdownDoes() {
    let text = "a\rb\n\n```loss\r1 + 1\r```\n```output\n3\n```\r\nend"
    #expect(check(text).updatedText == "a\rb\n\n```loss\r1 + 1\r```\n```output\n2\n```\r\nend")
  }

  @Test func updateOfSeveralOutputsKeepsTheirPlaces() {
    let text = "```loss\n[1, 2]\n```\n```output\n```\n\n```loss\nx = 1\n```\n```output\nold\nold\n```\n"
    let expected = "```loss\n[1, 2]\n```\n```output\n[1, 2]\n```\n\n```loss\nx = 1\n```\n```output\n```\n"
    #expect(check(text).updatedText == expected)
    #expect(check(expected).findings.isEmpty)
  }

  @Test func updateClosesAnOpenFence() {
    #expect(check("~~~loss\n1\n~~~\n~~~output\n3").updatedText == "~~~loss\n1\n~~~\n~~~output\n1\n~~~")
  }

  @Test func notebookWithoutCellsIsWell() {
    #expect(check("# T\n").findings.isEmpty)
    #expect(check("").updatedText.isEmpty)
  }
}
