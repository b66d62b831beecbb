import Language
import Testing

@testable import Notebook

@Suite struct JupyterReadingTests {
  private func notebook(_ cells: String, metadata: String = "{}") -> [UInt8] {
    Array(#"{"nbformat": 4, "nbformat_minor": 5, "metadata": \#(metadata), "cells": [\#(cells)]}"#.utf8)
  }

  private let cells =
    ##"{"cell_type": "markdown", "source": ["# Notes\n", "\n", "Words."]}, "##
    + #"{"cell_type": "code", "source": "x = 1\nnope", "outputs": [{"output_type": "stream", "text": "old"}]}, "#
    + #"{"cell_type": "raw", "source": "left out"}, {"cell_type": "code", "source": []}, "#
    + #"{"cell_type": "code", "source": ["y = 2"]}"#

  @Test func proseAndCodeComeOverAndOutputsDoNot() throws {
    let text = try JupyterReading(String(decoding: notebook(cells), as: UTF8.self)).markdown
    #expect(text == "# Notes\n\nWords.\n\n```loss\nx = 1\nnope\n```\n\n```loss\ny = 2\n```\n")
  }

  @Test func errorsNameTheCell() throws {
    let sources = try ScriptText.sources(notebook(cells), name: "a.ipynb")
    #expect(sources.map(\.name) == ["a.ipynb, cell 1", "a.ipynb, cell 2"])
    let document = try NotebookDocument(
      anyText: String(decoding: notebook(cells), as: UTF8.self), name: "a.ipynb")
    #expect(document.cells.map { document.source(of: $0).name } == sources.map(\.name))
  }

  /// Of a notebook of ours they name the line.
  @Test func errorsOfMarkdownNameTheLine() throws {
    let sources = try ScriptText.sources(Array("Words.\n\n```loss\nx = 1\n```\n".utf8), name: "a.md")
    #expect(sources.map(\.name) == ["a.md"] && sources.map(\.firstLine) == [4])
  }

  @Test(arguments: [#"{"kernelspec": {"language": "python"}}"#, #"{"language_info": {"name": "R"}}"#])
  func otherLanguagesAreRefused(_ metadata: String) {
    #expect(throws: FileProblem.self) {
      try ScriptText.sources(notebook(cells, metadata: metadata), name: "a.ipynb")
    }
  }

  @Test(arguments: ["", "[]", "{}", #"{"cells": 3}"#, #"{"cells": [{"cell_type": "code", "source": 3}]}"#])
  func whatIsNoNotebookIsRefused(_ text: String) {
    #expect(throws: FileProblem.self) { try ScriptText.sources(Array(text.utf8), name: "a.ipynb") }
  }
}
