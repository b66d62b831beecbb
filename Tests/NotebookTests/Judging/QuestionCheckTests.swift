import Language
import Testing

@testable import Notebook

/// What is broken on purpose is found.
@Suite struct QuestionCheckTests {
  private func findings(_ text: String) -> [String] {
    NotebookCheck(NotebookDocument(text, name: "a.md"), host: .isolated).findings.map(\.message)
  }

  private static let good = """
    ```loss
    y = [1, 2, 4]; p = [1, 3, 2]
    ```

    ```question value
    The mean squared error?
    ```

    ```solution
    mse(y, p) => Because.
    ```

    ```wrong
    5 => The sum.
    -1 when answer < 0 => Never negative.
    ```

    ```hint
    Squares first:

        (y - p)^2
    ```

    ```question function
    Define `cubed(a, b)`.
    ```

    ```solution
    cubed(a, b) = mean(abs(a - b)^3)
    ```

    ```wrong
    cubed(a, b) = mean((a - b)^3) => The sign stays.
    ```

    ```test
    cubed([1], [3])
    assert cubed([2], [2]) == 0
    ```

    ```question expression
    The mean of `y`.
    ```

    ```solution
    mean(y)
    ```

    ```wrong
    sum(y) => The sum.
    ```

    ```test
    y = [5, 6]
    ```

    ```question goal
    Make `w` large.
    ```

    ```solution
    w = 7
    ```

    ```wrong
    w = 2 when w < 3 => Far too small.
    ```

    ```test
    w > 5
    ```

    ```question choice
    Which?
    - [ ] `mse` => No, no.
    - [x] `mae`
    ```

    ```question choices
    Which?
    - [x] one
    - [x] two
    - [ ] three => Three is not.
    ```

    ```wrong
    a => Only the first.
    ```

    ```question order
    Which first?
    1. one
    2. two
    3. three
    ```

    ```wrong
    3 2 1 => Backwards.
    ```

    ```loss
    cubed([1], [2]) + w
    ```
    """

  @Test func soundLessonPasses() { #expect(findings(Self.good).isEmpty, "\(findings(Self.good))") }

  @Test(arguments: [
    ("mse(y, p) =>", "mse(y, q) =>", "the solution fails: `q` is not known"),
    ("mse(y, p) =>", "mse(y, =>", "the solution fails"),
    ("mse(y, p) =>", "x = 3 =>", "not taken as an answer"),
    ("5 => The sum.", "5 / 3 => The sum.", "this wrong answer is judged right"),
    ("5 => The sum.", "nope => The sum.", "this wrong answer fails"),
    ("5 => The sum.", "[5, 1] => The sum.", "not taken as an answer"),
    ("5 => The sum.", "-5 => The sum.\n-1 => Other.", "met with another reply: Other."),
    ("answer < 0", "answer > 0", "met with another reply"),
    ("answer < 0", "answer <", "this wrong answer fails"),
    ("    (y - p)^2", "    (y - p^2", "the code of this hint cannot be typed"),
    ("cubed(a, b) = mean(abs(a - b)^3)", "cubed(a, b) = mean(c)", "the solution"),
    ("cubed(a, b) = mean(abs(a - b)^3)", "3", "not taken as an answer"),
    ("mean((a - b)^3) =>", "mean(abs(b - a)^3) =>", "judged right"),
    ("== 0\n", "== 1\n", "the solution is judged wrong: With yours this does not hold"),
    ("w = 7", "w = 4", "the solution is judged wrong: The goal is not reached"),
    ("w = 7", "v = 4", "the solution is not taken as an answer"),
    ("w = 2 when w < 3", "w = 9 when w > 3", "judged right"),
    ("w > 5", "1 > 0", "reached before anything is done"),
    ("`mse` => No, no.", "`mse`", "this item has no reply"),
    ("a => Only the first.", "z => Only.", "`z` is no answer here"),
    ("a => Only the first.", "a b => Only.", "judged right"), ("3 2 1 =>", "1 2 3 =>", "judged right"),
    ("3 2 1 =>", "c b a =>", "is no answer here"),
    ("cubed([1], [2]) + w", "cubed([1], [2]) + v", "the cell fails"),
  ])
  func breakingOnPurposeIsFound(_ part: String, _ other: String, _ says: String) throws {
    try #require(Self.good.contains(part))
    let found = findings(Self.good.replacing(part, with: other))
    #expect(found.contains { $0.contains(says) }, "\(found)")
  }

  @Test func sameHintTwiceIsFound() {
    let text = "```question value\nQ?\n```\n```solution\n2\n```\n```hint\nA.\n```\n```hint\nA.\n```\n"
    #expect(findings(text).contains { $0.contains("says the same") })
  }

  @Test func skeletonPasses() {
    for name in ["Losses at work", "03-of-curves.md", "\u{1B}[31m"] {
      #expect(findings(LessonSkeleton.text(name)).isEmpty)
    }
    #expect(LessonSkeleton.path("Losses at work") == "losses-at-work.md")
    #expect(LessonSkeleton.path("a/03-of-curves.md") == "a/03-of-curves.md")
    #expect(LessonSkeleton.text("a/03-of-curves.md").hasPrefix("# Of curves\n"))
  }
}
