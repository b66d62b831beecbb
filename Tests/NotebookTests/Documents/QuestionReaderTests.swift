import Language
import Testing

@testable import Notebook

@Suite struct QuestionReaderTests {
  private func document(_ text: String) -> NotebookDocument { NotebookDocument(text, name: "01-a.md") }

  private func question(_ text: String) throws -> Question {
    let document = document(text)
    #expect(document.problems.isEmpty, "\(document.problems)")
    return try #require(document.questions.first)
  }

  @Test func partsBelongToTheQuestionBeforeThem() throws {
    let question = try question(
      """
      ```question value tolerance=5% id=mean
      What is **it**?
      ```

      ```solution
      mse([1], [2])
      => Because it is.
      ```

      ```wrong
      2 => Two.
      -3 when answer < 0 => Below
        zero.
      ```

      ```hint
      Think.
      ```

      ```hint
      Think more.
      ```
      """)
    #expect(question.kind == .value && question.id == "mean" && question.tolerance == .relative(0.05))
    #expect(question.text.nodes.map(\.plainText) == ["What is it?"])
    #expect(question.solution?.code == "mse([1], [2])" && question.solution?.line == 6)
    #expect(question.solution?.reply.nodes.map(\.plainText) == ["Because it is."])
    #expect(question.wrongAnswers.map(\.code) == ["2", "-3"])
    #expect(question.wrongAnswers.map(\.condition) == [nil, "answer < 0"])
    #expect(question.wrongAnswers.map(\.line) == [11, 12])
    #expect(question.wrongAnswers[1].reply.nodes.map(\.plainText) == ["Below zero."])
    #expect(question.hints.count == 2)
  }

  @Test func itemsHaveMarksAndReplies() throws {
    let question = try question(
      "```question choice\nWhich?\n\n- [ ] `a` => No:\n  not a.\n- [x] b or\n  c\n```\n")
    #expect(question.items.map(\.plainText) == ["a", "b or c"])
    #expect(question.items.map(\.isRight) == [false, true])
    #expect(question.items[0].reply.nodes.map(\.plainText) == ["No: not a."])
    #expect(question.items.map(\.line) == [4, 6])
  }

  @Test func answersMayTakeSeveralLines() throws {
    let question = try question(
      "```question function\nF?\n```\n```solution\nf(x) = {\n  x\n}\n```\n```wrong\nf(x) = {\n  2 * x\n} => Twice.\n```\n```test\nf(1)\nf(2)\n```\n"
    )
    #expect(question.solution?.code == "f(x) = {\n  x\n}")
    #expect(question.wrongAnswers.map(\.code) == ["f(x) = {\n  2 * x\n}"])
    #expect(question.tests.map(\.code) == ["f(1)", "f(2)"])
    #expect(question.tests.map(\.line) == [15, 16])
  }

  @Test func arrowsInsideComparisonsAreNone() throws {
    let question = try question("```question value\nQ?\n```\n```solution\n3 >= 2 => Yes.\n```\n")
    #expect(question.solution?.code == "3 >= 2")
  }

  @Test func identityIsThatOfTheText() throws {
    let one = try question("```question value\nQ?\n```\n```solution\n3\n```\n")
    let moved = try question("# T\n\n```question value tolerance=1\n\n Q?\n```\n```solution\n4\n```\n")
    let other = try question("```question value\nR?\n```\n```solution\n3\n```\n")
    #expect(one.id == moved.id && one.id != other.id)
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int
    let says: String
    var testDescription: String { says }
  }

  private static let solution = "```solution\n1\n```\n"

  static let broken: [Broken] = [
    Broken(text: "```question\nQ?\n```\n", line: 1, says: "says what kind it is"),
    Broken(text: "\n```question valu\nQ?\n```\n", line: 2, says: "`valu` is no kind"),
    Broken(text: "```question value foo=1\nQ?\n```\n" + solution, line: 1, says: "`foo=1` is no option"),
    Broken(text: "```question value tolerance=x\nQ?\n```\n" + solution, line: 1, says: "`x` is no tolerance"),
    Broken(
      text: "```question choice tolerance=1\nQ?\n- [x] a\n- [ ] b\n```\n", line: 1, says: "has no tolerance"),
    Broken(text: "```question value\n```\n" + solution, line: 1, says: "has no text"),
    Broken(text: "```question value\nQ?\n```\n", line: 1, says: "has no solution"),
    Broken(text: "```question function\nQ?\n```\n" + solution, line: 1, says: "has a test block"),
    Broken(text: "```question goal\nQ?\n```\n" + solution, line: 1, says: "has a test block"),
    Broken(text: "```question expression\nQ?\n```\n" + solution, line: 1, says: "has a test block"),
    Broken(
      text: "```question value\nQ?\n```\n" + solution + "```test\n1\n```\n", line: 7, says: "has no test"),
    Broken(
      text: "```question value\nQ?\n```\n" + solution + solution, line: 7, says: "has a solution already"),
    Broken(
      text: "```question value\nQ?\n```\n```solution\n=> Why.\n```\n", line: 4,
      says: "no answer before the `=>`"),
    Broken(text: "```question choice\nQ?\n- [x] a\n```\n", line: 1, says: "two to nine items"),
    Broken(text: "```question choice\nQ?\n- [x] a\n- [x] b\n```\n", line: 1, says: "exactly one [x]"),
    Broken(text: "```question choices\nQ?\n- [ ] a\n- [ ] b\n```\n", line: 1, says: "none of the items"),
    Broken(text: "```question order\nQ?\n1. a\n2. a\n```\n", line: 4, says: "stands here twice"),
    Broken(
      text: "```question choice\nQ?\n- [x] a\ntail\n- [ ] b\n```\n", line: 4, says: "text behind the items"),
    Broken(text: "```question choice\nQ?\n- [x] a\n- [ ] => why\n```\n", line: 4, says: "the item is empty"),
    Broken(
      text: "```question choice\nQ?\n- [x] a\n- [ ] b\n```\n```wrong\nb => No.\n```\n", line: 6,
      says: "each item has its reply"),
    Broken(
      text: "```question order\nQ?\n1. a\n2. b\n```\n```solution\n1 2\n```\n", line: 6, says: "only `=> WHY`"),
    Broken(
      text: "```question value\nQ?\n```\n" + solution + "```wrong\n2\n```\n", line: 8, says: "ANSWER => REPLY"
    ),
    Broken(
      text: "```question value\nQ?\n```\n" + solution + "```wrong\n2 =>\n```\n", line: 8,
      says: "ANSWER => REPLY"),
    Broken(
      text: "```question value\nQ?\n```\n" + solution + "```hint\n\n```\n", line: 7,
      says: "this hint is empty"),
    Broken(text: "text\n\n```hint\nx\n```\n", line: 3, says: "does not stand directly behind a question"),
    Broken(text: "```output\n1\n```\n", line: 1, says: "directly behind a cell"),
    Broken(text: "```loss hidden\n1\n```\n", line: 1, says: "nothing stands behind `loss`"),
    Broken(
      text: "```question value\nQ?\n```\n```solution x\n1\n```\n", line: 4,
      says: "nothing stands behind `solution`"),
    Broken(text: "```qestion value\nQ?\n```\n", line: 1, says: "is it `question`?"),
    Broken(text: "```hints\nQ?\n```\n", line: 1, says: "is it `hint`?"),
    Broken(text: "```Solution\nQ?\n```\n", line: 1, says: "is it `solution`?"),
    Broken(text: "```loss\n1 # ≈ x\n```\n", line: 2, says: "no tolerance"),
  ]

  /// Every mistake is found, at its line, also by the check.
  @Test(arguments: broken)
  func mistakesAreFound(_ broken: Broken) {
    let findings = NotebookCheck(document(broken.text), host: .isolated).findings
    #expect(
      findings.contains { $0.line == broken.line && $0.message.contains(broken.says) },
      "\(findings.map { "\($0.line): \($0.message)" })")
  }

  @Test(arguments: ["python", "text", "sh", "markdown", "json", "lossy", ""])
  func otherBlocksAreProse(_ word: String) { #expect(document("```\(word)\nx\n```\n").problems.isEmpty) }

  @Test func exampleCountsItsLinesInTheFile() throws {
    let document = document("# T\n\n````markdown lesson\n# E\n\n```question valu\nQ?\n```\n````\n")
    let example = try #require(document.examples.first)
    #expect(example.problems.map(\.line) == [6])
    #expect(document.problems.isEmpty)
  }

  @Test(arguments: Question.Kind.allCases)
  func kindsSayWhatToType(_ kind: Question.Kind) { #expect(!kind.invitation.isEmpty) }
}
