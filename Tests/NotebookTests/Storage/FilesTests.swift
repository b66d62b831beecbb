import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct FilesTests {
  @Test(arguments: [
    ("a.md", ".", "a.md"), ("/x/a.md", "/x", "a.md"), ("/x/y/", "/x/y", "y"), ("/a.md", "/", "a.md"),
    ("", ".", ""),
  ])
  func pathsAreTakenApart(_ path: String, _ directory: String, _ name: String) {
    #expect(Files.directory(of: path) == directory)
    #expect(Files.name(of: path) == name)
  }

  @Test(arguments: [
    ("a.md", "a"), ("x/y.tar.gz", "y.tar"), (".hidden", ".hidden"), ("x.d/plain", "plain"), ("", ""),
    ("a.", "a"),
  ])
  func stemsAreNamesWithoutEndings(_ path: String, _ stem: String) { #expect(Files.stem(of: path) == stem) }

  /// A notebook there is confined to the root, and not to wherever the program was started.
  @Test func filesOfTheRootLieInIt() {
    #expect(Files.resolve("a.csv", in: Files.directory(of: "/notes.md")) == "/a.csv")
    #expect(Files.beginning(with: "/et").contains("/etc/"))
    let host = Host.isolated.confined(to: [Files.directory(of: "/notes.md")])
    #expect(host.confinedTo == ["/"])
  }

  @Test func namesAreSeenFromTheirDocument() throws {
    #expect(Files.resolve("a.csv", in: ".") == "a.csv")
    #expect(Files.resolve("a.csv", in: "/x") == "/x/a.csv")
    #expect(Files.resolve("/a.csv", in: "/x") == "/a.csv")
    #expect(throws: FileProblem.self) { try Files.checked("a\0.csv", in: "/x") }
    #expect(Files.shown(FileBytes.absolute("a.md")) == "a.md")
    #expect(Files.shown("/nowhere/a.md") == "/nowhere/a.md")
  }

  @Test func numberedFilesAreTheLessonsWhereThereAreAny() throws {
    let directory = try TemporaryDirectory()
    for name in ["README.md", "b.md", "a.md"] { try directory.write(name, "# \(name)\n") }
    func lessons() throws -> [String] { try Files.lessons(in: directory.path).map(Files.name) }
    #expect(try lessons() == ["a.md", "b.md"])
    try directory.write("01-first.md", "# First\n")
    #expect(try lessons() == ["01-first.md"])
    #expect(throws: FileProblem.self) { try Files.lessons(in: directory.file("missing")) }
  }

  /// Two courses of one name in different places are two courses.
  @Test func coursesHaveTheirOwnProgress() throws {
    let (one, other) = (try TemporaryDirectory(), try TemporaryDirectory())
    try one.write("course/01.md", "# One\n")
    try other.write("course/01.md", "# Other\n")
    let places = [one, other].compactMap { Files.course($0.file("course")).progress() }
    #expect(places.count == 2 && Set(places).count == 2)
    #expect(places.allSatisfy { $0.contains("/lossbook/progress/course-") })
    #expect(try Files.course(one.file("course")).lessons().map(Files.name) == ["01.md"])
  }

  @Test func namesAreCompletedAndDirectoriesMarked() throws {
    let directory = try TemporaryDirectory()
    for name in ["rents.csv", "rows/a.csv", ".hidden.csv"] { try directory.write(name, "a\n1\n") }
    func names(_ prefix: String) -> Set<String> {
      Set(
        Files.beginning(with: directory.file(prefix)).map { String($0.dropFirst(directory.path.count + 1)) })
    }
    #expect(names("r") == ["rents.csv", "rows/"])
    #expect(names("") == ["rents.csv", "rows/"])
    #expect(names(".") == [".hidden.csv"])
    #expect(names("missing/x").isEmpty)
  }

  @Test func checkedDocumentsChangeNoFile() throws {
    let directory = try TemporaryDirectory()
    try directory.write("in.csv", "old")
    let host = Host.checking(directory: directory.path, cancel: .never)
    try host.writeFile("in.csv", "new")
    #expect(try host.readFile("in.csv") == Array("new".utf8))
    #expect(try directory.read("in.csv") == "old")
    #expect(throws: FileProblem.self) { try host.readFile("/etc/hostname") }
  }

  @Test func scriptsLookWhereTheReaderIsAndThenBesideThem() {
    #expect(Host.places(besides: "a.loss") == [""])
    #expect(Host.places(besides: "x/a.loss") == ["", "x"])
  }
}
