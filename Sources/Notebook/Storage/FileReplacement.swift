import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileBytes {
  /// Replaces a file by new content, whole or not at all: a temporary file beside it is written, synced and renamed.
  ///
  /// The file keeps its mode, and its owner where it may; a symbolic link keeps pointing: what it points at is replaced.
  public static func replace(_ path: String, with text: String) throws(FileProblem) {
    try replace(path, with: text, .system)
  }

  static func replace(_ path: String, with text: String, _ calls: SystemCalls) throws(FileProblem) {
    try FileReplacement(target: absolute(path), calls: calls).write(Array(text.utf8))
  }

  /// Writes a file that was not there.
  /// - Throws: where there is one already, which stays as it is.
  public static func create(_ path: String, with text: String) throws(FileProblem) {
    try create(path, with: text, .system)
  }

  static func create(_ path: String, with text: String, _ calls: SystemCalls) throws(FileProblem) {
    // The empty file holds the name until the whole one takes its place.
    let descriptor = calls.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(errno) }
    _ = calls.close(descriptor)
    do throws(FileProblem) { try replace(path, with: text, calls) } catch {
      unlink(path)
      throw error
    }
  }
}

/// One file being replaced.
private struct FileReplacement {
  let target: String
  let calls: SystemCalls
  private let temporary: String
  /// What is known of the file that is replaced; nothing where there is none.
  private let old: stat?

  init(target: String, calls: SystemCalls) throws(FileProblem) {
    (self.target, self.calls) = (target, calls)
    temporary = "\(target).new-\(getpid())"
    var information = stat()
    old = stat(target, &information) == 0 ? information : nil
    if let old {
      guard old.st_mode & S_IFMT == S_IFREG else {
        throw old.st_mode & S_IFMT == S_IFDIR ? .system(EISDIR) : FileProblem(reason: "it is no file")
      }
      // Renaming would get past the mode of a file that must not be written.
      guard access(target, W_OK) == 0 else { throw .system(errno) }
    }
  }

  func write(_ bytes: [UInt8]) throws(FileProblem) {
    // Somebody of the same number may have been killed here.
    unlink(temporary)
    let descriptor = calls.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    do throws(FileProblem) {
      try fill(descriptor, bytes)
      guard calls.rename(temporary, target) == 0 else { throw .system(errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    try confirmName()
  }

  /// Writes the bytes so that they are on the disk, and closes the descriptor.
  private func fill(_ descriptor: Int32, _ bytes: [UInt8]) throws(FileProblem) {
    do throws(FileProblem) {
      try FileBytes.writeAll(descriptor, bytes, calls)
      if let old, old.st_uid != geteuid() || old.st_gid != getegid() {
        _ = fchown(descriptor, old.st_uid, old.st_gid)
      }
      guard calls.changeMode(descriptor, mode) == 0, calls.synchronise(descriptor) == 0 else {
        throw .system(errno)
      }
    } catch {
      _ = calls.close(descriptor)
      throw error
    }
    // A quota may be told of here for the first time.
    guard calls.close(descriptor) == 0 else { throw .system(errno) }
  }

  private var mode: mode_t {
    if let old { return old.st_mode & 0o777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  /// Makes the new name last, where the system can.
  private func confirmName() throws(FileProblem) {
    let directory = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    let descriptor = calls.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return }
    let code = calls.synchronise(descriptor) == 0 ? 0 : errno
    _ = calls.close(descriptor)
    guard code == 0 || code == EINVAL || code == ENOTSUP else {
      throw FileProblem(
        reason: "the new file is there, but the disk has not confirmed its name: "
          + FileProblem.system(code).reason)
    }
  }
}
