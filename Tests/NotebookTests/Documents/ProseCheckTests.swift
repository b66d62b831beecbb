import Language
import Testing

@testable import Notebook

@Suite struct ProseCheckTests {
  private func findings(_ text: String, name: String = "a.md") -> [String] {
    let surroundings = NotebookCheck.Surroundings(fileExists: { $0 == "there.md" }, lessonNumbers: [1, 2])
    return NotebookCheck(NotebookDocument(text, name: name), host: .isolated, surroundings: surroundings)
      .findings.map { "\($0.line): \($0.message)" }
  }

  private static let cell = "```loss\ny = [1, 2]; p = [1, 3]\nbig = 10000\n```\n\n"

  @Test(arguments: [
    "The loss is 0.5<!-- = mse(y, p) -->.", "It is **0.50**<!-- = mse(y, p) -->.",
    "`1`<!-- = y[0] --> it is.",
    "Half, 50%<!-- = mse(y, p) -->.", "Minus −0.5<!-- = -mse(y, p) --> here.", "From 1 to 3<!-- = p -->.",
    "About 0.6<!-- = mse(y, p) ≈ 25% -->.", "10 000<!-- = big --> or 10,000<!-- = big -->.",
    "About 5e-1<!-- = mse(y, p) -->.", "| a |\n|---|\n| 0.5<!-- = mse(y, p) --> |",
    "No claim <!-- just words -->.",
    "```question value\nIt was 0.5<!-- = mse(y, p) -->. Now?\n```\n```solution\n2\n```",
  ])
  func numbersThatHold(_ prose: String) {
    #expect(findings(Self.cell + prose).isEmpty, "\(findings(Self.cell + prose))")
  }

  @Test(arguments: [
    ("The loss is 0.4<!-- = mse(y, p) -->.", "the text says 0.4, and `mse(y, p)` is 0.5"),
    ("It is 51%<!-- = mse(y, p) -->.", "the text says 51%, and `mse(y, p)` is 50%"),
    ("It is 0.6<!-- = mse(y, p) ≈ 5% -->.", "the text says 0.6"),
    ("It is 0.5<!-- = nope -->.", "`nope` cannot be computed"),
    ("It is<!-- = mse(y, p) -->.", "there is no number"),
    ("It is 3<!-- = p -->.", "there is no number"), ("It is 3<!-- = \"x\" -->.", "is no number"),
    ("It is 0.5<!-- = mse(y, p) ≈ x -->.", "`x` is no tolerance"), ("<!-- = 3 -->", "there is no number"),
    ("[a](gone.md)", "the link leads nowhere: there is no gone.md"),
    ("[a](#nowhere)", "no heading for the link #nowhere"),
    ("![a](gone.png)", "the link leads nowhere"), ("See `lesson 9`.", "there is no lesson 9"),
    ("Try `mean_absolute_eror(y, p)`.", "is it `mean_absolute_error`?"),
    ("Try `sotfmax(z)`.", "is it `softmax`?"),
    ("```question value\nQ?\n```\n```solution\n2 => It is 7<!-- = y[0] -->.\n```", "the text says 7"),
    ("```question value\nQ?\n```\n```solution\n2\n```\n```hint\nTry `sotfmax(z)`.\n```", "is it `softmax`?"),
  ])
  func claimsThatDoNot(_ prose: String, _ says: String) {
    let found = findings(Self.cell + prose)
    #expect(found.count == 1 && found.allSatisfy { $0.contains(says) }, "\(found)")
  }

  @Test(arguments: [
    "[a](there.md#part)", "[a](https://example.org/gone)", "# It\n\n# It\n\n[a](#it-1)",
    "# The *end* of it\n\n[a](#the-end-of-it)",
    "`lesson 2` and `lesson N`", "`nn.MSELoss()` and `Huber(delta=1.0)`", "`np.log(x)`",
    "`f(w)` and `loss(y, p)`",
    "| Keras |\n|---|\n| `binary_cros(x)` |", "`my(x)`\n\n```loss\nmy(x) = x\n```",
  ])
  func whatIsLeftAlone(_ prose: String) { #expect(findings(prose).isEmpty, "\(findings(prose))") }

  @Test func findingsHaveTheirLines() {
    #expect(findings("# T\n\nOne.\nTwo is 3<!-- = 4 -->.\n").first?.hasPrefix("4:") == true)
    #expect(
      findings("# T\n\n```question value\nQ?\n```\n\n```solution\n2\n=> It is 7<!-- = 6 -->.\n```\n").first?
        .hasPrefix("8:") == true)
  }

  @Test func lessonHasSomethingToDo() {
    #expect(
      findings("# T\n\nWords.\n", name: "01-a.md") == [
        "1: the lesson has nothing to do: no cell and no question"
      ])
    #expect(findings("# T\n\nWords.\n").isEmpty)
  }

  @Test func claimsLeaveTheSessionAlone() {
    #expect(
      findings("```loss\n4\n```\n\n5<!-- = 5 -->\n\n```loss\nans\n```\n\n```output\n4\n```\n").isEmpty)
  }

  @Test func toleranceOfACellIsForItsOutput() {
    func check(_ tolerance: String) -> [String] {
      findings("```loss\n1/3 # ≈ \(tolerance)\n```\n\n```output\n0.35\n```\n")
    }
    #expect(check("0.02").isEmpty && check("5%").isEmpty)
    #expect(check("0.001") == ["5: the output differs"])
  }
}
