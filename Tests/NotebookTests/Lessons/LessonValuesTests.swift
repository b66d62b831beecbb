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
}
