import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct FileBytesTests {
  private func problem(_ body: () throws(FileProblem) -> Void) -> String? {
    do throws(FileProblem) { try body() } catch { return error.reason }
    return nil
  }

  @Test func readsTheBytes() throws {
    let directory = try TemporaryDirectory()
    try directory.write("a", "é\n")
    #expect(try FileBytes.readText(directory.file("a")) == "é\n")
    try directory.write("empty", "")
    #expect(try FileBytes.read(directory.file("empty")).isEmpty)
  }

  @Test func readsWhatIsLongerThanAChunk() throws {
    let directory = try TemporaryDirectory()
    let text = String(repeating: "0123456789", count: 50_000)
    try directory.write("a", text)
    #expect(try FileBytes.readText(directory.file("a")) == text)
  }

  @Test func mistakesAreInWords() throws {
    let directory = try TemporaryDirectory()
    try directory.write("bad", Data([0x31, 0xFF]))
    func read(_ name: String) -> String? {
      problem { () throws(FileProblem) in _ = try FileBytes.readText(directory.file(name)) }
    }
    #expect(read("missing") == "no such file or directory")
    #expect(read(".") == "is a directory")
    #expect(read("bad") == "it is not UTF-8 text")
    #expect(read("bad/below") == "not a directory")
    #expect(read(String(repeating: "n", count: 5000)) == "file name too long")
  }

  @Test func beginningsAreReadAlone() throws {
    let directory = try TemporaryDirectory()
    let script = try directory.write("a", "#!/usr/bin/env lossbook\n1\n")
    let short = try directory.write("b", "#")
    #expect(FileBytes.beginsWithHashbang(script) && !FileBytes.beginsWithHashbang(short))
    #expect(!FileBytes.beginsWithHashbang(directory.file("missing")))
    #expect(try FileBytes.beginning(of: script, bytes: 3) == Array("#!/".utf8))
    #expect(try FileBytes.beginning(of: short, bytes: 3) == Array("#".utf8))
    #expect(throws: FileProblem.self) { try FileBytes.beginning(of: directory.file("missing"), bytes: 3) }
    #expect(throws: FileProblem.self) { try FileBytes.beginning(of: directory.path, bytes: 3) }
  }

  @Test func directoriesAreMadeAndTakenAway() throws {
    let directory = try TemporaryDirectory()
    try FileBytes.makeDirectory(directory.file("a/b/c"))
    try FileBytes.makeDirectory(directory.file("a/b/c"))
    #expect(FileBytes.isDirectory(directory.file("a/b/c")))
    let file = try directory.write("a/b/c/d", "x")
    #expect(problem { () throws(FileProblem) in try FileBytes.makeDirectory(file) } == "file exists")
    #expect(throws: FileProblem.self) { try FileBytes.removeDirectory(directory.file("a/b/c")) }
    try FileBytes.remove(file)
    try FileBytes.removeDirectory(directory.file("a/b/c"))
    #expect(directory.paths == ["a", "a/b"])
    #expect(problem { () throws(FileProblem) in try FileBytes.remove(file) } == "no such file or directory")
  }

  @Test func programsAreKnown() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("a", "")
    #expect(!FileBytes.isExecutable(file) && !FileBytes.isExecutable(directory.path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    #expect(FileBytes.isExecutable(file))
  }

  @Test func namesAreSorted() throws {
    let directory = try TemporaryDirectory()
    for name in ["10-b.md", "02-a.md", "x.txt", ".hidden.md"] { try directory.write(name, "") }
    let expected = ["02-a.md", "10-b.md"].map(directory.file)
    #expect(try FileBytes.markdownFiles(in: directory.path) == expected)
    #expect(try FileBytes.names(in: directory.path) == [".hidden.md", "02-a.md", "10-b.md", "x.txt"])
    #expect(try FileBytes.markdownFiles(in: directory.path + "/") == expected, "and no slash comes twice")
    #expect(FileBytes.isDirectory(directory.path))
    #expect(!FileBytes.isDirectory(directory.file("x.txt")))
  }
}
