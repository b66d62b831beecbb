import Foundation
import Language
import TestSupport
import Testing

@testable import Notebook

/// Every call of the system that may fail is made to fail in its turn: there is a message, and the old file stays.
@Suite struct FailingCallsTests {
  private static let codes = [ENOSPC, EDQUOT, EIO, EROFS, EACCES]

  private func problem(_ body: () throws(FileProblem) -> Void) -> FileProblem? {
    do throws(FileProblem) { try body() } catch { return error }
    return nil
  }

  /// How many calls `body` makes where none fails.
  private func count(_ body: (SystemCalls) throws(FileProblem) -> Void) throws -> Int {
    let calls = FailingCalls(failing: 0)
    try body(calls.calls)
    return calls.count
  }

  @Test(arguments: codes) func replacementIsWholeOrNotAtAll(_ code: Int32) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("a", "old")
    let steps = try count { (calls) throws(FileProblem) in try FileBytes.replace(path, with: "old", calls) }
    #expect(steps == 9)
    for step in 1...steps {
      try directory.write("a", "old")
      let calls = FailingCalls(failing: step, code: code).calls
      let problem = problem { () throws(FileProblem) in try FileBytes.replace(path, with: "new", calls) }
      // Behind the renaming the new file is there: that its name may not last is told where it is known.
      let isRenamed = step > 6
      #expect(try directory.read("a") == (isRenamed ? "new" : "old"), "step \(step)")
      #expect((problem == nil) == (step == 7 || step == 9), "step \(step)")
      #expect(directory.names == ["a"], "step \(step)")
      if let problem {
        #expect(problem.reason.hasSuffix(FileProblem.system(code).reason))
        #expect(problem.reason.contains("the new file is there") == isRenamed)
      }
    }
  }

  @Test func newFileIsWholeOrNotAtAll() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a")
    let steps = try count { (calls) throws(FileProblem) in try FileBytes.create(path, with: "new", calls) }
    for step in 1...steps {
      unlink(path)
      let calls = FailingCalls(failing: step).calls
      let problem = problem { () throws(FileProblem) in try FileBytes.create(path, with: "new", calls) }
      let isThere = FileBytes.exists(path)
      #expect(problem != nil || isThere)
      if isThere { #expect(try directory.read("a") == "new") }
    }
    #expect(throws: FileProblem.self) { try FileBytes.create(path, with: "other") }
    #expect(try directory.read("a") == "new")
  }

  @Test func whatIsWrittenByteByByteIsWhole() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("a", "old")
    let text = String(repeating: "é\n", count: 500)
    try FileBytes.replace(path, with: text, FailingCalls(failing: 0, writesLittle: true).calls)
    #expect(try directory.read("a") == text)
  }

  /// An interruption is no failure.
  @Test func interruptedWriteGoesOn() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("a", "old")
    try FileBytes.replace(path, with: "new", FailingCalls(failing: 2, code: EINTR).calls)
    #expect(try directory.read("a") == "new")
  }

  @Test func progressIsKeptWhateverFails() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("progress")
    let first = ProgressEvent.finished(lesson: "01.md")
    let second = ProgressEvent.finished(lesson: "02.md")
    try ProgressStore(path: path).append(first)
    let old = try directory.read("progress")
    let steps = try count { (calls) throws(FileProblem) in try ProgressStore(path: path, calls).append(second)
    }
    for step in 1...steps {
      try directory.write("progress", old + "place\thalf")
      let store = ProgressStore(path: path, FailingCalls(failing: step).calls)
      let problem = problem { () throws(FileProblem) in try store.append(second) }
      let text = try directory.read("progress")
      #expect(text.hasPrefix(old), "step \(step)")
      #expect(problem != nil || text.contains("02.md"), "step \(step)")
      #expect(try ProgressStore(path: path).load().progress.lessons["01.md"]?.isFinished == true)
    }
  }

  /// A session that cannot be kept says so once and goes on; the cells that were kept before come back.
  @Test(arguments: codes) func sessionGoesOnWhateverFails(_ code: Int32) throws {
    let steps = try sitting(FailingCalls(failing: 0)).calls
    #expect(steps > 5)
    for step in 1...steps {
      let end = try sitting(FailingCalls(failing: step, code: code))
      #expect(end.cells == 3, "step \(step)")
      #expect(end.notes.count == 1 || (end.kept == 3 && end.notes.isEmpty), "step \(step)")
      #expect(end.notes.allSatisfy { $0.contains(FileProblem.system(code).reason) }, "\(end.notes)")
    }
  }

  /// Types three cells, each of which is on the disk before the next.
  private func sitting(
    _ failing: FailingCalls
  ) throws -> (calls: Int, cells: Int, kept: Int, notes: [String]) {
    let directory = try TemporaryDirectory()
    let session = Session(host: .isolated, keepsCells: true)
    session.keeper = SessionKeeper(directory: directory.path, failing.calls)
    var notes: [String] = []
    for line in ["x = 1\n", "x = x + 1\n", "x\n"] {
      session.run(SourceText(line)) { _ in true }
      session.keeper?.sync()
      let note = session.keeper?.takeNote().plainText(Layout(width: 200)) ?? ""
      if !note.isEmpty { notes.append(note) }
    }
    session.keeper = nil
    let kept = try SessionStore(directory.path).last()?.lines.count ?? 0
    return (failing.count, session.cells.count, kept, notes)
  }

  /// The lock is no use where somebody has put another file there in the meantime.
  @Test func fileThatWasReplacedWhileTheLockWasAwaitedIsOpenedAnew() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("a", "one\n")
    var calls = SystemCalls.system
    let counter = FailingCalls(failing: 0)
    calls.lock = { descriptor in
      if counter.count == 0 { try? FileBytes.replace(path, with: "two\n", counter.calls) }
      return SystemCalls.system.lock(descriptor)
    }
    let file = try LockedFile(path, calls)
    try file.append("three\n")
    file.close()
    #expect(try directory.read("a") == "two\nthree\n")
  }
}
