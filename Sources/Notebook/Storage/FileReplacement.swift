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
  /// The file keeps its mode, and a symbolic link keeps pointing: what it points at is replaced.
  public static func replace(_ path: String, with text: String) throws(FileProblem) {
    let target = absolute(path)
    let temporary = "\(target).new-\(getpid())"
    // Somebody of the same number may have been killed here.
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    do throws(FileProblem) {
      try fill(descriptor, text, mode: mode(of: target))
      guard rename(temporary, target) == 0 else { throw .system(errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    syncDirectory(of: target)
  }

  private static func mode(of path: String) -> mode_t {
    var information = stat()
    if stat(path, &information) == 0 { return information.st_mode & 0o777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  /// Writes the text so that it is on the disk, and closes the descriptor.
  private static func fill(_ descriptor: Int32, _ text: String, mode: mode_t) throws(FileProblem) {
    do throws(FileProblem) {
      try writeAll(descriptor, Array(text.utf8))
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw .system(errno) }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw .system(errno) }
  }

  /// Makes the new name last, where the system can.
  private static func syncDirectory(of path: String) {
    let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
