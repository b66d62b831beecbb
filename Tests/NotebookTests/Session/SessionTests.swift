import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct SessionTests {
  @Test func cellsAreNumbered() {
    let session = Session(host: .isolated)
    var seen: [Int] = []
    session.run(SourceText("1\n2; 3\n")) {
      seen.append($0.number)
      return true
    }
    #expect(seen == Array(1...seen.count))
    #expect(session.nextNumber == seen.count + 1)
  }

  @Test func receiverStopsTheRun() {
    let session = Session(host: .isolated)
    session.run(SourceText("1\n2\n3\n")) { $0.number < 2 }
    #expect(session.cellCount == 2)
  }

  @Test func mistakesOfWritingAreCellsToo() {
    let session = Session(host: .isolated)
    var results: [CellResult] = []
    session.run(SourceText("1\n2 +* 3\n4\n")) {
      results.append($0)
      return true
    }
    #expect(results.map { $0.outcome.error == nil } == [true, false, true])
    #expect(results[1].input == "2 +* 3")
  }

  @Test(arguments: ["[1,", "f(1", "for i in 1..3 {", "x = [1\n", "(", "a = 1; [2,", "\"("])
  func openBracketsWantMore(_ text: String) {
    #expect(Session(host: .isolated).isIncomplete(text))
  }

  @Test(arguments: ["", "1", "[1]", "1 +* 2", ")", "# ("])
  func othersDoNot(_ text: String) {
    #expect(!Session(host: .isolated).isIncomplete(text))
  }

  private func shown(_ session: Session, _ text: String) -> String {
    var pieces: [Piece] = []
    session.run(SourceText(text)) {
      pieces += $0.pieces(width: 400)
      return true
    }
    return pieces.plainText(Layout(width: 400))
  }

  @Test func preparationRunsWithoutANumberAndSaysWhatIsWrong() throws {
    let directory = try TemporaryDirectory()
    let session = Session(host: .standard(directory: directory.path, cancel: .never), keepsCells: true)
    session.width = 400
    #expect(session.prepare(directory.file("missing.loss")).isEmpty)
    let path = try directory.write("init.loss", "k = 42\n\"ready\"\nnope\nk = 1\n")
    let told = session.prepare(path).plainText(Layout(width: 400))
    #expect(
      told.hasPrefix("\"ready\"") && told.contains("\(path):3:1: error: `nope` is not known"), "\(told)")
    #expect(shown(session, "k") == "42" && session.cells.map(\.number) == [1])
    #expect(
      session.prepare(directory.path).plainText(Layout(width: 400)).contains("this file cannot be read"))
  }

  @Test func sourcedFilesSayWhereTheirMistakesAre() throws {
    let directory = try TemporaryDirectory()
    try directory.write("a.loss", "x = 1\nx +* 2\n")
    try directory.write("b.loss", "source \"c.loss\"\n")
    try directory.write("c.loss", "source \"b.loss\"\n")
    try directory.write("d.md", "Words.\n\n```loss\ny = 2\n```\n\n```loss\ny + 1\n```\n")
    let session = Session(host: .standard(directory: directory.path, cancel: .never))
    #expect(shown(session, "source \"a.loss\"").contains("a.loss:2:4: error: `*` cannot stand here"))
    #expect(
      shown(session, "source \"b.loss\"").contains("is being run already: it would run itself for ever"))
    #expect(shown(session, "source \"gone.loss\"").contains("\"gone.loss\" cannot be read: "))
    #expect(shown(session, "source \"d.md\"") == "3" && shown(session, "x + y") == "3")
  }

  @Test func withoutStandardInputThereIsNoneToRead() throws {
    let host = Host.standard(cancel: .never)
    #expect(throws: FileProblem.self) { try host.readFile(Host.standardInput) }
    let fed = Host.standard(cancel: .never) { () throws(FileProblem) in [1, 2] }
    #expect(try fed.readFile(Host.standardInput) == [1, 2])
  }

  @Test func promptsLineUp() {
    for number in [1, 10, 1234] {
      let (first, second) = (
        CellPrompt.text(number, continues: false), CellPrompt.text(number, continues: true)
      )
      #expect(first == "[\(number)]> " && first.count == second.count && second.hasSuffix(".> "))
    }
  }
}
