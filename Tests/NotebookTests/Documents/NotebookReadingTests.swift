import Language
import TestSupport
import Testing

@testable import Notebook

/// A notebook file, opened at the prompt.
@Suite struct NotebookReadingTests {
  private let directory: TemporaryDirectory
  private let session: Session

  init() throws {
    directory = try TemporaryDirectory()
    session = Session(host: .standard(directory: directory.path, cancel: .never), keepsCells: true)
    session.keeper = SessionKeeper(directory: directory.file("sessions"))
  }

  /// Opens a file and tells what is said.
  private func open(_ text: String, as name: String = "notes.md") throws -> String {
    let path = try directory.write(name, text)
    return try session.open(path).plainText(Layout(width: 1_000))
  }

  private var numbers: [Int] { session.cells.map(\.number) }

  @Test func fileSaysTheNumbersOfItsCells() throws {
    _ = try open("```loss\n1\n```\n\n<!-- cell 7 -->\n```loss\n2\n3\n```\n\nText.\n")
    #expect(numbers == [1, 7, 8])
    #expect(session.nextNumber == 9)
  }

  /// The output takes the place between the mark and the cell below.
  @Test func markBeforeAnOutputNumbersNothing() throws {
    _ = try open("```loss\n4\n```\n<!-- cell 5 -->\n```output\n4\n```\n```loss\n6\n```\n")
    #expect(numbers == [1, 2])
  }

  @Test(arguments: ["9223372036854775807", "1000000001", "99999999999999999999", "0", "-3"])
  func numberThatCannotBeCountedOnFromIsNone(_ number: String) throws {
    _ = try open("<!-- cell \(number) -->\n```loss\n1\n2\n3\n```\n")
    #expect(numbers == [1, 2, 3])
    let check = NotebookCheck(
      NotebookDocument("<!-- cell \(number) -->\n```loss\n1\n2\n```\n", name: "a.md"), host: .isolated)
    #expect(check.findings.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesMayEndInEachWay(_ end: String) throws {
    let text = ["# T", "", "```loss", "x = 41", "x + 1", "```", "```output", "42", "```", "", "The end.", ""]
    #expect(try open(text.joined(separator: end)).hasPrefix("Opened "))
    #expect(session.cells.map(\.code) == ["x = 41", "x + 1"])
    #expect(session.items.count == 4, "prose around the cells")
  }

  @Test func whatIsNotAsTheFileSaysIsTold() throws {
    let told = try open(
      """
      ```loss
      1 + 1
      ```
      ```output
      3
      ```
      ```loss
      nope
      2
      ```
      """)
    #expect(told.contains("3 cells. Cell 2 ends in an error. Cell 3 has not run."), "\(told)")
    #expect(told.contains("Cell 1 shows something else than the file says; lossbook check"), "\(told)")
    #expect(session.cells.map(\.state) == [.done, .failed, .waiting])
  }

  @Test func whatWasThereBeforeIsPutAside() throws {
    session.run(SourceText("mine = 3\n")) { _ in true }
    #expect(try open("```loss\nx = 1\n```\n").contains("What you had before is put aside"))
    session.run(SourceText("undo\n")) { _ in true }
    #expect(session.cells.map(\.code) == ["mine = 3"])
  }

  @Test func notebookOfJupyterIsOpenedAndSavedAsOurs() throws {
    let told = try open(#"{"cells": [{"cell_type": "code", "source": "x = 2"}]}"#, as: "notes.IPYNB")
    #expect(
      told.contains("It is Jupyter's; save \"notes.md\" makes a notebook of Lossbook of it."), "\(told)")
    #expect(session.cells.map(\.code) == ["x = 2"] && session.book?.isSaved == false)
    #expect(session.book?.file == nil)
  }

  @Test func scriptIsNoNotebook() throws {
    let path = try directory.write("a.loss", "x = 1\n")
    #expect(throws: FileProblem.self) { try session.open(path) }
    #expect(session.cells.isEmpty)
  }

  @Test func anotherSessionThatHasItOpenIsTold() throws {
    let path = try directory.write("NOTES.MD", "```loss\nx = 1\n```\n")
    let other = Session(host: .isolated, keepsCells: true)
    other.keeper = SessionKeeper(directory: directory.file("sessions"))
    #expect(!(try other.open(path)).plainText(Layout(width: 400)).contains("Another session"))
    #expect(try session.open(path).plainText(Layout(width: 400)).contains("Another session has it open too."))
  }
}
