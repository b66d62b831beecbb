#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The memory that this process takes.
enum MemoryInUse {
  /// In bytes; 0 where the system does not say.
  static func bytes() -> Int {
    #if canImport(Darwin)
      var usage = rusage_info_current()
      let result = withUnsafeMutablePointer(to: &usage) { pointer in
        pointer.withMemoryRebound(to: rusage_info_t?.self, capacity: 1) {
          proc_pid_rusage(getpid(), RUSAGE_INFO_CURRENT, $0)
        }
      }
      return result == 0 ? Int(clamping: usage.ri_phys_footprint) : 0
    #else
      // Pages: the whole, and those in memory.
      guard let bytes = try? FileBytes.read("/proc/self/statm"), let text = try? FileBytes.text(bytes),
        let pages = Int(text.split(separator: " ").dropFirst().first ?? "")
      else { return 0 }
      return pages * sysconf(Int32(_SC_PAGESIZE))
    #endif
  }
}
