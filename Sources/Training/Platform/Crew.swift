import Synchronization

/// What the threads of one ``Threads/run(_:_:meanwhile:watch:)`` share.
final class Crew: Sendable {
  private let work: @Sendable () -> Void
  let finished = Atomic<Int>(0)

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  /// What a new thread does with the retained reference it is handed.
  static func work(_ argument: UnsafeMutableRawPointer) {
    let crew = Unmanaged<Crew>.fromOpaque(argument).takeRetainedValue()
    crew.work()
    crew.finished.add(1, ordering: .releasing)
  }
}
