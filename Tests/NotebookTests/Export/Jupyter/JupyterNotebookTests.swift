import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct JupyterNotebookTests {
  private func notebook(_ text: String) throws -> JupyterFile {
    try JupyterFile(JupyterNotebook.text(played(text)))
  }

  @Test func fileIsAsTheSchemaWants() throws {
    let text = JupyterNotebook.text(played(Hostile.notebook))
    #expect(text.hasPrefix(JupyterNotebook.mark))
    #expect(try JupyterFile(text).problems == [])
  }

  @Test func essentialsOfTheSchemaAreChecked() throws {
    let text = JupyterNotebook.text(played("# T\n\n```loss\n1\n```\n"))
    for (from, to) in [
      ("\"nbformat_minor\": 5", "\"nbformat_minor\": 4"), ("\"id\": \"", "\"id\": \" "),
      ("\"execution_count\": 1", "\"execution_count\": \"1\""),
      ("\"cell_type\": \"code\"", "\"cell_type\": \"loss\""),
      ("execute_result", "result"), ("\"outputs\"", "\"output\""),
      ("\"name\": \"lossbook\"", "\"nom\": \"lossbook\""),
    ] {
      #expect(try JupyterFile(text.replacing(from, with: to)).problems != [], "\(from)")
    }
  }

  @Test func proseAndCellsKeepTheirOrder() throws {
    let file = try notebook("# T\n\na<!-- = 1 --> $x_i$\n\n```loss\nx = 1\nx\n```\n\n---\n\nb\n")
    #expect(file.cells.map(\.type) == ["markdown", "code", "markdown", "markdown"])
    #expect(file.cells.map(\.source) == ["# T\n\na $x_i$", "x = 1\nx", "---", "b"])
    #expect(file.cells[1].count == 1)
  }

  @Test func valueIsTheResultAndTheRestIsDisplayed() throws {
    let file = try notebook("```loss\n1 + 1\nplot x for x in 0..1\n[1, 2]\n```\n\n```loss\nx = 1\n```\n")
    #expect(file.cells[0].outputs.map(\.type) == ["display_data", "display_data", "execute_result"])
    #expect(file.cells[0].outputs[0].data["text/plain"] == "2")
    #expect(file.cells[0].outputs[1].data["image/svg+xml"]?.hasPrefix("<svg ") == true)
    #expect(file.cells[0].outputs[1].data["text/plain"]?.contains("┤") == true)
    #expect(file.cells[0].outputs[2].data == ["text/plain": "[1, 2]"])
    #expect(file.cells[1].outputs.isEmpty && file.cells[1].count == 2)
  }

  @Test func tablesAreHTMLToo() throws {
    let output = try #require(notebook("```loss\nexplain mse([1, 2], [3, 5])\n```\n").cells[0].outputs.first)
    let html = try #require(output.data["text/html"])
    #expect(html.contains("<table>") && tagProblem(in: html) == nil)
    #expect(output.data["text/plain"]?.contains("y_true") == true)
  }

  @Test func errorsAreErrors() throws {
    let file = try notebook("```loss\n1\n2 + nope\n```\n")
    #expect(file.cells[0].outputs.map(\.type) == ["display_data", "error"])
    #expect(file.cells[0].outputs[1].traceback.contains("      ^^^^"))
  }

  @Test func sameCellsHaveNamesOfTheirOwn() throws {
    let text = "a\n\n```loss\n1\n```\n\n```loss\n1\n```\n"
    let identifiers = try notebook(text).cells.map(\.identifier)
    #expect(Set(identifiers).count == 3)
    #expect(try notebook("new\n\n---\n\n" + text).cells.map(\.identifier).suffix(2) == identifiers.suffix(2))
  }

  @Test func questionsAreFoldedAndDefinitionsAreCells() throws {
    let file = try notebook(
      """
      ```question function
      Define `f`.
      ```
      ```solution
      f(y) = y => So.
      ```
      ```hint
      Hm.
      ```
      ```test
      f(1)
      ```
      """)
    #expect(file.cells.map(\.type) == ["markdown", "code"])
    #expect(
      file.cells[0].source.contains(
        "**Question**\n\nDefine `f`.\n\n<details>\n<summary>Hint</summary>\n\nHm.\n\n</details>"))
    #expect(file.cells[0].source.contains("```loss\nf(y) = y\n```\n\nSo."))
    #expect(file.cells[1].source.hasSuffix("\nf(y) = y") && file.cells[1].isFolded)
  }

  /// The real reader, where there is one.
  @Test(.enabled(if: PythonModule.isThere("nbformat")))
  func realReaderTakesIt() throws {
    let directory = try TemporaryDirectory()
    try directory.write("a.ipynb", JupyterNotebook.text(played(Hostile.notebook)))
    let code = "import nbformat; nbformat.validate(nbformat.read('a.ipynb', nbformat.NO_CONVERT))"
    #expect(try PythonModule.run(code, in: directory) == "")
  }
}
