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
/// already is one line with everything. A session that is killed leaves at most its last line torn.
public final class SessionKeeper {
  private let directory: String
  private let path: String
  private var hasBegun = false
  /// What the reader should know; told once.
  private var note: String?
  private var hasFailed = false
  static let header = "lossbook session 1"

  /// - Parameter directory: where the sessions lie.
  public init(directory: String) {
    self.directory = directory
    path = directory + "/" + SessionStore.newName()
  }

  func append(_ item: NotebookItem) { write(SessionLine.text(item)) }

  /// The file that the notebook belongs to from here on.
  func belongs(to file: NotebookFile?) { write(SessionLine.text(file)) }

  func rewrite(_ items: [NotebookItem]) { write(SessionLine.text(items)) }

  /// Whether the session can be brought back.
  public var isKept: Bool { hasBegun && !hasFailed }

  /// Everything stands in a file.
  func saved() { if hasBegun { write("saved") } }

  private func write(_ line: String) {
    guard !hasFailed else { return }
    do throws(FileProblem) {
      if !hasBegun { SessionStore(directory).clearAway() }
      let file = try LockedFile(path)
      defer { file.close() }
      if try file.isEmpty() { try file.append(Self.header + "\n") }
      try file.append(line + "\n")
      hasBegun = true
    } catch {
      hasFailed = true
      note = "This session is not kept: \(error.reason)"
    }
  }

  /// Waits until everything is on the disk.
  public func sync() {
    guard hasBegun, !hasFailed else { return }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// What is to be told, once.
  public func takeNote() -> [Piece] {
    defer { note = nil }
    return note.map { [MarkdownPieces.sentence($0, .muted)] } ?? []
  }

  /// The session has ended, and everything stands in a file.
  public func forget() { if hasBegun { unlink(path) } }

  /// Whether another session that is running works on a file.
  func isElsewhere(_ file: NotebookFile) -> Bool {
    SessionStore(directory).isOpen(FileBytes.absolute(file.path))
  }
}
