import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

/// A notebook from a stranger, and what lies around it.
@Suite struct ConfinementTests {
  private let directory: TemporaryDirectory
  private let host: Language.Host

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("secret", "secret")
    try directory.write("home/data/in.csv", "in")
    try directory.write("home/in.csv", "in")
    try directory.write("home-2/out.csv", "out")
    let links = [
      ("inside", "data/in.csv"), ("up", "../secret"), ("away", "/etc"), ("dangling", "../new"),
      ("data/back", "../.."), ("loop", "loop"),
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: directory.file("home/" + name), withDestinationPath: target)
    }
    mkfifo(directory.file("home/pipe"), 0o600)
    host = Language.Host.standard(directory: directory.file("home"), cancel: .never)
      .confined(to: [directory.file("home")], mayWrite: { _ in true })
  }

  private func reading(_ path: String) -> FileProblem? {
    do throws(FileProblem) { _ = try host.readFile(path) } catch { return error }
    return nil
  }

  private func writing(_ path: String) -> FileProblem? {
    do throws(FileProblem) { try host.writeFile(path, "text") } catch { return error }
    return nil
  }

  @Test(arguments: ["in.csv", "data/in.csv", "./data/../in.csv", "inside", "data/./in.csv"])
  func whatLiesInsideIsRead(_ path: String) throws {
    #expect(String(decoding: try host.readFile(path), as: UTF8.self) == "in")
    #expect(String(decoding: try host.readFile(directory.file("home/" + path)), as: UTF8.self) == "in")
  }

  @Test(arguments: [
    "../secret", "../home-2/out.csv", "up", "/etc/passwd", "away/passwd", "data/back/secret", "dangling",
    "data/../../secret", "..", "../gone", "no/../../secret", "/", "loop", "/proc/self/environ", "/dev/zero",
    "../home/../secret",
  ])
  func whatLiesOutsideIsNeitherReadNorWritten(_ path: String) throws {
    for problem in [reading(path), writing(path)] {
      #expect(problem?.reason == "it lies outside the directory of the lesson or notebook", "\(path)")
      #expect(problem?.isMissing == false)
    }
    #expect(try directory.read("secret") == "secret")
    #expect(directory.names == ["home", "home-2", "secret"])
  }

  @Test func whatIsMissingInsideIsMissing() {
    #expect(reading("gone.csv")?.isMissing == true)
    #expect(reading("gone/gone.csv")?.isMissing == true)
    #expect(reading("data/../gone.csv")?.isMissing == true)
  }

  @Test func onlyFilesAreRead() {
    #expect(reading("data")?.reason == "is a directory")
    #expect(reading("pipe")?.reason == "it is no file")
    #expect(reading("in.csv\0.svg")?.reason == "no name holds a NUL")
  }

  @Test func whatIsWrittenLiesInside() throws {
    try host.writeFile("new.csv", "new")
    try host.writeFile("data/new.csv", "new")
    try host.writeFile("inside", "new")
    #expect(try directory.read("home/new.csv") == "new")
    #expect(try directory.read("home/data/new.csv") == "new")
    #expect(try directory.read("home/data/in.csv") == "new")
    #expect(writing("gone/new.csv") != nil)
    #expect(writing("pipe")?.reason == "it is no file")
  }

  @Test func withoutLeaveNothingIsWritten() throws {
    let host = host.confined(to: [directory.file("home")])
    do throws(FileProblem) { try host.writeFile("in.csv", "new") } catch {
      #expect(error.reason == "a lesson or notebook writes no files without your leave")
      #expect(error.remedy?.contains("--allow-write") == true)
    }
    #expect(try directory.read("home/in.csv") == "in")
  }

  @Test func theRootHoldsEverything() throws {
    let host = host.confined(to: ["/"])
    #expect(String(decoding: try host.readFile(directory.file("secret")), as: UTF8.self) == "secret")
  }
}
