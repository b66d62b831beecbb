import Testing

@testable import Notebook

/// Texts that the Markdown library would not come to an end with, and others that only look like them.
@Suite struct ReadingEffortTests {
  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test func whatTakesTooLongIsRefusedWithItsLine() {
    let images = ReadingEffort.refusal("# A\n\n" + repeated("![[]()", 20_000))
    #expect(images?.line == 3)
    #expect(images?.message == "40000 brackets between two blank lines are too many to be read")
    let bars = ReadingEffort.refusal(repeated("|", 40_000) + "\n" + repeated("|-", 40_000))
    #expect(bars?.message.contains("bars between two blank lines") == true)
    let table = ReadingEffort.refusal("a\n\n" + repeated("x\n", 50_000) + "|-|")
    #expect(table?.line == 3)
    #expect(table?.message.contains("above what may be a table") == true)
    let references = ReadingEffort.refusal(
      "[x]: " + repeated("u", 50_000) + "\n\n" + repeated("[x]\n\n", 5_000))
    #expect(references?.message.contains("5001 brackets may refer to an address of up to 50005") == true)
  }

  /// Line ends of every kind part what is counted, and blanks on an empty line do not matter.
  @Test(arguments: ["\n\n", "\r\n\r\n", "\n \t\n"]) func blankLinesPart(_ gap: String) {
    #expect(ReadingEffort.refusal(repeated(repeated("[", 500) + gap, 400)) == nil)
    #expect(ReadingEffort.refusal(repeated("[", 20_000)) != nil)
  }

  @Test func ordinaryTextsAreRead() {
    let matrix = "```loss\nm = [" + repeated("[1, 2, 3],\n", 5_000) + "]\n```\n"
    #expect(ReadingEffort.refusal(matrix) == nil)
    #expect(ReadingEffort.refusal("| a | b |\n|---|---|\n" + repeated("| 1 | 2 |\n", 2_000)) == nil)
    #expect(ReadingEffort.refusal("[x]: https://example.org\n\n" + repeated("[x] ", 2_000)) == nil)
    #expect(ReadingEffort.refusal("") == nil)
  }

  @Test func refusedDocumentSaysSo() throws {
    let document = NotebookDocument(repeated("![[]()", 20_000), name: "a.md")
    #expect(document.blocks.isEmpty)
    #expect(document.problems.first?.line == 1)
    #expect(throws: (any Error).self) { try NotebookDocument(readable: document.text, name: "a.md") }
  }

  @Test func examplesHaveNoExamples() {
    let text = "~~~~~markdown lesson\n~~~~markdown lesson\n```loss\n1\n```\n~~~~\n~~~~~\n"
    let document = NotebookDocument(text, name: "a.md")
    #expect(document.examples.count == 1)
    #expect(document.examples.first?.examples.isEmpty == true)
    #expect(NotebookDocument(repeated("~~~markdown lesson\n", 3_000), name: "a.md").examples.count == 1)
  }

  @Test func formulasInsideEachOtherHaveAnEnd() {
    for part in ["\\frac{", "\\frac", "^{", "^", "\\hat", "{", "\\sqrt "] {
      #expect(!FormulaText.text(repeated(part, 50_000)).isEmpty)
    }
  }

  @Test func differenceOfLongOutputsIsShort() {
    let (old, new) = (repeated("a\n", 3_000), repeated("b\n", 3_000))
    let lines = OutputComparison.difference(expected: old, actual: new)
    #expect(lines.first == "- a" && lines.last == "+ b" && lines.count == 6_000)
  }
}
