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

  /// Opens and locks the file, and makes it and its directory where they are missing.
  init(_ path: String) throws(FileProblem) {
    FileBytes.makeDirectories(above: path, mode: 0o700)
    // Without O_NONBLOCK a pipe at the path would wait for a writer.
    descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    do throws(FileProblem) {
      try lock(path)
      try dropTornLine()
    } catch {
      close()
      throw error
    }
  }

  /// Closing gives the lock back.
  func close() { _ = systemClose(descriptor) }

  func isEmpty() throws(FileProblem) -> Bool { try size() == 0 }

  /// Writes all of `text`, or leaves the file as it was.
  func append(_ text: String) throws(FileProblem) {
    let before = try size()
    do throws(FileProblem) {
      try FileBytes.writeAll(descriptor, Array(text.utf8))
    } catch {
      _ = ftruncate(descriptor, before)
      throw error
    }
  }

  private func lock(_ path: String) throws(FileProblem) {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .system(errno) }
    guard information.st_mode & S_IFMT == S_IFREG else { throw FileProblem(reason: "\(path) is no file") }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .system(errno) }
    }
  }

  /// A line without an end was being written by somebody who was killed.
  private func dropTornLine() throws(FileProblem) {
    var end = try size()
    var byte: UInt8 = 0
    while end > 0 {
      guard pread(descriptor, &byte, 1, end - 1) == 1 else { throw .system(errno) }
      if byte == UInt8(ascii: "\n") { break }
      end -= 1
    }
    guard try size() > end else { return }
    guard ftruncate(descriptor, end) == 0 else { throw .system(errno) }
  }

  private func size() throws(FileProblem) -> off_t {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .system(errno) }
    return information.st_size
  }
}

// Inside the type the method of the same name would hide the function.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
