import Language
import LossMath

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files read and written whole.
public enum FileBytes {
  /// - Throws: `FileProblem` with the system's own words, or where the file is a directory or too large.
  public static func read(_ path: String, _ limit: Limit = Limits.file) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    return try readAll(descriptor, limit)
  }

  /// Everything that a descriptor has to give.
  /// - Parameters:
  ///   - limit: How much that may be, in MiB.
  ///   - wait: Called before each reading; it may wait for bytes, and end the reading by an error.
  public static func readAll(
    _ descriptor: Int32, _ limit: Limit = Limits.file,
    wait: () throws(FileProblem) -> Void = { () throws(FileProblem) in }
  ) throws(FileProblem) -> [UInt8] {
    let most = limit.value << 20
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      try wait()
      let count = chunk.withUnsafeMutableBytes { posixRead(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      if count == 0 { return bytes }
      guard bytes.count + count <= most else {
        throw FileProblem(reason: "it is larger than \(limit.value) MiB; \(limit.remedy)")
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// A text file.
  /// - Throws: `FileProblem` also where the bytes are no UTF-8.
  public static func readText(_ path: String) throws(FileProblem) -> String {
    try text(read(path, Limits.script))
  }

  public static func text(_ bytes: [UInt8]) throws(FileProblem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileProblem(reason: "it is not UTF-8 text")
    }
    return text
  }

  public static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) throws(FileProblem) {
    try writeAll(descriptor, bytes, .system)
  }

  static func writeAll(
    _ descriptor: Int32, _ bytes: [UInt8], _ calls: SystemCalls
  ) throws(FileProblem) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { calls.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .system(count < 0 ? errno : ENOSPC) }
      start += count
    }
  }

  /// The Markdown files of a directory, in the order of their names.
  public static func markdownFiles(in directory: String) throws(FileProblem) -> [String] {
    try names(in: directory).filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
      .map { Files.inside(directory) + $0 }
  }

  /// What a directory holds, sorted by name.
  public static func names(in directory: String) throws(FileProblem) -> [String] {
    guard let stream = opendir(directory) else { throw .system(errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether a file begins with `#!`, so that it can be run like a program.
  public static func beginsWithHashbang(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start: [UInt8] = [0, 0]
    return posixRead(descriptor, &start, 2) == 2 && start == Array("#!".utf8)
  }

  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes a directory and those above it, where they are missing.
  public static func makeDirectory(_ path: String) throws(FileProblem) {
    makeDirectories(above: path)
    guard mkdir(path, 0o777) == 0 || isDirectory(path) else { throw .system(errno) }
  }

  /// How a file begins, as far as its first bytes say.
  public static func beginning(of path: String, bytes count: Int) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { posixRead(descriptor, $0.baseAddress, $0.count) }
    guard read >= 0 else { throw .system(errno) }
    return Array(bytes[..<read])
  }

  /// Gives a file another name. What had that name before is gone.
  public static func move(_ path: String, to other: String) throws(FileProblem) {
    guard rename(path, other) == 0 else { throw .system(errno) }
  }

  /// The path with all links followed, from the root on; as it is where nothing is there.
  public static func absolute(_ path: String) -> String {
    guard let end = realpath(path, nil) else { return path }
    defer { free(end) }
    return String(cString: end)
  }

  public static func isDirectory(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }
}

private func posixRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

extension FileProblem {
  static func system(_ code: Int32) -> FileProblem {
    FileProblem(
      reason: String(cString: strerror(code)).lowercased(), isMissing: code == ENOENT || code == ENOTDIR)
  }
}
