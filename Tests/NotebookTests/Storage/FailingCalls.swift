import Foundation
import TestSupport

@testable import Notebook

/// The system's calls, one of which fails: a full disk, a quota, a broken device, whatever may come.
final class FailingCalls: Sendable {
  private let counter = Counter()
  private let failing: Int
  private let code: Int32
  /// Whether writing takes one byte at a time, as it may.
  private let writesLittle: Bool

  /// - Parameter failing: the number of the call that fails, counted from 1; with 0 none does.
  init(failing: Int, code: Int32 = ENOSPC, writesLittle: Bool = false) {
    (self.failing, self.code, self.writesLittle) = (failing, code, writesLittle)
  }

  var count: Int { counter.count }

  private func fails() -> Bool {
    guard counter.next() == failing else { return false }
    errno = code
    return true
  }

  var calls: SystemCalls {
    var calls = SystemCalls.system
    let system = SystemCalls.system
    calls.open = { self.fails() ? -1 : system.open($0, $1, $2) }
    calls.write = {
      guard !self.fails() else { return -1 }
      return system.write($0, $1, self.writesLittle ? min($2, 1) : $2)
    }
    calls.synchronise = { self.fails() ? -1 : system.synchronise($0) }
    calls.changeMode = { self.fails() ? -1 : system.changeMode($0, $1) }
    calls.truncate = { self.fails() ? -1 : system.truncate($0, $1) }
    calls.lock = { self.fails() ? -1 : system.lock($0) }
    calls.close = {
      // What cannot be closed well is closed all the same.
      guard self.fails() else { return system.close($0) }
      _ = system.close($0)
      errno = self.code
      return -1
    }
    calls.rename = { self.fails() ? -1 : system.rename($0, $1) }
    return calls
  }
}
