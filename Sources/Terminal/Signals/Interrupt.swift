import Synchronization

/// The reader's request to stop a computation.
///
/// While the program computes, Ctrl-C raises SIGINT and the handler notes it here; the loops of a long
/// computation ask ``isRequested`` from time to time.
///
/// ```swift
/// Interrupt.install()
/// while !finished && !Interrupt.isRequested { step() }
/// Interrupt.clear()
/// ```
public enum Interrupt {
  private static let requested = Atomic<Bool>(false)

  /// Makes SIGINT set the flag instead of ending the process.
  public static func install() {
    // The first use of a static property may take a lock, which a signal handler must not.
    clear()
    setHandler({ _ in Interrupt.request() }, for: SIGINT, flags: HandlerFlags.restart)
    unblock([SIGINT])
  }

  /// Whether SIGINT has arrived since the last ``clear()``.
  public static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Forgets a request, before a computation starts or after it has stopped.
  public static func clear() { requested.store(false, ordering: .relaxed) }

  /// Sets the flag, as SIGINT does.
  public static func request() { requested.store(true, ordering: .relaxed) }
}
