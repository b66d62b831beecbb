import Synchronization

/// Counts from any thread.
public final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  public init() {}

  public var count: Int { value.load(ordering: .relaxed) }

  public func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}
