/// Tells a long computation whether to stop.
///
/// The loops ask before every step, so the answer must be cheap: the reading of an atomic flag.
public struct CancelToken: Sendable {
  private let poll: @Sendable () -> Bool

  /// - Parameter isCancelled: Called from the computation's thread, often. Once true, it should stay so.
  public init(_ isCancelled: @escaping @Sendable () -> Bool) {
    poll = isCancelled
  }

  /// Asks the function that was given.
  public var isCancelled: Bool { poll() }

  /// Never cancels.
  public static let never = CancelToken { false }
}
