/// The history file, open. Every result of the system is checked, because a full disk says so nowhere else.
struct HistoryFile {
  private let path: String
  private let descriptor: Int32
  private let calls: FileCalls

  /// `nil` when there is no file.
  static func openForReading(_ path: String, _ calls: FileCalls) throws(HistoryError) -> HistoryFile? {
    // Without O_NONBLOCK a pipe at the path would wait for a writer.
    let descriptor = calls.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .cannotRead(path: path, code: errno)
    }
    return try checked(HistoryFile(path: path, descriptor: descriptor, calls: calls))
  }

  /// Opens and locks the file, and makes it and its directory where they are missing.
  static func openForAppending(_ path: String, _ calls: FileCalls) throws(HistoryError) -> HistoryFile {
    makeDirectory(of: path)
    let descriptor = calls.open(path, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
    let file = try checked(HistoryFile(path: path, descriptor: descriptor, calls: calls))
    while calls.lock(descriptor) != 0 {
      let code = errno
      if code == EINTR { continue }
      file.close()
      throw .cannotWrite(path: path, code: code)
    }
    return file
  }

  /// Closing gives the lock back.
  func close() { _ = systemClose(descriptor) }

  /// The file's last bytes, all of them where they are no more than `most`.
  func end(_ most: Int) throws(HistoryError) -> [UInt8] {
    let size = try size()
    return try read(from: max(0, size - most), count: min(size, most))
  }

  func beginning(_ count: Int) throws(HistoryError) -> [UInt8] {
    try read(from: 0, count: min(count, size()))
  }

  /// The offset after the last line feed.
  func endOfLastLine() throws(HistoryError) -> Int {
    var end = try size()
    while end > 0 {
      let start = max(0, end - 4096)
      let block = try read(from: start, count: end - start)
      if let last = block.lastIndex(of: UInt8(ascii: "\n")) { return start + last + 1 }
      end = start
    }
    return 0
  }

  func truncate(to length: Int) throws(HistoryError) {
    guard try size() > length else { return }
    guard calls.truncate(descriptor, off_t(length)) == 0 else { throw .cannotWrite(path: path, code: errno) }
  }

  /// Writes all of `text`, or leaves the file as it was.
  func append(_ text: String) throws(HistoryError) {
    let before = try size()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { calls.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else {
        let code = written < 0 ? errno : ENOSPC
        try? truncate(to: before)
        throw .cannotWrite(path: path, code: code)
      }
      rest = rest.dropFirst(written)
    }
  }

  private static func checked(_ file: HistoryFile) throws(HistoryError) -> HistoryFile {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      file.close()
      throw .notHistory(path: file.path)
    }
    return file
  }

  /// Makes each missing directory on the way to `path`; opening the file reports what went wrong here.
  private static func makeDirectory(of path: String) {
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      mkdir(String(path[..<slash]), 0o700)
    }
  }

  private func size() throws(HistoryError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotRead(path: path, code: errno) }
    return Int(status.st_size)
  }

  private func read(from offset: Int, count: Int) throws(HistoryError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw .cannotRead(path: path, code: errno) }
      if got == 0 { break }
      filled += got
    }
    return Array(bytes.prefix(filled))
  }
}

// Inside the type the method of the same name would hide the function.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
