import Language
import TestSupport

@testable import Notebook

/// Somebody who takes a course of lessons that the test has written.
struct Learner {
  let directory: TemporaryDirectory
  let session: Session

  /// A course of these lessons, numbered from 1.
  init(_ lessons: String..., keepsCells: Bool = false) throws {
    let directory = try TemporaryDirectory()
    for (index, text) in lessons.enumerated() { try directory.write("course/0\(index + 1)-l.md", text) }
    try directory.write("work/here", "")
    self.init(directory, keepsCells: keepsCells)
  }

  private init(_ directory: TemporaryDirectory, keepsCells: Bool = false) {
    self.directory = directory
    session = Session(
      host: .standard(directory: directory.file("work"), cancel: .never),
      course: CourseFiles(
        lessons: { () throws(FileProblem) in try FileBytes.markdownFiles(in: directory.file("course")) },
        progress: { directory.file("state/progress") }), keepsCells: keepsCells)
  }

  /// The same person at another time.
  func later() -> Learner { Learner(directory) }

  var isAsked: Bool { session.course.isAsking }

  /// Types lines.
  /// - Returns: what the last one shows.
  @discardableResult
  func type(_ lines: String..., width: Int = 80) -> String {
    session.width = width
    var pieces: [Piece] = []
    for line in lines {
      pieces = []
      session.run(SourceText(line)) {
        pieces += $0.pieces(width: width)
        return true
      }
    }
    return pieces.plainText(Layout(width: width))
  }
}
