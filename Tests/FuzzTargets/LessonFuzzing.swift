import Language
import Notebook

enum MarkdownFuzzing {
  static func run(_ text: String) {
    let document = NotebookDocument(text, name: "01-fuzz.md")
    let result = NotebookCheck(document, host: Fuzzing.host(steps: 500))
    for finding in result.findings { _ = (finding.message, finding.difference) }
    // An updated file is still a notebook with as many cells.
    Fuzzing.expect(
      NotebookDocument(result.updatedText, name: "01-fuzz.md").cells.count == document.cells.count,
      "an update changes outputs only")
    ScratchDirectory.shared.write("01-fuzz.md", Array(text.utf8))
    open()
    play()
  }

  private static let path = ScratchDirectory.shared.path("01-fuzz.md")

  private static func open() {
    let session = Session(host: Fuzzing.host(steps: 500), keepsCells: true)
    guard (try? session.open(path)) != nil else { return }
    Fuzzing.run("1\ncells all", in: session)
    _ = NotebookText(session.items).text
  }

  private static func play() {
    let session = Session(
      host: Fuzzing.host(steps: 500), course: CourseFiles(lessons: { [path] }))
    Fuzzing.run(
      "lessons\nlesson 1\nhint\nsolution\nnext\nquestion\nskip\nnext\nback\nprogress\nwhere", in: session)
  }
}

enum AnswerFuzzing {
  private static let path: String = {
    ScratchDirectory.shared.write("01-questions.md", Array(lesson.utf8))
    return ScratchDirectory.shared.path("01-questions.md")
  }()

  /// Each line is typed at every question; the solution follows, so that the next question comes.
  static func run(_ text: String) {
    let session = Session(
      host: Fuzzing.host(steps: 2_000), course: CourseFiles(lessons: { [Self.path] }))
    Fuzzing.run("lesson 1", in: session)
    for _ in 0..<7 {
      Fuzzing.run(text, in: session)
      Fuzzing.run("skip", in: session)
    }
  }

  private static let lesson = """
    # Questions

    ```loss
    y = [1, 0, 1]
    p = [0.9, 0.2, 0.6]
    ```

    ```question value
    What is the loss?
    ```

    ```solution
    bce(y, p)
    ```

    ```wrong
    mse(y, p) => Another one.
    when answer < 0 => Never below 0.
    ```

    ```question expression
    Write it.
    ```

    ```solution
    mean((y - p)^2)
    ```

    ```test
    y = [1, 1]; p = [0.5, 0.1]
    ```

    ```question function
    Define f.
    ```

    ```solution
    f(a, b) = mean(abs(a - b))
    ```

    ```test
    f(y, p)
    f([1, 2], [3, 5])
    assert f([1], [1]) == 0
    ```

    ```question choice
    Which?
    - [x] the first => Yes.
    - [ ] the second => No.
    ```

    ```question choices
    Which?
    - [x] one
    - [x] two
    - [ ] three => Not that.
    ```

    ```question order
    In which order?
    1. one
    2. two
    3. three
    ```

    ```question goal
    Get it below.
    ```

    ```solution
    q = [1, 0, 0.9]
    ```

    ```test
    bce(y, q) < 0.05
    ```

    The end.
    """
}
