/// The stack of the main thread.
public enum Stack {
  /// What is left for everything but evaluation, in bytes.
  private static let rest = 512 << 10

  /// Lets the stack become as large as `bytes` and some more.
  ///
  /// On Linux the main thread's stack grows as far as the limit allows at that moment; elsewhere it is what it was when
  /// the program started.
  /// - Returns: whether it may.
  public static func grow(to bytes: Int) -> Bool {
    var limit = rlimit()
    guard getrlimit(stackResource, &limit) == 0 else { return true }
    let wanted = rlim_t(bytes + rest)
    if limit.rlim_cur >= wanted { return true }
    #if os(Linux)
      guard limit.rlim_max >= wanted else { return false }
      limit.rlim_cur = wanted
      return setrlimit(stackResource, &limit) == 0
    #else
      return false
    #endif
  }
}
