#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread that runs beside the one that computes.
struct BackgroundThread {
  private final class Body {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  private let handle: pthread_t

  /// Starts the thread; nothing where the system has none left.
  init?(_ run: sending @escaping () -> Void) {
    let reference = Unmanaged.passRetained(Body(run))
    #if canImport(Darwin)
      var handle: pthread_t?
      let enter: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { Self.enter($0) }
    #else
      var handle = pthread_t()
      let enter: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
        $0.flatMap { Self.enter($0) }
      }
    #endif
    guard pthread_create(&handle, nil, enter, reference.toOpaque()) == 0 else {
      reference.release()
      return nil
    }
    #if canImport(Darwin)
      guard let handle else { return nil }
    #endif
    self.handle = handle
  }

  private static func enter(_ body: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
    return nil
  }

  /// Waits until it has done.
  func join() { pthread_join(handle, nil) }
}
