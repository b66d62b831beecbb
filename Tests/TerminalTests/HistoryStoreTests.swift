import Dispatch
import Synchronization
import Terminal
import TestSupport
import Testing

extension TemporaryDirectory {
  private static let history = "state/lossbook/history"

  fileprivate var store: HistoryStore { HistoryStore(path: file(Self.history)) }

  fileprivate func contents() throws -> String { try read(Self.history) }

  fileprivate func write(_ text: String) throws { try write(Self.history, text) }

  fileprivate func mode(of name: String) -> mode_t {
    var status = stat()
    stat(file(name), &status)
    return status.st_mode & 0o777
  }
}

@Suite struct HistoryStoreTests {
  @Test func nothingIsThereBeforeTheFirstEntry() throws {
    #expect(try TemporaryDirectory().store.load(limit: 10) == [])
  }

  @Test(arguments: ["mse(y, p)", "a\nb", "\\n", "a\r\nb", "\\", "é 漢 🙂", "a\0b", " x ", ""])
  func entriesComeBackAsTheyWere(_ entry: String) throws {
    let directory = try TemporaryDirectory()
    try directory.store.append("before")
    try directory.store.append(entry)
    #expect(try directory.store.load(limit: 10) == ["before"] + (entry.isEmpty ? [] : [entry]))
  }

  @Test func latestPlaceOfADuplicateCounts() throws {
    let directory = try TemporaryDirectory()
    for entry in ["a", "b", "a", "c", "b"] { try directory.store.append(entry) }
    #expect(try directory.store.load(limit: 10) == ["a", "c", "b"])
    #expect(try directory.store.load(limit: 2) == ["c", "b"])
    #expect(try directory.store.load(limit: 0) == [])
  }

  @Test func nobodyElseReadsTheFile() throws {
    let directory = try TemporaryDirectory()
    try directory.store.append("secret")
    #expect(directory.mode(of: "state/lossbook/history") == 0o600)
    #expect(directory.mode(of: "state/lossbook") == 0o700)
  }

  @Test func sixteenSessionsLoseNothing() throws {
    let directory = try TemporaryDirectory()
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 16) { session in
      for number in 0..<1000 {
        do { try directory.store.append("\(session) \(number)") } catch { failures.withLock { $0 += 1 } }
      }
    }
    #expect(failures.withLock { $0 } == 0)
    let entries = try directory.store.load(limit: .max)
    #expect(Set(entries).count == 16_000)
    let numbersOfOne = entries.filter { $0.hasPrefix("7 ") }
    #expect(numbersOfOne == (0..<1000).map { "7 \($0)" })
  }

  @Test func tornLineIsSkippedAndRepaired() throws {
    let directory = try TemporaryDirectory()
    try directory.write("lossbook history 1\nwhole\nto")
    #expect(try directory.store.load(limit: 10) == ["whole"])
    try directory.store.append("next")
    #expect(try directory.store.load(limit: 10) == ["whole", "next"])
    #expect(try directory.contents() == "lossbook history 1\nwhole\nnext\n")
  }

  @Test(arguments: ["", "loss", "lossbook history 1"])
  func tornHeaderIsRepaired(_ beginning: String) throws {
    let directory = try TemporaryDirectory()
    try directory.write(beginning)
    #expect(try directory.store.load(limit: 10) == [])
    try directory.store.append("next")
    #expect(try directory.contents() == "lossbook history 1\nnext\n")
  }

  @Test func newerVersionIsLeftAlone() throws {
    let directory = try TemporaryDirectory()
    try directory.write("lossbook history 2\n{}\n")
    let error = HistoryError.newerVersion(path: directory.store.path)
    #expect(throws: error) { try directory.store.load(limit: 10) }
    #expect(throws: error) { try directory.store.append("x") }
    #expect(try directory.contents() == "lossbook history 2\n{}\n")
  }

  @Test(arguments: ["#!/bin/sh\n", "lossbook history 0\n", "lossbook history\n", "\n", "x"])
  func otherFilesAreLeftAlone(_ text: String) throws {
    let directory = try TemporaryDirectory()
    try directory.write(text)
    let error = HistoryError.notHistory(path: directory.store.path)
    #expect(throws: error) { try directory.store.load(limit: 10) }
    #expect(throws: error) { try directory.store.append("x") }
    #expect(try directory.contents() == text)
  }

  @Test func damagedLinesAreSkipped() throws {
    let directory = try TemporaryDirectory()
    try directory.write("lossbook history 1\na\nbad \\q\n\nb\\\nc\n")
    #expect(try directory.store.load(limit: 10) == ["a", "c"])
  }

  @Test func directoryInPlaceOfTheFileIsAnError() {
    #expect(throws: HistoryError.notHistory(path: "/tmp")) { try HistoryStore(path: "/tmp").load(limit: 1) }
    #expect(throws: HistoryError.cannotWrite(path: "/tmp", code: EISDIR)) {
      try HistoryStore(path: "/tmp").append("x")
    }
  }

  /// Permissions would not stop a test that runs as root; a file where a directory should be does.
  @Test func directoryThatCannotBeMadeIsAnError() throws {
    let directory = try TemporaryDirectory()
    try directory.store.append("x")
    let store = HistoryStore(path: directory.store.path + "/history")
    #expect(throws: HistoryError.cannotWrite(path: store.path, code: ENOTDIR)) { try store.append("x") }
    #expect(throws: HistoryError.cannotRead(path: store.path, code: ENOTDIR)) { try store.load(limit: 1) }
  }

  @Test func errorsNameTheFileAndTheReason() {
    #expect(
      HistoryError.cannotWrite(path: "/a/b", code: ENOSPC).description
        == "cannot write the history /a/b: No space left on device")
  }
}
