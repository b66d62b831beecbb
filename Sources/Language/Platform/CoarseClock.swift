#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A clock that may be read before every step of a loop: it is right to some milliseconds, and costs next to nothing.
enum CoarseClock {
  /// Seconds since some moment in the past; they go on while the machine sleeps or its time is set.
  static var seconds: Double {
    var time = timespec()
    #if canImport(Darwin)
      clock_gettime(CLOCK_MONOTONIC_RAW_APPROX, &time)
    #else
      clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    #endif
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
