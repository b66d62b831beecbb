import Language
import Testing

@testable import Notebook

@Suite struct MarkdownPiecesTests {
  private func text(_ markdown: String, width: Int = 80) -> [String] {
    MarkdownPieces.pieces([MarkdownNode(parsing: markdown)]).plainText(Layout(width: width)).lines
  }

  private func runs(_ markdown: String) -> [StyledRun] {
    MarkdownPieces.pieces([MarkdownNode(parsing: markdown)]).flatMap { $0.lines(Layout()) }.flatMap(\.runs)
  }

  @Test func emphasisAndCodeKeepTheirMeaning() {
    let runs = runs("plain *em* **strong** `code`")
    #expect(runs.contains(StyledRun("em", .emphasis)))
    #expect(runs.contains(StyledRun("strong", .strong)))
    #expect(runs.contains(StyledRun("code", .code)))
  }

  @Test func tabsOfCodeGoToTheStopsOfTheCode() {
    #expect(text("```\nif x:\n\treturn\ta\n```\n") == ["    if x:", "        return  a"])
  }

  @Test func headingIsAHeadingThrough() {
    #expect(runs("# One `two` *three*").contains(StyledRun("three", .heading)))
  }

  @Test func listsAreNumberedAndIndented() {
    #expect(text("- a\n- b\n  - c\n") == ["- a", "- b", "  - c"])
    #expect(text("3. a\n4. b\n") == ["3. a", "4. b"] && text("0. a\n1. b\n") == ["0. a", "1. b"])
  }

  @Test func longItemHangsBelowItsText() {
    let lines = text("- one two three four five six seven eight nine ten eleven\n", width: 40)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("- one") && lines[1].hasPrefix("  "))
  }

  @Test(arguments: [40, 80])
  func proseFitsTheWindow(_ width: Int) {
    let words = Array(repeating: "word", count: 60).joined(separator: " ")
    let lines = text("# \(words)\n\n\(words)\n\n> \(words)\n\n- \(words)\n", width: width)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.contains { $0.count > width - 6 })
  }

  @Test func softBreaksAreBlanks() { #expect(text("one\ntwo\n") == ["one two"]) }

  @Test func linkShowsWhereItLeads() {
    #expect(text("[here](https://example.org/a)") == ["here (https://example.org/a)"])
    #expect(text("<https://example.org>") == ["https://example.org"])
    #expect(text("[up](#top)") == ["up"])
  }

  @Test func tablesHaveColumns() {
    let lines = text("| a | b |\n|---|---|\n| 1 | `two` |\n")
    #expect(lines.first?.split(separator: " ") == ["a", "b"])
    #expect(lines.last?.split(separator: " ") == ["1", "two"])
  }

  @Test func codeIsSetApart() { #expect(text("```\na\n\nb\n```\n") == ["    a", "", "    b"]) }

  @Test func htmlIsNotShown() { #expect(text("<b>bold</b>\n\n<div>\nx\n</div>\n") == ["bold"]) }

  /// What a file holds must not command the terminal, wherever it stands.
  @Test(arguments: [
    "E", "# E", "- E", "`E`", "```\nE\n```", "[E](E)", "> E", "| E | E |\n|---|---|\n| E | E |", "*E*",
    "&#27;[31m",
    "[a](https://e.org/&#27;[31m)",
  ])
  func escapesAreMadeHarmless(_ markdown: String) {
    let hostile = "x\u{1B}[31m\u{9B}2J\u{7}\u{202E}y"
    let lines = text(markdown.replacing("E", with: hostile))
    let scalars = lines.joined().unicodeScalars
    #expect(!scalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
    #expect(!lines.isEmpty)
  }

  @Test func escapesInATitleAreMadeHarmless() {
    let lines = text("# \u{1B}]0;title\u{7}")
    #expect(lines == ["\u{FFFD}]0;title\u{FFFD}"])
  }
}
