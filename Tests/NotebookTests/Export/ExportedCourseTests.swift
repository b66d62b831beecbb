import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

/// What is written for readers is exported in every format.
@Suite struct ExportedCourseTests {
  private static let files: [String] = {
    let lessons = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("lessons"))) ?? []
    return lessons.filter { $0.hasSuffix(".md") }.sorted().map { "lessons/" + $0 } + ["README.md"]
  }()

  @Test func thereIsACourse() { #expect(Self.files.count > 3) }

  @Test(arguments: files)
  func notebookIsExported(_ path: String) throws {
    let document = NotebookDocument(
      try String(contentsOfFile: Repository.path(path), encoding: .utf8), name: path)
    let directory = Repository.path(path.contains("/") ? "lessons" : "")
    let notebook = PlayedNotebook(document, host: reading(directory), keepsGoing: false)
    #expect(notebook.failures.isEmpty)
    #expect(tagProblem(in: HTMLPage.text(notebook)) == nil)
    #expect(try JupyterFile(JupyterNotebook.text(notebook)).problems == [])
    expectSameResults(notebook, directory)
    // Its recorded outputs have just come again, up to the last digit written.
    let recorded = NotebookDocument(RecordedOutputs.text(notebook), name: path)
    for (old, new) in zip(document.cells, recorded.cells) {
      guard let output = old.output else { continue }
      #expect(OutputComparison.agree(expected: output.text, actual: new.output?.text ?? "", old.tolerance))
    }
    #expect(recorded.cells.count == document.cells.count)
  }

  /// The script gives what the cells gave, and beside that the definitions that questions ask for.
  private func expectSameResults(_ notebook: PlayedNotebook, _ directory: String) {
    let wanted = notebook.blocks.flatMap { block -> [CellResult] in
      switch block {
      case .cell(let cell): cell.results.filter { $0.outcome.error == nil }
      case .question(let question) where question.isKept: question.solution?.results ?? []
      default: []
      }
    }
    var came: [CellResult] = []
    Session(host: reading(directory)).run(SourceText(NotebookScript.text(notebook))) {
      came.append($0)
      return $0.outcome.error == nil
    }
    #expect(came.map(\.input) == wanted.map(\.input))
    for (a, b) in zip(came, wanted) { #expect(a.outcome.pieces.plainText() == b.outcome.pieces.plainText()) }
  }
}
