import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct ExportCommandTests {
  /// A session with files of its own, and what it has written.
  private final class Desk {
    var files: [String: String] = [:]
    let session: Session
    var outcomes: [Outcome] = []

    init(_ text: String, files: [String: String] = [:]) {
      let store = Store()
      store.files = files
      session = Session(
        host: Host(
          readFile: { (path) throws(FileProblem) in
            guard let text = store.files[path] else {
              throw FileProblem(reason: "no such file", isMissing: true)
            }
            return Array(text.utf8)
          },
          writeFile: { (path, text) throws(FileProblem) in store.files[path] = text }), keepsCells: true)
      session.run(SourceText(text)) {
        outcomes.append($0.outcome)
        return true
      }
      self.files = store.files
    }

    private final class Store { var files: [String: String] = [:] }
    var errors: [String] { outcomes.compactMap(\.error?.message) }
  }

  @Test func notebookIsWrittenWithProseCellsAndResults() throws {
    let desk = Desk("# # Title\nx = 2\nx + 1 # so\nplot x for x in 0..1\nexport \"notes.html\"\n")
    let page = try #require(desk.files["notes.html"])
    #expect(desk.errors.isEmpty && tagProblem(in: page) == nil)
    #expect(
      page.contains("<h1 id=\"title\">Title</h1>") && page.contains("<pre>3</pre>") && page.contains("<svg "))
    #expect(page.contains("<span class=\"com\"># so</span>") && page.contains("data-cell=\"[2]\""))
    #expect(!page.contains("export"))
    #expect(desk.session.cells.count == 3)
  }

  @Test func everyFormatIsWritten() throws {
    let desk = Desk("x = 2\nx\nnope\nexport \"a.loss\"\nexport \"a.ipynb\"\n")
    #expect(
      desk.files["a.loss"]?.hasSuffix("x = 2\n\nx\n\n# Left out, since it ends in an error:\n# nope\n")
        == true)
    let file = try JupyterFile(try #require(desk.files["a.ipynb"]))
    #expect(file.problems == [] && file.cells.map(\.outputs.count) == [0, 1, 1])
  }

  @Test func notebookWithoutATitleHasTheNameOfItsFile() {
    #expect(
      Desk("1\nexport \"dir/my notes.html\"\n").files["dir/my notes.html"]?.contains("<h1>my notes</h1>")
        == true)
  }

  @Test func foreignFilesStayAndOwnOnesAreReplaced() {
    let foreign = Desk("1\nexport \"a.html\"\n", files: ["a.html": "<p>mine</p>"])
    #expect(foreign.errors == ["\"a.html\" is there already, and not from such an export"])
    #expect(foreign.files["a.html"] == "<p>mine</p>")
    let forced = Desk("1\nexport \"a.html\" overwrite=on\n", files: ["a.html": "<p>mine</p>"])
    #expect(forced.errors.isEmpty && forced.files["a.html"]?.hasPrefix(HTMLPage.mark) == true)
    #expect(Desk("1\nexport \"a.html\"\n2\nexport \"a.html\"\n").errors.isEmpty)
  }

  @Test(arguments: [
    ("export \"a.md\"", "the notebook is Markdown when it is saved"),
    ("export \"a\"", "the name of the file does not say what the notebook is to become"),
    ("export a.html", "the name of a file stands in quotes"),
    ("export", "`export` wants a run or a data set"),
  ])
  func mistakeSaysWhatToWrite(_ line: String, _ message: String) {
    #expect(Desk("1\n\(line)\n").errors == [message])
  }

  @Test func runsAreExportedAsBefore() {
    let desk = Desk("r = train circles loss=bce epochs=1\nexport r to \"w.json\"\n")
    #expect(desk.errors.isEmpty && desk.files["w.json"]?.isEmpty == false)
    #expect(desk.session.cells.count == 2)
  }

  @Test func sessionThatKeepsNothingHasNoNotebook() {
    let session = Session(host: .isolated)
    var errors: [String] = []
    session.run(SourceText("export \"a.html\"\n")) {
      errors += [$0.outcome.error?.message].compactMap { $0 }
      return true
    }
    #expect(errors.first?.contains("no notebook is kept here") == true)
  }

  @Test func staleCellsShowNothing() throws {
    let desk = Desk("set reactive off\nx = 2\nx + 1\nedit 1\nx = 5\nexport \"a.html\"\n")
    let page = try #require(desk.files["a.html"])
    #expect(desk.session.cells.contains { !$0.isTrue } == !page.contains("<pre>3</pre>"))
  }
}
