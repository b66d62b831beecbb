import Language
import TestSupport
import Testing

@testable import Notebook

/// A lesson that would like to read and write what is none of its business.
@Suite struct StrangersLessonTests {
  private let directory: TemporaryDirectory
  private let session: Session

  private static let lesson = """
    # Files

    ```loss
    run1 = train circles loss=bce n=20 epochs=1
    export run1 to "taken.json"
    ```

    ```loss
    d = data load "../work/private.csv" target=b
    ```

    ```loss
    d = data load "private.csv" target=b
    ```

    ---

    ```question goal
    Write it yourself.
    ```

    ```solution
    answer1 = train circles loss=bce n=20 epochs=1; export answer1 to "solved.json"
    ```

    ```test
    answer1.epochs == 1
    ```

    The end.
    """

  init() throws {
    let directory = try TemporaryDirectory()
    self.directory = directory
    try directory.write("course/01-files.md", Self.lesson)
    try directory.write("work/private.csv", "a,b\n1,2.5\n2,3.5\n3,4.5\n")
    session = Self.session(directory)
  }

  private static func session(_ directory: TemporaryDirectory) -> Session {
    Session(
      host: .standard(directory: directory.file("work"), cancel: .never),
      course: CourseFiles(
        lessons: { () throws(FileProblem) in try FileBytes.markdownFiles(in: directory.file("course")) },
        progress: { directory.file("progress") }))
  }

  @discardableResult
  private func type(_ session: Session, _ lines: String...) -> String {
    var pieces: [Piece] = []
    for line in lines {
      pieces = []
      session.run(SourceText(line)) {
        pieces += $0.pieces(width: 80)
        return true
      }
    }
    return pieces.plainText(Layout(width: 400))
  }

  @Test func lessonWritesNothingAndReadsNothingAround() {
    let shown = type(session, "lesson 1")
    #expect(shown.contains("\"taken.json\" cannot be written: a lesson or notebook writes no files"))
    #expect(shown.contains("--allow-write"))
    #expect(shown.contains("\"../work/private.csv\" cannot be read: it lies outside"))
    #expect(shown.contains("\"private.csv\" cannot be read: it is neither in"))
    #expect(directory.names == ["course", "progress", "work"])
    #expect(!FileBytes.exists(directory.file("course/taken.json")))
  }

  @Test func readerMayDoBoth() throws {
    type(session, "lesson 1", "export run1 to \"mine.json\"")
    #expect(FileBytes.exists(directory.file("work/mine.json")))
    #expect(!type(session, "data load \"../work/private.csv\" target=b").contains("error"))
  }

  @Test func leaveLetsALessonWriteBesideItself() {
    session.interpreter.host.allowsWriting = true
    type(session, "lesson 1")
    #expect(FileBytes.exists(directory.file("course/taken.json")))
    #expect(!FileBytes.exists(directory.file("work/taken.json")))
  }

  @Test func solutionWritesNothingEither() {
    type(session, "lesson 1", "next", "skip")
    #expect(!FileBytes.exists(directory.file("course/solved.json")))
    #expect(!FileBytes.exists(directory.file("work/solved.json")))
  }

  @Test func sourcedNotebookIsAStrangersToo() throws {
    try directory.write(
      "work/notes/a.md",
      """
      ```loss
      d = data load "../private.csv" target=b
      ```
      """)
    try directory.write("work/notes/a.loss", "d = data load \"../private.csv\" target=b")
    let path = directory.file("work/notes/a")
    #expect(type(session, "source \"\(path).md\"").contains("it lies outside"))
    #expect(!type(session, "source \"\(path).loss\"").contains("it lies outside"))
    #expect(session.interpreter.host.confinedTo == nil)
  }

  /// What was opened stays a stranger's when it runs again; what the reader makes of it is the reader's.
  @Test func openedNotebookIsAStrangersUntilItIsEdited() throws {
    let path = try directory.write(
      "work/notes/a.md",
      """
      ```loss
      run1 = train circles loss=bce n=20 epochs=1
      export run1 to "taken.json" overwrite=on
      ```
      """)
    let session = Session(
      host: .standard(directory: directory.file("work/notes"), cancel: .never), keepsCells: true)
    _ = try session.open(path)
    #expect(session.book?.cell(2)?.state == .failed)
    type(session, "rerun all")
    #expect(!FileBytes.exists(directory.file("work/notes/taken.json")))
    _ = session.edit(2, to: "export run1 to \"mine.json\" overwrite=on")
    #expect(FileBytes.exists(directory.file("work/notes/mine.json")))
  }

  /// The file of the progress is data: what stands in it as an answer has no more rights than the lesson.
  @Test func answerFromTheProgressWritesNothing() {
    let answer =
      "answer1 = train circles loss=bce n=20 epochs=1; export answer1 to \"replayed.json\" overwrite=on"
    type(session, "lesson 1", "next", answer)
    #expect(FileBytes.exists(directory.file("work/replayed.json")))
    #expect(unlinkFile("work/replayed.json"))
    type(Self.session(directory), "lesson 1", "next", "restart", "next", "next")
    type(Self.session(directory), "next", "back")
    #expect(!FileBytes.exists(directory.file("work/replayed.json")))
  }

  private func unlinkFile(_ name: String) -> Bool {
    (try? FileBytes.move(directory.file(name), to: directory.file("gone"))) != nil
  }
}
