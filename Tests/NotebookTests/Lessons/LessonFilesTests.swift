import Language
import TestSupport
import Testing

@testable import Notebook

/// Files that lie beside a lesson, and the learner's own, with the program started elsewhere.
@Suite struct LessonFilesTests {
  private let directory: TemporaryDirectory
  private let session: Session

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
    let directory = try TemporaryDirectory()
    self.directory = directory
    try directory.write("course/01-files.md", Self.lesson)
    try directory.write("course/data/beside.csv", Self.rows(4))
    try directory.write("course/both.csv", Self.rows(5))
    try directory.write("work/both.csv", Self.rows(6))
    session = Session(
      host: .standard(directory: directory.file("work"), cancel: .never),
      course: CourseFiles(lessons: { () throws(FileProblem) in
        try FileBytes.markdownFiles(in: directory.file("course"))
      }))
  }

  private static func rows(_ count: Int) -> String {
    "a,b\n" + (0..<count).map { "\($0),\($0 * $0 + 1).5\n" }.joined()
  }

  @discardableResult
  private func type(_ lines: String...) -> String {
    var pieces: [Piece] = []
    for line in lines {
      pieces = []
      session.run(SourceText(line)) {
        pieces += $0.pieces(width: 80)
        return true
      }
    }
    return pieces.plainText()
  }

  @Test func lessonReadsWhatLiesBesideIt() {
    #expect(type("lesson 1").lines.contains("4"))
    type("solution")
    #expect(type("len(mine.y)") == "4")
    #expect(type("next").lines.contains("5"))
  }

  @Test func learnerReadsTheWorkingDirectoryFirst() {
    type("lesson 1", "play", "d = data load \"both.csv\" target=b")
    #expect(type("len(d.y)") == "6")
    type("d = data load \"data/beside.csv\" target=b")
    #expect(type("len(d.y)") == "4")
  }

  @Test func fileThatIsNowhereIsLookedForInBothPlaces() {
    type("lesson 1")
    let shown = type("data load \"gone.csv\" target=b")
    #expect(shown.contains("it is neither in the working directory nor in"))
    #expect(shown.contains("/course"))
  }

  @Test func withoutALessonOnlyTheWorkingDirectoryCounts() {
    #expect(type("data load \"data/beside.csv\" target=b").contains("no such file"))
    type("lesson 1", "skip", "next", "next")
    #expect(session.course.position == nil)
    #expect(type("data load \"data/beside.csv\" target=b").contains("no such file"))
  }

  @Test func filesAreWrittenInTheWorkingDirectory() throws {
    type("lesson 1", "r = train d loss=mse epochs=1", "export r to \"r.py\" as pytorch")
    #expect(directory.names == ["course", "work"])
    let script = try directory.read("work/r.py")
    #expect(script.contains("open(\"\(directory.file("course/data/beside.csv"))\""))
  }

  @Test func filesBesideTheLessonAreCompleted() {
    type("lesson 1")
    let found = session.completions(for: "data load \"data/b") { prefix in
      [directory.file("course") + "/data/beside.csv"].filter { $0.hasPrefix(prefix) }
    }
    #expect(found.candidates.map(\.text) == ["data/beside.csv"])
  }
}
