import Language
import Testing

@testable import Notebook

@Suite struct PlayedNotebookTests {
  @Test func cellsKeepTheirResultsAndNumbers() throws {
    let notebook = played("# T\n\n```loss\nx = 2\nx\n```\n\ntext\n\n```loss\nx + 1\n```\n")
    let cells = notebook.blocks.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    #expect(cells.map(\.text) == ["2", "3"])
    #expect(cells.map(\.numbers) == [1...2, 3...3])
    #expect(notebook.failures.isEmpty)
  }

  @Test func proseThatStandsTogetherStaysTogether() {
    let notebook = played("# T\n\nfirst\n  line\n\n- a\n- b\n\n---\n\nlast\n")
    let sources = notebook.blocks.compactMap { if case .prose(let prose) = $0 { prose.source } else { nil } }
    #expect(sources == ["# T\n\nfirst\n  line\n\n- a\n- b", "last"])
  }

  @Test func unexpectedErrorIsAFailure() {
    let text = "```loss\n1\nnope\n2\n```\n\n```loss\n3\n```\n"
    let all = played(text)
    #expect(all.failures.map(\.cell.firstLine) == [2])
    #expect(all.failures.first?.results.count == 2)
    let stopped = PlayedNotebook(NotebookDocument(text, name: "a"), host: .isolated, keepsGoing: false)
    guard case .cell(let last)? = stopped.blocks.last, case .cell(let lastOfAll)? = all.blocks.last else {
      Issue.record("no cells")
      return
    }
    #expect(last.results.isEmpty && lastOfAll.results.count == 1)
  }

  @Test func recordedErrorIsNone() {
    #expect(played("```loss\nnope\n```\n```output\nerror:\n```\n").failures.isEmpty)
  }

  @Test func definitionsOfSolutionsStayAndValuesGo() {
    let notebook = played(
      """
      ```question function
      Define f.
      ```
      ```solution
      f(y, p) = y + p
      ```
      ```test
      f(1, 2)
      ```
      ```question value
      What?
      ```
      ```solution
      z = 4; z
      ```
      ```loss
      f(1, 2)
      z
      ```
      """)
    guard case .cell(let cell)? = notebook.blocks.last else {
      Issue.record("no cell")
      return
    }
    #expect(cell.results.first?.outcome.error == nil && cell.error?.message.contains("`z`") == true)
    #expect(cell.numbers == 1...2)
  }
}
