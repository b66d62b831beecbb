import LossMath
import Synchronization
import Training

/// The time that a cell has, asked for from every thread that computes for it.
final class Deadline: Sendable {
  /// The bits of the second at which the cell must be done; infinity where none is running.
  private let end = Atomic<UInt64>(Double.infinity.bitPattern)

  private var isRunning: Bool { end.load(ordering: .relaxed) != Double.infinity.bitPattern }

  /// - Returns: whether the time begins now; a cell that another one runs has what is left of that one's.
  func begin() -> Bool {
    guard !isRunning else { return false }
    let seconds = CoarseClock.seconds + Double(Limits.seconds.value)
    end.store(seconds.bitPattern, ordering: .relaxed)
    return true
  }

  func stop() { end.store(Double.infinity.bitPattern, ordering: .relaxed) }

  var isPassed: Bool {
    isRunning && CoarseClock.seconds >= Double(bitPattern: end.load(ordering: .relaxed))
  }

  /// A token that cancels where the other one does, and when the time is over.
  func stopping(_ token: CancelToken) -> CancelToken {
    CancelToken { [self] in token.isCancelled || isPassed }
  }
}

extension Interpreter {
  func checkCancelled(_ span: Span) throws(Diagnostic) {
    if host.cancel.isCancelled { throw stopped(span) }
  }

  /// Looks once in a while in a loop over elements that counts its turns.
  @inline(__always)
  func checkCancelled(at turn: Int, _ span: Span) throws(Diagnostic) {
    do throws(MathError) { try Interruption.check(at: turn) } catch { throw diagnostic(error, at: span) }
  }

  /// The sentence for an error of the arithmetic.
  func diagnostic(_ error: MathError, at span: Span) -> Diagnostic {
    error == .interrupted ? stopped(span) : Diagnostic(error, at: span)
  }

  /// The error for a computation that was told to stop.
  func stopped(_ span: Span) -> Diagnostic {
    guard deadline.isPassed else { return Diagnostic(.cancelled, "stopped before it was done", at: span) }
    return Diagnostic(.cancelled, timeIsOver, at: span, hint: Limits.seconds.remedy)
  }

  /// What was stopped half way has a value all the same, a training say.
  func sayTimeIsOver() {
    if deadline.isPassed { say("\(timeIsOver); \(Limits.seconds.remedy)") }
  }

  private var timeIsOver: String {
    "stopped after \(counted(Limits.seconds.value, "second")), the limit for one cell"
  }

  /// Counts turns of a loop before they are made.
  func countTurns(_ count: Int, _ span: Span) throws(Diagnostic) {
    let most = Limits.turns.value
    guard count <= most - turns else {
      throw Diagnostic(
        .tooManyTurns, "the loops and calls of this cell would take more than \(most) turns", at: span,
        hint: Limits.turns.remedy)
    }
    turns += count
  }

  /// Large values are counted as they come; what computed them may have been told to stop half way.
  func checkLarge(_ value: Value, _ span: Span) throws(Diagnostic) {
    let count =
      switch value {
      case .tensor(let tensor): tensor.value.count
      case .truth(let tensor): tensor.count
      default: 0
      }
    guard count > 1 << 16 else { return }
    try checkCancelled(span)
    guard host.memoryInUse() >> 20 > Limits.memory.value else { return }
    throw Diagnostic(
      .tooLarge, "the values take more than \(Limits.memory.value) MiB of memory", at: span,
      hint: Limits.memory.remedy)
  }
}
