import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileBytes {
  /// Makes the directories on the way to a path that are missing. Where one cannot be made, whatever is done below it
  /// says why.
  /// - Parameter mode: who may do what in them, as far as the user's mask lets them.
  public static func makeDirectories(above path: String, mode: UInt16 = 0o777) {
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      mkdir(String(path[..<slash]), mode_t(mode))
    }
  }

  /// Removes a file.
  public static func remove(_ path: String) throws(FileProblem) {
    guard unlink(path) == 0 else { throw .system(errno) }
  }

  /// Removes a directory that holds nothing.
  public static func removeDirectory(_ path: String) throws(FileProblem) {
    guard rmdir(path) == 0 else { throw .system(errno) }
  }

  public static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 && !isDirectory(path) }
}
