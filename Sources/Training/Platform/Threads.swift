// The only file that knows how threads are made.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads of the operating system. A dispatch queue would do as well and cost no start-up time, but would choose by
/// itself how many there are and whether the caller's is among them.
public enum Threads {
  /// The processors of this machine; at least 1.
  public static var available: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs `work` on so many new threads at once, `meanwhile` on the caller's, and returns when all are done.
  ///
  /// Where the system refuses threads there are fewer, perhaps none.
  /// - Parameter watch: Called on the caller's thread from time to time while the others work.
  /// - Returns: how many threads there were.
  @discardableResult
  static func run(
    _ count: Int, _ work: @escaping @Sendable () -> Void, meanwhile: () -> Void = {},
    watch: () -> Void
  ) -> Int {
    let crew = Crew(work)
    let threads = (0..<count).compactMap { _ in start(crew) }
    meanwhile()
    var waited: UInt32 = 0
    while crew.finished.load(ordering: .acquiring) < threads.count {
      // Short runs are not kept waiting, and long ones not asked too often.
      let pause = min(20_000, 100 + waited / 50)
      usleep(pause)
      waited &+= pause
      watch()
    }
    for thread in threads { pthread_join(thread, nil) }
    return threads.count
  }

  private static func start(_ crew: Crew) -> pthread_t? {
    // Signals belong to the thread that has handlers and a stack for them: a new one blocks all.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let reference = Unmanaged.passRetained(crew)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, nil, enter, reference.toOpaque()) == 0 else {
      reference.release()
      return nil
    }
    return thread
  }

  #if canImport(Darwin)
    private static let enter: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
      Crew.work($0)
      return nil
    }
  #else
    private static let enter: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      if let argument = $0 { Crew.work(argument) }
      return nil
    }
  #endif
}
