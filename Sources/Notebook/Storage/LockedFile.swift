import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A text file that lines are appended to while nobody else does.
struct LockedFile {
  private let descriptor: Int32
  private let calls: SystemCalls

  /// Opens and locks the file, and makes it and its directory where they are missing.
  init(_ path: String, _ calls: SystemCalls = .system) throws(FileProblem) {
    self.calls = calls
    FileBytes.makeDirectories(above: path, mode: 0o700)
    descriptor = try Self.lockedDescriptor(path, calls)
    do throws(FileProblem) { try dropTornLine() } catch {
      close()
      throw error
    }
  }

  private static func lockedDescriptor(_ path: String, _ calls: SystemCalls) throws(FileProblem) -> Int32 {
    while true {
      // Without O_NONBLOCK a pipe at the path would wait for a writer.
      let descriptor = calls.open(path, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .system(errno) }
      do throws(FileProblem) {
        if try lock(descriptor, path, calls) { return descriptor }
      } catch {
        _ = calls.close(descriptor)
        throw error
      }
      _ = calls.close(descriptor)
    }
  }

  /// - Returns: whether the file still has that name: while the lock was waited for, somebody may have replaced it.
  private static func lock(
    _ descriptor: Int32, _ path: String, _ calls: SystemCalls
  ) throws(FileProblem) -> Bool {
    let information = try information(descriptor)
    guard information.st_mode & S_IFMT == S_IFREG else { throw FileProblem(reason: "\(path) is no file") }
    while calls.lock(descriptor) != 0 {
      guard errno == EINTR else { throw .system(errno) }
    }
    var named = stat()
    return stat(path, &named) == 0 && named.st_ino == information.st_ino && named.st_dev == information.st_dev
  }

  /// Whether somebody has the file open and locked.
  static func isLocked(_ path: String) -> Bool {
    // Without O_NONBLOCK a pipe at the path would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { _ = SystemCalls.system.close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Closing gives the lock back.
  func close() { _ = calls.close(descriptor) }

  /// Waits until what was appended is on the disk.
  func synchronise() throws(FileProblem) {
    guard calls.synchronise(descriptor) == 0 else { throw .system(errno) }
  }

  func isEmpty() throws(FileProblem) -> Bool { try size() == 0 }

  /// Writes all of `text`, or leaves the file as it was.
  func append(_ text: String) throws(FileProblem) {
    let before = try size()
    do throws(FileProblem) {
      try FileBytes.writeAll(descriptor, Array(text.utf8), calls)
    } catch {
      _ = calls.truncate(descriptor, before)
      throw error
    }
  }

  /// A line without an end was being written by somebody who was killed.
  private func dropTornLine() throws(FileProblem) {
    let end = try endOfLastLine()
    guard try size() > end else { return }
    guard calls.truncate(descriptor, end) == 0 else { throw .system(errno) }
  }

  /// The offset after the last line feed.
  private func endOfLastLine() throws(FileProblem) -> off_t {
    var end = try size()
    var block = [UInt8](repeating: 0, count: 4096)
    while end > 0 {
      let start = max(0, end - off_t(block.count))
      let count = Int(end - start)
      let read = block.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, start) }
      guard read == count else { throw .system(read < 0 ? errno : EIO) }
      if let last = block[..<count].lastIndex(of: UInt8(ascii: "\n")) { return start + off_t(last) + 1 }
      end = start
    }
    return 0
  }

  private func size() throws(FileProblem) -> off_t { try Self.information(descriptor).st_size }

  private static func information(_ descriptor: Int32) throws(FileProblem) -> stat {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .system(errno) }
    return information
  }
}
