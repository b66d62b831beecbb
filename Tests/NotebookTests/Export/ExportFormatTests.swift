import Testing

@testable import Notebook

@Suite struct ExportFormatTests {
  @Test(arguments: [
    ("a.html", "html"), ("a.HTM", "html"), ("b/c.ipynb", "ipynb"), ("x.loss", "loss"), ("x.markdown", "md"),
    ("x.md", "md"),
  ])
  func endingSaysTheFormat(_ path: String, _ name: String) { #expect(ExportFormat.of(path)?.name == name) }

  @Test(arguments: ["", "html", "a.", "a.pdf", "a.html/b", "."])
  func otherEndingsSayNothing(_ path: String) { #expect(ExportFormat.of(path) == nil) }

  @Test(arguments: ExportFormat.all.map(\.name))
  func textBeginsWithItsMark(_ name: String) throws {
    let format = try #require(ExportFormat.named(name))
    let text = format.text(played("# T\n\n```loss\n1\n```\n"))
    #expect(text.hasPrefix(format.mark ?? "") && text.hasSuffix("\n"))
  }
}
