/// Whether the computation under way has been told to stop.
///
/// Whatever goes through many elements asks from time to time, operators among them, which have no room for one more
/// parameter. So it is set for all that is called within:
///
/// ```swift
/// try Interruption.asking({ Date() > end }) { try Traced.matmul(a, b) }
/// ```
public enum Interruption {
  /// A value of its own: an optimised build crashes where what is local to a task is a function.
  private struct Question: Sendable {
    let ask: @Sendable () -> Bool
  }

  @TaskLocal private static var question = Question { false }

  /// Whether somebody wants what is computed on this thread stopped.
  public static func isRequested() -> Bool { question.ask() }

  /// Lets an operation ask whether it is to stop, and all that it calls.
  /// - Parameters:
  ///   - isRequested: asked on the thread that computes.
  ///   - operation: what asks, on this thread.
  public static func asking<Result>(
    _ isRequested: @escaping @Sendable () -> Bool, _ operation: () throws -> Result
  ) rethrows -> Result {
    try $question.withValue(Question(ask: isRequested), operation: operation)
  }

  /// The elements between two looks: some milliseconds at the most.
  static let stretch = 1 << 16

  /// - Throws: `MathError.interrupted` where the computation has been told to stop.
  public static func check() throws(MathError) {
    if isRequested() { throw .interrupted }
  }

  /// Looks once in a stretch of a loop that counts its turns.
  /// - Throws: `MathError.interrupted`.
  @inline(__always)
  public static func check(at turn: Int) throws(MathError) {
    if turn & (stretch - 1) == stretch - 1 { try check() }
  }

  /// Goes through `count` elements, a stretch at a time.
  /// - Returns: how many there were before somebody wanted it stopped.
  @inline(__always)
  static func forEachStretch(of count: Int, _ body: (Range<Int>) -> Void) -> Int {
    var start = 0
    while start < count {
      if start > 0 && isRequested() { return start }
      let end = min(start + stretch, count)
      body(start..<end)
      start = end
    }
    return start
  }
}

extension Array {
  /// Elements computed one after the other, as many as are wanted.
  /// - Throws: `MathError.interrupted`.
  @inline(__always)
  init(interruptible count: Int, _ element: (Int) -> Element) throws(MathError) {
    var reached = 0
    self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      reached = Interruption.forEachStretch(of: count) { stretch in
        for i in stretch { buffer.initializeElement(at: i, to: element(i)) }
      }
      initialized = reached
    }
    guard reached == count else { throw .interrupted }
  }
}

extension Tensor {
  /// A vector of `count` numbers, each computed from its index.
  /// - Throws: `MathError.interrupted`.
  public static func vector(count: Int, _ element: (Int) -> Double) throws(MathError) -> Tensor {
    Tensor(try Array(interruptible: count, element))
  }
}
