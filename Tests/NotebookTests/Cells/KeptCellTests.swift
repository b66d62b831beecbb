import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct KeptCellTests {
  private func session(_ text: String, course: CourseFiles = CourseFiles()) -> Session {
    let session = Session(host: .isolated, course: course, keepsCells: true)
    session.run(SourceText(text)) { _ in true }
    return session
  }

  private func codes(_ session: Session) -> [String] {
    session.items.map {
      switch $0 {
      case .prose(let text): "# " + text
      case .cell(let cell): "\(cell.number) \(cell.code)"
      }
    }
  }

  @Test func cellsAndCommentsAreKeptAsTyped() {
    let session = session("# One\nx = [1,\n  2] # two\n\n# three\nx; 4\n# five")
    #expect(codes(session) == ["# One", "1 x = [1,\n  2] # two", "# three", "2 x; 4", "# five"])
  }

  @Test func whatComesOutIsKept() {
    let cells = session("1 + 1\nx = 2\nnope\n1 +* 2").cells
    #expect(
      cells.map { $0.output(width: 80).plainText().lines.first } == [
        "2", "", "error: `nope` is not known", "error: `*` cannot stand here; expected a value",
      ])
    #expect(cells.map(\.state) == [.done, .done, .failed, .failed])
    #expect(cells.map(\.code) == ["1 + 1", "x = 2", "nope", "1 +* 2"])
  }

  @Test func asidesAreNoCells() {
    let session = session("1\nhelp mse\nvars\ncells\nlessons\nnext\nback\n2")
    #expect(session.cells.map(\.number) == [1, 8])
  }

  @Test func otherSessionsKeepNothing() {
    let session = Session(host: .isolated)
    var errors: [String] = []
    session.run(SourceText("# a\n1\ncells")) {
      errors += [$0.outcome.error?.message].compactMap { $0 }
      return true
    }
    #expect(session.items.isEmpty)
    #expect(errors == ["no notebook is kept here, so `cells` has nothing to work on"])
  }

  @Test func lessonsCellsAreKeptAndWrongAnswersAreNot() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      "01-l.md",
      "# One\n\n```loss\ny = [1, 2]\n```\n\n```question value\nThe sum?\n```\n\n```solution\nsum(y)\n```\n\n"
        + "```question function\n`f(x)` doubles.\n```\n\n```solution\nf(x) = 2 * x\n```\n\n```test\nf(3)\n```\n\n"
        + "```question choice\nWhich?\n- [x] a\n- [ ] b\n```\n")
    let session = session(
      "lesson 1\n5\ny\n3\nnext\nf(x) = x\nf(x) = x + x\nnext\nb\na\n",
      course: CourseFiles(lessons: { () throws(FileProblem) in
        try FileBytes.markdownFiles(in: directory.path)
      }))
    #expect(codes(session) == ["2 y = [1, 2]", "4 y", "5 3", "7 f(x) = x", "8 f(x) = x + x"])
    #expect(session.cells[2].output(width: 80).plainText() == "3")
  }

  @Test func solutionsThatLeaveNothingAreNotKept() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      "01-l.md",
      "# One\n\n```question value\nThe sum?\n```\n\n```solution\n1 + 2\n```\n\n"
        + "```question function\n`f(x)` doubles.\n```\n\n```solution\nf(x) = 2 * x\n```\n\n```test\nf(3)\n```\n"
    )
    let session = session(
      "lesson 1\nsolution\nnext\nsolution",
      course: CourseFiles(lessons: { () throws(FileProblem) in
        try FileBytes.markdownFiles(in: directory.path)
      }))
    #expect(session.cells.map(\.code) == ["f(x) = 2 * x"])
  }

  @Test func dependenciesAreKnown() throws {
    let session = session("y = 1\nf(x) = x * y\nf(2)\nz = 3\nans + z")
    let book = try #require(session.book)
    #expect(book.sources(of: session.cells[2]) == ["`f` of cell 2", "`y` of cell 1"])
    #expect(book.readers(of: session.cells[0]) == [3])
    #expect(book.readers(of: session.cells[2]) == [5])
    #expect(book.sources(of: session.cells[3]).isEmpty)
  }
}
