import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct FileReplacementTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(arguments: [0o600, 0o640, 0o755, 0o666])
  func keepsTheMode(_ mode: Int) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("a", "old")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try FileBytes.replace(path, with: "new")
    #expect(try directory.read("a") == "new")
    #expect(try self.mode(path) == mode)
    #expect(directory.names == ["a"])
  }

  @Test func makesAFileThatIsNotThere() throws {
    let directory = try TemporaryDirectory()
    try FileBytes.replace(directory.file("a"), with: "new")
    #expect(try directory.read("a") == "new")
    #expect(directory.names == ["a"])
  }

  @Test func linkKeepsPointing() throws {
    let directory = try TemporaryDirectory()
    try directory.write("below/target", "old")
    let link = directory.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "below/target")
    try FileBytes.replace(link, with: "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "below/target")
    #expect(try directory.read("below/target") == "new")
    #expect(directory.names == ["below", "link"])
  }

  @Test func failureLeavesEverythingAsItWas() throws {
    let directory = try TemporaryDirectory()
    try directory.write("a/file", "old")
    // A directory cannot be replaced by a file.
    #expect(throws: FileProblem.self) { try FileBytes.replace(directory.file("a"), with: "new") }
    #expect(throws: FileProblem.self) { try FileBytes.replace(directory.file("no/such/place"), with: "new") }
    #expect(directory.names == ["a"])
    #expect(try directory.read("a/file") == "old")
  }

  @Test func remainsOfAKilledProgramAreNoObstacle() throws {
    let directory = try TemporaryDirectory()
    try directory.write("a.new-\(getpid())", "half")
    try FileBytes.replace(directory.file("a"), with: "new")
    #expect(directory.names == ["a"])
  }
}
