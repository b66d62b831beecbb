import Testing

@testable import Notebook

/// Files that lie beside a lesson, and the learner's own, with the program started elsewhere.
@Suite struct LessonFilesTests {
  private let learner: Learner

  private static let lesson = """
    # Files

    ```loss
    d = data load "data/beside.csv" target=b
    len(d.y)
    ```

    ```question goal
    Load as many rows.
    ```

    ```solution
    mine = data load "data/beside.csv" target=b
    ```

    ```test
    len(mine.y) == len(d.y)
    ```

    ```loss
    both = data load "both.csv" target=b
    len(both.y)
    ```

    The last page.
    """

  init() throws {
    learner = try Learner(Self.lesson)
    try learner.directory.write("course/data/beside.csv", Self.rows(4))
    try learner.directory.write("course/both.csv", Self.rows(5))
    try learner.directory.write("work/both.csv", Self.rows(6))
  }

  private static func rows(_ count: Int) -> String {
    "a,b\n" + (0..<count).map { "\($0),\($0 * $0 + 1).5\n" }.joined()
  }

  @Test func lessonReadsWhatLiesBesideIt() {
    #expect(learner.type("lesson 1").lines.contains("4"))
    learner.type("solution")
    #expect(learner.type("len(mine.y)") == "4")
    #expect(learner.type("next").lines.contains("5"))
  }

  @Test func learnerReadsTheWorkingDirectoryFirst() {
    learner.type("lesson 1", "play", "d = data load \"both.csv\" target=b")
    #expect(learner.type("len(d.y)") == "6")
    learner.type("d = data load \"data/beside.csv\" target=b")
    #expect(learner.type("len(d.y)") == "4")
  }

  @Test func fileThatIsNowhereIsLookedForInBothPlaces() {
    learner.type("lesson 1")
    let shown = learner.type("data load \"gone.csv\" target=b")
    #expect(shown.contains("it is neither in the working directory nor in"))
    #expect(shown.contains("/course"))
  }

  @Test func withoutALessonOnlyTheWorkingDirectoryCounts() {
    #expect(learner.type("data load \"data/beside.csv\" target=b").contains("no such file"))
    learner.type("lesson 1", "skip", "next", "next")
    #expect(learner.session.course.position == nil)
    #expect(learner.type("data load \"data/beside.csv\" target=b").contains("no such file"))
  }

  @Test func filesAreWrittenInTheWorkingDirectory() throws {
    learner.type("lesson 1", "r = train d loss=mse epochs=1", "export r to \"r.py\" as pytorch")
    let script = try learner.directory.read("work/r.py")
    #expect(script.contains("open(\"\(learner.directory.file("course/data/beside.csv"))\""))
  }

  @Test func filesBesideTheLessonAreCompleted() {
    learner.type("lesson 1")
    let file = learner.directory.file("course/data/beside.csv")
    let found = learner.session.completions(for: "data load \"data/b") { prefix in
      [file].filter { $0.hasPrefix(prefix) }
    }
    #expect(found.candidates.map(\.text) == ["data/beside.csv"])
  }
}
