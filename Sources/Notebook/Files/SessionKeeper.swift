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
    // The newest session is the last by name.
    path = directory + "/\(time(nil))-\(getpid()).session"
  }

  func append(_ item: NotebookItem) { write(SessionLine.text(item)) }

  func rewrite(_ items: [NotebookItem]) { write(SessionLine.text(items)) }

  /// Everything stands in a file.
  func saved() { if hasBegun { write("saved") } }

  private func write(_ line: String) {
    guard !hasFailed else { return }
    do throws(FileProblem) {
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

  /// The last session whose cells are not all in a file.
  /// - Throws: `FileProblem` where it cannot be read, or a newer program has written it.
  public static func last(in directory: String) throws(FileProblem) -> KeptSession? {
    guard FileBytes.isDirectory(directory) else { return nil }
    let names = try FileBytes.names(in: directory).filter { $0.hasSuffix(".session") }
    for name in names.reversed() {
      let path = directory + "/" + name
      if isRunning(name) { continue }
      if let session = try KeptSession(path: path), !session.isSaved, !session.lines.isEmpty {
        return session
      }
    }
    return nil
  }

  /// Forgets a session that another one has taken over.
  public static func forget(_ session: KeptSession) { unlink(session.path) }

  private static func isRunning(_ name: String) -> Bool {
    let id = name.dropLast(".session".count).split(separator: "-").last.flatMap { pid_t($0) }
    return id.map { $0 != getpid() && kill($0, 0) == 0 } ?? false
  }
}

/// A session as its file has it.
public struct KeptSession {
  public let path: String
  public let isSaved: Bool
  /// Cells with their numbers, and prose with none.
  let lines: [SessionLine]

  init?(path: String) throws(FileProblem) {
    let bytes = try FileBytes.read(path)
    let text = String(decoding: bytes, as: UTF8.self)
    // Without its end a line is torn, and counts for nothing.
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard let first = all.first, first.hasPrefix("lossbook session ") else { return nil }
    guard first == SessionKeeper.header else {
      throw FileProblem(reason: "\(path) was written by a newer version of Lossbook")
    }
    var (lines, isSaved): ([SessionLine], Bool) = ([], false)
    for line in all.dropFirst() {
      if line == "saved" {
        isSaved = true
        continue
      }
      isSaved = false
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).compactMap {
        Escape.unescaped($0)
      }
      if fields.first == "all" {
        lines = SessionLine.lines(Array(fields.dropFirst()))
      } else {
        lines += SessionLine.lines(fields)
      }
    }
    (self.path, self.isSaved, self.lines) = (path, isSaved, lines)
  }
}

/// A cell or a paragraph of prose in a session's file: number, mark of its block, text.
struct SessionLine {
  let number: Int
  let joinsPrevious: Bool
  let text: String

  static func text(_ item: NotebookItem) -> String {
    fields(item).map(Escape.escaped).joined(separator: "\t")
  }

  static func text(_ items: [NotebookItem]) -> String {
    (["all"] + items.flatMap(fields)).map(Escape.escaped).joined(separator: "\t")
  }

  private static func fields(_ item: NotebookItem) -> [String] {
    switch item {
    case .prose(let text): ["0", "", text]
    case .cell(let cell): [String(cell.number), cell.joinsPrevious ? "+" : "", cell.code]
    }
  }

  static func lines(_ fields: [String]) -> [SessionLine] {
    stride(from: 0, to: fields.count - 2, by: 3).compactMap { index in
      guard let number = Int(fields[index]), number >= 0 else { return nil }
      return SessionLine(number: number, joinsPrevious: fields[index + 1] == "+", text: fields[index + 2])
    }
  }
}

extension Session {
  /// Brings back the cells of a session that ended, and runs them.
  /// - Returns: what is to be told.
  public func resume(_ kept: KeptSession) -> [Piece] {
    guard let book else { return [] }
    let items = kept.lines.map { line -> NotebookItem in
      guard line.number > 0 else { return .prose(line.text) }
      let source = SourceText(line.text)
      var parser = Parser(source, verbs: interpreter.verbs)
      var parsed = KeptCell.Parsed.mistake(
        Diagnostic(.unexpectedEnd, "there is no cell here", at: Span(0, 0)), source)
      do throws(Diagnostic) {
        if let cell = try parser.nextCell() { parsed = .cell(cell) }
      } catch {
        parsed = .mistake(error, source)
      }
      var cell = KeptCell(number: line.number, code: line.text, parsed: parsed)
      cell.joinsPrevious = line.joinsPrevious
      return .cell(cell)
    }
    interpreter.within(interpreter.host.withoutWriting()) {
      _ = change("the return of the last session") {
        $0.items = items
      } told: { _ in
        []
      }
    }
    cellCount = max(cellCount, book.cells.map(\.number).max() ?? 0)
    let count = book.cells.count
    let behind = book.cells.filter { !$0.isTrue }.map(\.number)
    let more =
      behind.isEmpty
      ? "" : " \(CellNumbers.text(behind, capital: true)) did not run; `rerun stale` runs what is left."
    return [
      MarkdownPieces.sentence(
        "Brought back \(count) cell\(count == 1 ? "" : "s") of the last session, run again from the top. "
          + "`cells` lists them, `save` keeps them.\(more)")
    ]
  }
}
