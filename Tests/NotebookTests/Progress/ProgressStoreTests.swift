import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

@Suite struct ProgressStoreTests {
  private let event = ProgressEvent.solved(lesson: "01-a.md", question: "q", answer: "3.5")

  private let directory: TemporaryDirectory
  private let store: ProgressStore

  init() throws {
    directory = try TemporaryDirectory()
    store = ProgressStore(path: directory.file("state/progress/course"))
  }

  @Test func directoriesAndFileAreMade() throws {
    #expect(try store.load() == ProgressStore.Contents())
    try store.append(event)
    #expect(try store.load().progress.question("q", of: "01-a.md").answer == "3.5")
    #expect(try store.load().note == nil)
  }

  @Test func twoSessionsLoseNothing() throws {
    let other = ProgressStore(path: store.path)
    for index in 0..<20 {
      try (index % 2 == 0 ? store : other).append(.finished(lesson: "\(index)"))
    }
    #expect(try store.load().progress.lessons.count == 20)
  }

  @Test func tornLineIsDropped() throws {
    try store.append(event)
    let whole = try FileBytes.readText(store.path)
    try directory.write("state/progress/course", whole + "solved\t01-a")
    #expect(try store.load().note == nil)
    try store.append(.finished(lesson: "l"))
    #expect(try FileBytes.readText(store.path) == whole + "finished\tl\n")
  }

  /// Wherever a write is cut short, what was whole before is there.
  @Test func everyBeginningOfTheFileIsReadable() throws {
    try store.append(event)
    try store.append(.finished(lesson: "l"))
    let bytes = try FileBytes.read(store.path)
    for length in 0...bytes.count {
      try directory.write("state/progress/course", Data(bytes.prefix(length)))
      #expect(try store.load().note == nil, "cut after \(length) bytes")
      try store.append(.finished(lesson: "m"))
      #expect(try store.load().progress.lessons["m"]?.isFinished == true)
    }
  }

  @Test(arguments: ["garbage\n", "lossbook history 1\nx\n", "lossbook progress 0\n", "\u{0}\u{1}\n"])
  func foreignFileIsPutAside(_ text: String) throws {
    try directory.write("state/progress/course", text)
    let contents = try store.load()
    #expect(contents.note?.contains("course.bad") == true)
    #expect(contents.progress == CourseProgress())
    #expect(try FileBytes.readText(store.path + ".bad") == text)
    try store.append(event)
    #expect(try store.load().progress.question("q", of: "01-a.md").status == .solved)
  }

  @Test func bytesThatAreNoTextArePutAside() throws {
    try directory.write("state/progress/course", Data([0xFF, 0xFE, 0x0A]))
    #expect(try store.load().note?.contains("is kept") == true)
  }

  @Test func goodLinesAreKeptOfADamagedFile() throws {
    try directory.write(
      "state/progress/course", "lossbook progress 1\nfinished\ta\nrubbish\nfinished\tb\n")
    let contents = try store.load()
    #expect(contents.note?.contains("1 of its lines") == true)
    #expect(Set(contents.progress.lessons.keys) == ["a", "b"])
    #expect(try store.load() == ProgressStore.Contents(progress: contents.progress))
  }

  @Test func newerFileIsLeftAlone() throws {
    try directory.write("state/progress/course", "lossbook progress 2\nsecrets\n")
    #expect(throws: FileProblem.self) { try store.load() }
    #expect(try FileBytes.readText(store.path) == "lossbook progress 2\nsecrets\n")
  }

  @Test func directoryAtThePathIsAnError() throws {
    try directory.write("state/progress/course/file", "")
    #expect(throws: FileProblem.self) { try store.append(event) }
    #expect(throws: FileProblem.self) { try store.load() }
  }
}
