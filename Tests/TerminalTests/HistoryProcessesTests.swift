import Foundation
import TestSupport
import Testing

@testable import Terminal

/// Sixteen processes that append a thousand entries each to one history, at the same time.
@Suite struct HistoryProcessesTests {
  private static let sessions = 16
  private static let entries = 1_000

  private func start(_ store: HistoryStore) throws -> [Process] {
    try (0..<Self.sessions).map { session in
      let process = Process()
      process.executableURL = URL(filePath: try Binary.helper("append-history"))
      process.arguments = [store.path, "session \(session)", String(Self.entries)]
      process.environment = Binary.environment(home: "/")
      try process.run()
      return process
    }
  }

  /// The entries of each session, in the order of the file.
  private func entries(_ store: HistoryStore) throws -> [[Int]] {
    var found = [[Int]](repeating: [], count: Self.sessions)
    for entry in try store.load(limit: 1_000_000) {
      let words = entry.split(separator: " ")
      let session = try #require(words.count == 3 ? Int(words[1]) : nil, "\(entry)")
      found[session].append(try #require(Int(words[2])))
    }
    return found
  }

  @Test func nothingIsLost() throws {
    let directory = try TemporaryDirectory()
    let store = HistoryStore(path: directory.file("state/history"))
    for process in try start(store) {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    for session in try entries(store) { #expect(session == Array(0..<Self.entries)) }
  }

  @Test func halfOfThemAreKilledAndTheOthersLoseNothing() throws {
    let directory = try TemporaryDirectory()
    let store = HistoryStore(path: directory.file("state/history"))
    let processes = try start(store)
    for (index, process) in processes.enumerated() where index % 2 == 0 {
      // When each has written something, and is in the middle of it.
      while try entries(store)[index].count < 5 * index, process.isRunning { usleep(500) }
      kill(process.processIdentifier, SIGKILL)
    }
    processes.forEach { $0.waitUntilExit() }
    for (index, session) in try entries(store).enumerated() {
      // What a killed one wrote is there without a gap.
      #expect(session == Array(0..<session.count))
      if index % 2 == 1 { #expect(session.count == Self.entries) }
    }
  }
}
