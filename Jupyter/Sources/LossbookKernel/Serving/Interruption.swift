import Synchronization
import Training

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The wish to stop what is being computed: SIGINT, or a message at the control channel.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Makes SIGINT stop the computation and not the kernel.
  static func install() {
    // The first use of a static property may take a lock, which a signal handler must not.
    clear()
    signal(SIGINT) { _ in Interruption.request() }
  }

  static func request() { requested.store(true, ordering: .relaxed) }
  static func clear() { requested.store(false, ordering: .relaxed) }

  static var isRequested: Bool { requested.load(ordering: .relaxed) }
  static var token: CancelToken { CancelToken { isRequested } }
}
