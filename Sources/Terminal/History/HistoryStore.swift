/// What was typed in earlier sessions, in a file that any number of sessions share.
///
/// Entries are appended under a lock, so sessions at the same time lose nothing to each other. A session that
/// was killed in the middle of a write leaves at most its own last line torn; readers skip it and the next
/// append removes it.
public struct HistoryStore: Sendable {
  /// Where the file is, or will be.
  public let path: String
  private let calls: FileCalls
  /// More is not read of a file, in bytes: the latest entries stand at its end.
  static let most = 16 << 20

  /// A store at `path`. Nothing is touched before the first entry is read or written.
  public init(path: String) { self.init(path: path, .system) }

  init(path: String, _ calls: FileCalls) { (self.path, self.calls) = (path, calls) }

  /// The last `limit` different entries, the latest last. Without a file there are none.
  ///
  /// Of entries that were typed more than once, the latest place counts.
  public func load(limit: Int) throws(HistoryError) -> [String] {
    guard let file = try HistoryFile.openForReading(path, calls) else { return [] }
    defer { file.close() }
    try checkKind(of: file.beginning(HistoryFormat.header.utf8.count + 16))
    return latest(limit, in: completeLines(of: try file.end(Self.most)))
  }

  /// Adds an entry at the end, making the directory and the file when they are missing.
  public func append(_ entry: String) throws(HistoryError) {
    let file = try HistoryFile.openForAppending(path, calls)
    defer { file.close() }
    let kind = try checkKind(of: file.beginning(HistoryFormat.header.utf8.count + 16))
    if kind == .torn {
      try file.truncate(to: 0)
      try file.append(HistoryFormat.header + HistoryFormat.line(for: entry))
    } else {
      try file.truncate(to: file.endOfLastLine())
      try file.append(HistoryFormat.line(for: entry))
    }
  }

  @discardableResult
  private func checkKind(of bytes: [UInt8]) throws(HistoryError) -> HistoryFormat.Kind {
    let kind = HistoryFormat.kind(of: bytes)
    if kind == .newer { throw .newerVersion(path: path) }
    if kind == .foreign { throw .notHistory(path: path) }
    return kind
  }

  private func completeLines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let lineFeed = UInt8(ascii: "\n")
    let end = bytes.lastIndex(of: lineFeed) ?? 0
    return Array(bytes[..<end].split(separator: lineFeed).dropFirst())
  }

  private func latest(_ limit: Int, in lines: [ArraySlice<UInt8>]) -> [String] {
    var seen: Set<String> = []
    var entries: [String] = []
    for line in lines.reversed() where entries.count < limit {
      guard let entry = HistoryFormat.entry(on: line), seen.insert(entry).inserted else { continue }
      entries.append(entry)
    }
    return entries.reversed()
  }
}
