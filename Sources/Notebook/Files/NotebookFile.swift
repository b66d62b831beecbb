import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file that a notebook was opened from or saved to last, and by what its content of then is known again.
struct NotebookFile: Equatable {
  let path: String
  let fingerprint: String

  init(path: String, text: String) { self.init(path: path, fingerprint: Fingerprint.of(bytes: text.utf8)) }

  init(path: String, fingerprint: String) { (self.path, self.fingerprint) = (path, fingerprint) }

  enum Refusal: Error {
    /// Somebody else has written it since.
    case changed
    /// Something stands there already.
    case exists
    case problem(FileProblem)
  }

  /// Writes a notebook, whole or not at all.
  /// - Parameters:
  ///   - known: the file as the session knows it. Another content is not overwritten in silence.
  ///   - overwrites: Whether whatever stands there may go.
  static func save(
    _ text: String, to path: String, known: NotebookFile?, overwrites: Bool
  ) throws(Refusal) -> NotebookFile {
    let lock = DirectoryLock(Files.directory(of: path))
    defer { lock.release() }
    if !overwrites, let old = try content(path), old != Array(text.utf8) {
      guard let known, FileBytes.absolute(known.path) == FileBytes.absolute(path) else { throw .exists }
      guard Fingerprint.of(bytes: old) == known.fingerprint else { throw .changed }
    }
    do throws(FileProblem) { try FileBytes.replace(path, with: text) } catch { throw .problem(error) }
    return NotebookFile(path: path, text: text)
  }

  private static func content(_ path: String) throws(Refusal) -> [UInt8]? {
    do throws(FileProblem) { return try FileBytes.read(path) } catch {
      if error.isMissing { return nil }
      throw .problem(error)
    }
  }
}

/// Keeps other sessions from saving in a directory between our look at a file and our writing it. Where the system has
/// no such locks it does nothing.
private struct DirectoryLock {
  private let descriptor: Int32

  init(_ directory: String) {
    descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  func release() { if descriptor >= 0 { close(descriptor) } }
}
