import Language
import LossMath

/// The progress in one course, in a file that any number of sessions share.
///
/// Each event is a line, appended under a lock: two sessions lose nothing to each other, and one that is killed leaves
/// at most its own last line torn, which the next append removes. A file that holds something else is put aside under
/// the name `….bad`.
public struct ProgressStore: Sendable {
  public let path: String
  private let calls: SystemCalls
  static let name = "lossbook progress "
  static let version = 1

  public init(path: String) { self.init(path: path, .system) }

  init(path: String, _ calls: SystemCalls) { (self.path, self.calls) = (path, calls) }

  public struct Contents: Equatable, Sendable {
    public var progress = CourseProgress()
    /// What the learner should know of the file.
    public var note: String?
  }

  /// Without a file there is no progress yet.
  public func load() throws(FileProblem) -> Contents {
    guard FileBytes.exists(path) else { return Contents() }
    let bytes = try FileBytes.read(path, Limits.script)
    guard let text = try? FileBytes.text(bytes), let events = Self.events(text) else {
      try checkVersion(bytes)
      return try putAside("it is no progress file")
    }
    guard events.unreadable == 0 else {
      var contents = try putAside("\(events.unreadable) of its lines cannot be read")
      try rewrite(events.events)
      contents.progress = CourseProgress(events.events)
      return contents
    }
    return Contents(progress: CourseProgress(events.events))
  }

  public func append(_ event: ProgressEvent) throws(FileProblem) {
    let file = try LockedFile(path, calls)
    defer { file.close() }
    if try file.isEmpty() { try file.append("\(Self.name)\(Self.version)\n") }
    try file.append(event.line + "\n")
  }

  /// The events of a file, and how many of its lines are none; nothing where the file is of another kind.
  private static func events(_ text: String) -> (events: [ProgressEvent], unreadable: Int)? {
    let lines = Escape.wholeLines(text)
    guard let first = lines.first else { return text.isEmpty || header.hasPrefix(text) ? ([], 0) : nil }
    guard first == header else { return nil }
    let found = lines.dropFirst().map { ProgressEvent(line: $0) }
    return (found.compactMap { $0 }, found.count { $0 == nil })
  }

  private static var header: String { "\(name)\(version)" }

  private func checkVersion(_ bytes: [UInt8]) throws(FileProblem) {
    let first = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }.prefix(60), as: UTF8.self)
    guard first.hasPrefix(Self.name), let version = Int(first.dropFirst(Self.name.count)),
      version > Self.version
    else { return }
    throw FileProblem(reason: "\(path) was written by a newer version")
  }

  private func putAside(_ reason: String) throws(FileProblem) -> Contents {
    try FileBytes.move(path, to: path + ".bad")
    return Contents(note: "\(path): \(reason); the file is kept as \(path).bad")
  }

  private func rewrite(_ events: [ProgressEvent]) throws(FileProblem) {
    try FileBytes.replace(
      path, with: ([Self.header] + events.map(\.line)).map { $0 + "\n" }.joined(), calls)
  }
}
