import Testing

@testable import Notebook

/// `progress to "learned.md"`.
@Suite struct LearnedPageTests {
  private static let lesson = """
    # Means

    ```question value
    The mean of `[1, 3]`?
    ```

    ```solution
    2 => Their middle.
    ```

    ```question choice
    Which drops the sign?
    - [ ] `mse` => It squares.
    - [x] `mae` => It takes distances.
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
    """

  @Test func solvedQuestionsAreWrittenDown() throws {
    let learner = try Learner(Self.lesson)
    learner.type("lesson 1", "a = 1", "mean([a, 3])", "next", "b", "next")
    let shown = learner.type("progress to \"learned.md\"")
    #expect(shown == "Wrote learned.md: 2 solved questions.")
    #expect(
      try learner.directory.read("work/learned.md") == """
        # What I learned

        ## 1. Means

        The mean of [1, 3]?

        ```loss
        a = 1
        mean([a, 3])
        ```

        Their middle.

        Which drops the sign?

        - mae: It takes distances.

        """)
    learner.type("half(x) = x / 2")
    #expect(learner.type("progress to \"learned.md\"").contains("3 solved questions"))
  }

  @Test func nothingOfTheLearnersIsOverwritten() throws {
    let learner = try Learner(Self.lesson)
    #expect(learner.type("progress to \"learned.md\"").contains("nothing was written"))
    learner.type("lesson 1", "2")
    try learner.directory.write("work/mine.md", "My notes.\n")
    #expect(learner.type("progress to \"mine.md\"").contains("is there already"))
    #expect(learner.type("progress to \"gone/mine.md\"").contains("cannot be written"))
    for line in ["progress all", "progress to learned.md", "progress to \"learned.txt\""] {
      #expect(learner.type(line).contains("or names a Markdown file"), "\(line)")
    }
  }
}
