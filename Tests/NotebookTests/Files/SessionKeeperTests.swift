import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct SessionKeeperTests {
  private func session(_ directory: String, _ text: String = "") -> Session {
    let session = Session(host: .standard(directory: directory, cancel: .never), keepsCells: true)
    session.keeper = SessionKeeper(directory: directory)
    run(session, text)
    return session
  }

  private func run(_ session: Session, _ text: String) {
    session.run(SourceText(text)) { _ in true }
    session.keeper?.sync()
  }

  private func shown(_ pieces: [Piece]) -> String { pieces.plainText(Layout(width: 200)) }

  @Test func cellsOfAnEndedSessionComeBack() throws {
    let directory = try TemporaryDirectory()
    do { _ = session(directory.path, "# A note\nx = 40\ny = [1,\n  2]\nnope\nx + sum(y)\n") }
    let kept = try #require(try SessionStore(directory.path).last())
    let later = session(directory.path)
    #expect(shown(later.resume(kept)).contains("Brought back 4 cells of the last session"))
    SessionStore(directory.path).forget(kept)
    run(later, "x + sum(y)\n")
    #expect(later.cells.last.map { $0.output(width: 80).plainText() } == "43")
    later.keeper = nil
    let again = try #require(try SessionStore(directory.path).last())
    #expect(again.path != kept.path)
  }

  @Test func runningSessionIsNotBroughtBack() throws {
    let directory = try TemporaryDirectory()
    let running = session(directory.path, "x = 1\n")
    #expect(try SessionStore(directory.path).last() == nil)
    running.keeper = nil
    #expect(try SessionStore(directory.path).last() != nil)
  }

  /// Numbers of processes come again: this one's own stands in the name.
  @Test func nameOfALivingProcessHidesNothing() throws {
    let directory = try TemporaryDirectory()
    try directory.write("17-\(getpid()).session", "lossbook session 1\n1\t\tx = 1\n")
    let kept = try #require(try SessionStore(directory.path).last())
    #expect(shown(session(directory.path).resume(kept)).contains("Brought back 1 cell of"))
  }

  @Test func lastOfManyInASecondIsBroughtBack() throws {
    let directory = try TemporaryDirectory()
    for i in 1...12 { _ = session(directory.path, "x = \(i)\n") }
    let later = session(directory.path)
    _ = later.resume(try #require(try SessionStore(directory.path).last()))
    #expect(later.cells.first?.code == "x = 12")
  }

  @Test func tornLineCountsForNothing() throws {
    let directory = try TemporaryDirectory()
    try directory.write("17-1.session", "lossbook session 1\n1\t\tx = 1\n2\t\tx = 2")
    let later = session(directory.path)
    _ = later.resume(try #require(try SessionStore(directory.path).last()))
    #expect(later.cells.map(\.code) == ["x = 1"])
  }

  /// The next number is one more.
  @Test func numberThatCannotBeCountedOnFromIsNone() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      "17-1.session", "lossbook session 2\n9223372036854775807\t\tx = 1\n-1\t\tx = 2\n3\t\tx = 3\n")
    let later = session(directory.path)
    _ = later.resume(try #require(try SessionStore(directory.path).last()))
    #expect(later.cells.map(\.number) == [3] && later.nextNumber == 4)
  }

  @Test func newerFormatIsRefused() throws {
    let directory = try TemporaryDirectory()
    try directory.write("17-1.session", "lossbook session 3\n1\t\tx = 1\n")
    #expect(throws: FileProblem.self) { try SessionStore(directory.path).last() }
    try directory.write("17-1.session", "something else\n")
    #expect(try SessionStore(directory.path).last() == nil)
    #expect(try SessionStore(directory.file("missing")).last() == nil)
  }

  /// A cell of somebody else's notebook may not read or write more because the session was interrupted in between.
  @Test func cellsOfAnOpenedNotebookStayConfined() throws {
    let (directory, book) = (try TemporaryDirectory(), try TemporaryDirectory())
    try directory.write("secret.csv", "a,b\n1,2\n5,7\n")
    try book.write("near.csv", "a,b\n3,4\n5,7\n")
    let secret = directory.file("secret.csv")
    try book.write(
      "notes.md",
      "```loss\ns = data load \"\(secret)\" target=b\n```\n\n"
        + "```loss\nn = data load \"near.csv\" target=b\n```\n")
    do {
      let first = session(directory.path, "open \"\(book.file("notes.md"))\"\nx = 1\n")
      #expect(first.cells.map(\.state) == [.failed, .done, .done])
    }
    let later = session(directory.path)
    _ = later.resume(try #require(try SessionStore(directory.path).last()))
    run(later, "rerun all\n")
    #expect(later.cells.map(\.state) == [.failed, .done, .done])
    #expect(later.cells[0].confinedTo == later.cells[1].confinedTo)
    #expect(later.cells[0].confinedTo?.isEmpty == false && later.cells[2].confinedTo == nil)
  }

  @Test func changesAreKeptAndSavedSessionsAreNot() throws {
    let directory = try TemporaryDirectory()
    do {
      let first = session(directory.path, "x = 1\nnope\nx + 1\ndelete 2\n")
      #expect(first.cells.map(\.code) == ["x = 1", "x + 1"])
    }
    let kept = try #require(try SessionStore(directory.path).last())
    let later = session(directory.path)
    _ = later.resume(kept)
    SessionStore(directory.path).forget(kept)
    #expect(later.cells.map(\.code) == ["x = 1", "x + 1"])
    run(later, "save \"\(directory.file("notes"))\"\n")
    #expect(try directory.read("notes.md").contains("x + 1\n```\n```output\n2\n"))
    later.keeper = nil
    #expect(try SessionStore(directory.path).last() == nil)
  }

  @Test func whatCannotBeKeptIsToldOnce() throws {
    let directory = try TemporaryDirectory()
    try directory.write("sessions", "a file where the directory would be\n")
    let session = Session(host: .isolated, keepsCells: true)
    session.keeper = SessionKeeper(directory: directory.file("sessions"))
    run(session, "x = 1\n")
    let note = session.keeper?.takeNote() ?? []
    #expect(shown(note).hasPrefix("This session is not kept: "))
    run(session, "x = 2\n")
    #expect(session.keeper?.takeNote().isEmpty == true)
  }
}

@Suite struct FileCommandsTests {
  private func session(_ directory: String, _ text: String) -> (Session, [Outcome], String) {
    let session = Session(host: .standard(directory: directory, cancel: .never), keepsCells: true)
    var (outcomes, shown): ([Outcome], String) = ([], "")
    session.run(SourceText(text)) {
      outcomes.append($0.outcome)
      shown += $0.outcome.pieces.plainText(Layout(width: 200))
      return true
    }
    return (session, outcomes, shown)
  }

  @Test func notebookIsOpenedGoneOnWithAndSaved() throws {
    let directory = try TemporaryDirectory()
    try directory.write("notes.md", "# Notes\n\n```loss\nx = 41\nx\n```\n```output\n41\n```\n")
    let path = directory.file("notes.md")
    let (opened, outcomes, _) = session(directory.path, "open \"\(path)\"\nx + 1\nsave\n")
    #expect(outcomes.allSatisfy { $0.error == nil })
    #expect(opened.book?.isSaved == true)
    #expect(try directory.read("notes.md").contains("x + 1\n```\n```output\n42\n```"))
  }

  @Test func fileIsWrittenAfterEachLineWhereThatIsWanted() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("notes.md")
    let (saved, _, shown) = session(directory.path, "x = 1\nsave \"\(path)\" auto=on\nx + 1\n")
    #expect(shown.contains("It is written after each line from now on"))
    #expect(try directory.read("notes.md").contains("x + 1\n```\n```output\n2\n```"))
    saved.run(SourceText("delete 3\n")) { _ in true }
    #expect(try !directory.read("notes.md").contains("x + 1"))
    saved.run(SourceText("save auto=off\nx + 2\n")) { _ in true }
    #expect(try !directory.read("notes.md").contains("x + 2"))
  }

  /// Nothing of somebody else is lost, and the reader is told.
  @Test func fileThatSomebodyElseWroteIsNotWrittenByItself() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("notes.md")
    let (saved, _, _) = session(directory.path, "x = 1\nsave \"\(path)\" auto=on\n")
    try directory.write("notes.md", "theirs\n")
    var notes: [String] = []
    saved.run(SourceText("x + 1\n")) {
      notes += $0.outcome.notes.map(\.text)
      return true
    }
    #expect(notes.count == 1 && notes[0].contains("somebody else has written it"))
    #expect(try directory.read("notes.md") == "theirs\n")
  }

  @Test func whatSomebodyElseWroteIsNotOverwritten() throws {
    let directory = try TemporaryDirectory()
    try directory.write("notes.md", "```loss\nx = 1\n```\n")
    let path = directory.file("notes.md")
    let (_, refused, _) = session(directory.path, "y = 2\nsave \"\(path)\"\n")
    #expect(refused.last?.error != nil)
    #expect(try directory.read("notes.md") == "```loss\nx = 1\n```\n")
    let (opened, _, _) = session(directory.path, "open \"\(path)\"\n")
    try directory.write("notes.md", "```loss\nx = 3\n```\n")
    var errors: [Diagnostic] = []
    opened.run(SourceText("x + 1\nsave\n")) {
      if let error = $0.outcome.error { errors.append(error) }
      return true
    }
    #expect(errors.count == 1)
    #expect(try directory.read("notes.md") == "```loss\nx = 3\n```\n")
  }

  @Test(arguments: ["open \"missing.md\"", "save", "open \".\"", "save \"no/such/place/notes\""])
  func mistakesAreTold(_ line: String) throws {
    let directory = try TemporaryDirectory()
    let (_, outcomes, _) = session(directory.path, "x = 1\n\(line)\n")
    #expect(outcomes.last?.error != nil)
  }
}
