#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Notices that the front end that started the kernel has died without a word.
struct ParentWatch {
  private let parent = getppid()
  /// Only a front end that says so wants its kernel to end with it.
  private let isWanted = getenv("JPY_PARENT_PID") != nil

  var isOrphaned: Bool { isWanted && getppid() != parent }
}
