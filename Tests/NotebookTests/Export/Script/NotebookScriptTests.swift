import Language
import Testing

@testable import Notebook

@Suite struct NotebookScriptTests {
  private func script(_ text: String, name: String = "dir/a.md") -> String {
    NotebookScript.text(played(text, name: name))
  }

  @Test func proseIsCommentsAndCellsAreLines() {
    #expect(
      script(
        "# T\n\nIt is 2<!-- = 1 + 1 -->\nor so.\n\n```loss\nx = 1\n\nx\n```\n```output\n1\n```\n\n---\n\nend\n"
      ) == """
        # Made by `lossbook export` from a.md.

        # # T
        #
        # It is 2
        # or so.

        x = 1

        x

        # ---

        # end

        """)
  }

  /// Of a cell that fails the lines up to the mistake are kept: what follows may use them.
  @Test func failingLinesAreLeftOut() {
    let text = script("```loss\na = 1\nnope(a,\n  2)\nb = 2\n```\n\n```loss\na\n```\n")
    #expect(text.contains("a = 1\n# Left out, since it ends in an error:\n# nope(a,\n#   2)\n# b = 2\n\na\n"))
    #expect(script("```loss\n1 +* 2\n```\n").contains("error:\n# 1 +* 2\n"))
  }

  @Test func lineThatFailsIsFoundByItsPlace() {
    #expect(script("```loss\nx = [1]\nx\nx[1 + 1]\n```\n").contains("x = [1]\nx\n# Left out"))
  }

  @Test func questionsAreCommentsAndDefinitionsAreLines() {
    let text = script(
      """
      ```question choice
      Which?
      - [ ] one
        more
      - [x] two => Yes.
      ```
      ```hint
      Hm.
      ```
      ```question function
      Define `f`.
      ```
      ```solution
      f(y) = y => So.
      ```
      ```test
      f(1)
      ```
      """)
    #expect(text.contains("# Question: Which?\n#\n# a) one\n#    more\n# b) two\n#\n# Solution: b\n"))
    #expect(text.contains("# Solution, which the lines below it may use:\n#\n# So.\n\nf(y) = y\n"))
  }

  @Test(arguments: ["a\r\n\r\nb\r\n", "a\u{2028}1 + nope", "a\u{0B}b\n", "- x\n\n  1\n"])
  func proseNeverBecomesCode(_ prose: String) {
    var results: [CellResult] = []
    Session(host: .isolated).run(SourceText(script(prose, name: "a\nb.md"))) {
      results.append($0)
      return true
    }
    #expect(results.isEmpty)
  }
}
