import Testing

@testable import Notebook

/// What a learner tries in between changes nothing that the lesson shows later.
@Suite struct LessonValuesTests {
  private static let lesson = """
    # One

    ```loss
    y = [1, 2]; w = 3
    ```

    ---

    Only prose.

    ---

    ```loss
    mse(y, w)
    ```

    ```question function
    Define `half(x)`.
    ```

    ```solution
    half(x) = x / 2
    ```

    ```test
    half(3)
    ```

    ```loss
    half(w)
    ```
    """

  @Test func theLessonsVariablesAreTheLessonsOnTheNextPage() throws {
    let learner = try Learner(Self.lesson)
    learner.type("lesson 1", "w = 50", "y = 7; mine = 1", "mse(a, b) = 0")
    #expect(!learner.type("next").contains("again"), "prose reads nothing")
    #expect(learner.type("w") == "50")
    let page = learner.type("next").lines
    #expect(page.contains("mse, w and y mean what the lesson says again."))
    #expect(page.contains("2.5"))
    #expect(learner.type("[w, mine]") == "[3, 1]")
  }

  @Test func anAnswerStaysAsTheLearnerGaveIt() throws {
    let learner = try Learner(Self.lesson)
    learner.type("lesson 1", "next", "next", "two = 2", "half(x) = x / two")
    #expect(learner.type("half(8)") == "4")
    let page = learner.type("next").lines
    #expect(page.contains("1.5") && !page.contains { $0.contains("again") })
  }

  @Test func whatIsRedefinedAfterTheAnswerIsTheAnswerAgain() throws {
    let learner = try Learner(Self.lesson)
    learner.type("lesson 1", "next", "next", "half(x) = x / 2", "half(x) = 0")
    #expect(learner.type("next").lines.contains("1.5"))
  }

  @Test func skippingLeavesTheLessonsOwn() throws {
    let learner = try Learner(Self.lesson)
    learner.type("lesson 1", "next", "next", "half(x) = x", "w = 4")
    #expect(learner.type("skip").lines.contains("1.5"))
  }

  private static let cells = """
    # One

    ```loss
    x = [1, 2]
    f(w) = w * x
    d = data circles n=8
    ```

    ---

    ```loss
    sum(f(2))
    ```

    ---

    ```question value
    The sum of `x`?
    ```

    ```solution
    sum(x)
    ```
    """

  private static func learner(_ lines: String...) throws -> Learner {
    let learner = try Learner(cells, keepsCells: true)
    learner.type("lesson 1")
    lines.forEach { learner.type($0) }
    return learner
  }

  private static let again = "x means what the lesson says again."

  private func expectTheLessonsOwn(_ learner: Learner, _ told: String? = again) {
    let page = learner.type("next").lines
    #expect(page.contains("6"), "\(page)")
    #expect(
      page.contains { $0.contains("again") } == (told != nil) && told.map(page.contains) ?? true, "\(page)")
  }

  @Test func rerunDoesNotBringTheLearnersOwnBack() throws {
    let learner = try Self.learner("x = [0, 0]", "next", "back")
    learner.type("rerun all")
    #expect(learner.type("x") == "[0, 0]")
    #expect(learner.type("next").lines.contains("6"))
    let page = learner.type("next").lines
    #expect(page.contains(Self.again) && learner.type("3").contains("Right."), "\(page)")
  }

  @Test func deletedCellsNamesComeBack() throws { expectTheLessonsOwn(try Self.learner("delete 2")) }

  @Test func editedCellsNamesComeBack() throws {
    let learner = try Self.learner()
    #expect(learner.session.edit(2, to: "x = [5, 5, 5]").isTaken)
    #expect(learner.type("x") == "[5, 5, 5]")
    expectTheLessonsOwn(learner)
  }

  @Test func openedNotebookTakesNothingFromTheLesson() throws {
    let learner = try Self.learner()
    try learner.directory.write("other.md", "# Other\n\n```loss\nx = 3\n```\n")
    learner.type("open \"\(learner.directory.file("other.md"))\"")
    #expect(learner.type("x") == "3")
    expectTheLessonsOwn(learner, "d, f and x mean what the lesson says again.")
  }

  @Test(arguments: [["rerun all"], ["x = [0, 0]", "undo"], ["mine = x + 1", "rerun all"]])
  func nothingIsToldWhereNothingHasChanged(_ lines: [String]) throws {
    let learner = try Self.learner()
    lines.forEach { learner.type($0) }
    expectTheLessonsOwn(learner, nil)
  }

  @Test func questionWithoutCellsReadsTheLessonsOwn() throws {
    let learner = try Self.learner("next", "x = [0, 0]")
    #expect(learner.type("next").contains(Self.again))
    #expect(learner.type("3").contains("Right."))
  }
}
