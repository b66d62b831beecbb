import Foundation
import TestSupport
import Testing

@testable import Terminal

/// Each call of the system fails in its turn: there is a message, and what was there stays.
@Suite struct HistoryFailureTests {
  /// The calls, one of which fails, and how many there were.
  private final class Failing: Sendable {
    private let counter = Counter()
    private let failing: Int
    private let code: Int32

    init(_ failing: Int, _ code: Int32) { (self.failing, self.code) = (failing, code) }

    var count: Int { counter.count }

    private func fails() -> Bool {
      guard counter.next() == failing else { return false }
      errno = code
      return true
    }

    var calls: FileCalls {
      let system = FileCalls.system
      return FileCalls(
        open: { self.fails() ? -1 : system.open($0, $1) },
        write: { self.fails() ? -1 : system.write($0, $1, min($2, 3)) },
        truncate: { self.fails() ? -1 : system.truncate($0, $1) },
        lock: { self.fails() ? -1 : system.lock($0) })
    }
  }

  @Test(arguments: [ENOSPC, EDQUOT, EIO, EROFS]) func everyCall(_ code: Int32) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("history")
    try HistoryStore(path: path).append("first")
    let old = try directory.read("history")
    let whole = Failing(0, code)
    try directory.write("history", old + "to")
    try HistoryStore(path: path, whole.calls).append("second")
    #expect(whole.count > 4)
    for step in 1...whole.count {
      try directory.write("history", old + "to")
      #expect(throws: HistoryError.self) {
        try HistoryStore(path: path, Failing(step, code).calls).append("second")
      }
      #expect(try directory.read("history").hasPrefix(old), "step \(step)")
      #expect(try HistoryStore(path: path).load(limit: 10) == ["first"], "step \(step)")
    }
    #expect(throws: HistoryError.cannotRead(path: path, code: code)) {
      try HistoryStore(path: path, Failing(1, code).calls).load(limit: 10)
    }
  }

  /// An interruption is no failure.
  @Test func interruptedCallsGoOn() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("history")
    try HistoryStore(path: path).append("first")
    for step in 2...3 { try HistoryStore(path: path, Failing(step, EINTR).calls).append("second \(step)") }
    #expect(try HistoryStore(path: path).load(limit: 10) == ["first", "second 2", "second 3"])
  }

  @Test func ofALongFileTheEndCounts() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("history")
    let line = String(repeating: "x", count: 1_000)
    let lines = (0..<20_000).map { "\(line)\($0)\n" }.joined()
    try directory.write("history", "lossbook history 1\n" + lines)
    #expect(try HistoryStore(path: path).load(limit: 2) == [line + "19998", line + "19999"])
    try HistoryStore(path: path).append("last")
    #expect(try HistoryStore(path: path).load(limit: 1) == ["last"])
  }
}
