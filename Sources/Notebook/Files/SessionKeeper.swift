import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps the cells of a running session on disk, so that a session that ends before it is saved can be brought back.
///
/// Each cell is a line, appended when it has run and synced before the next prompt; a change of what stands there
/// already is one line with everything. A session that is killed leaves at most its last line torn. The file stays open
/// and locked, which tells the sessions that still run from those that ended.
public final class SessionKeeper {
  private let directory: String
  private let path: String
  private var file: LockedFile?
  /// What the reader should know; told once.
  private var note: String?
  private var hasFailed = false
  static let header = "lossbook session 2"
  /// In the first format no cell told where it came from.
  static let readableHeaders = ["lossbook session 1", header]

  /// - Parameter directory: where the sessions lie.
  public init(directory: String) {
    self.directory = directory
    path = directory + "/" + SessionStore.newName()
  }

  deinit { file?.close() }

  func append(_ item: NotebookItem) { write(SessionLine.text(item)) }

  /// The file that the notebook belongs to from here on.
  func belongs(to file: NotebookFile?) { write(SessionLine.text(file)) }

  func rewrite(_ items: [NotebookItem]) { write(SessionLine.text(items)) }

  /// Whether the session can be brought back.
  public var isKept: Bool { file != nil && !hasFailed }

  /// Everything stands in a file.
  func saved() { if file != nil { write("saved") } }

  private func write(_ line: String) {
    guard !hasFailed else { return }
    do throws(FileProblem) {
      if file == nil { SessionStore(directory).clearAway() }
      let file = if let open = file { open } else { try LockedFile(path) }
      self.file = file
      if try file.isEmpty() { try file.append(Self.header + "\n") }
      try file.append(line + "\n")
    } catch { give(up: error) }
  }

  /// Waits until everything is on the disk.
  public func sync() {
    guard let file, !hasFailed else { return }
    do throws(FileProblem) { try file.synchronise() } catch { give(up: error) }
  }

  private func give(up problem: FileProblem) {
    hasFailed = true
    note = "This session is not kept: \(problem.reason)"
  }

  /// What is to be told, once.
  public func takeNote() -> [Piece] {
    defer { note = nil }
    return note.map { [MarkdownPieces.sentence($0, .muted)] } ?? []
  }

  /// The session has ended, and everything stands in a file.
  public func forget() { if file != nil { unlink(path) } }

  /// Whether another session that is running works on a file.
  func isElsewhere(_ file: NotebookFile) -> Bool {
    SessionStore(directory).isOpen(FileBytes.absolute(file.path), beside: path)
  }
}
