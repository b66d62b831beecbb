import Language
import Testing

@testable import Notebook

@Suite struct RecordedOutputsTests {
  private func text(_ markdown: String) -> String { RecordedOutputs.text(played(markdown)) }

  @Test func everyCellGetsWhatItShows() {
    #expect(
      text("# T\n\n```loss\nx = 1\n```\n\n```loss\nx\n```\n\n```loss\nx + 1\n```\n```output\n7\n```\n") == """
        # T

        ```loss
        x = 1
        ```

        ```loss
        x
        ```
        ```output
        1
        ```

        ```loss
        x + 1
        ```
        ```output
        2
        ```

        """)
  }

  @Test(arguments: [
    "```loss\n1\n```\n", "~~~loss\n1\n~~~", "```loss\n1\n```", "```loss\n1", "````loss\n1\n````\ntext\n",
    "```loss\r\n1\r\n```\r\nx\r\n", "```loss\n\"```\"\n```\n", "```loss\nnope\n```\n```output\nerror:\n```\n",
  ])
  func resultPassesTheCheckAndStays(_ markdown: String) {
    let once = text(markdown)
    let check = NotebookCheck(NotebookDocument(once, name: "a.md"), host: .isolated)
    #expect(check.findings.isEmpty, "\(once)")
    #expect(check.document.cells.first?.output != nil, "\(once)")
    #expect(text(once) == once)
  }
}
