import Language

/// A session as its file has it.
public struct KeptSession {
  public let path: String
  public let isSaved: Bool
  /// The file that it was opened from or saved to last.
  let file: NotebookFile?
  /// Cells with their numbers, and prose with none.
  let lines: [SessionLine]

  init?(path: String) throws(FileProblem) {
    let bytes = try FileBytes.read(path)
    let text = String(decoding: bytes, as: UTF8.self)
    let all = Escape.wholeLines(text)
    guard let first = all.first, first.hasPrefix("lossbook session ") else { return nil }
    guard SessionKeeper.readableHeaders.contains(first) else {
      throw FileProblem(reason: "\(path) was written by a newer version of Lossbook")
    }
    var (lines, isSaved, file): ([SessionLine], Bool, NotebookFile?) = ([], false, nil)
    for line in all.dropFirst() {
      if line == "saved" {
        isSaved = true
        continue
      }
      isSaved = false
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).compactMap {
        Escape.unescaped($0)
      }
      if fields.first == "file" {
        file = SessionLine.file(fields)
      } else if fields.first == "all" {
        lines = SessionLine.lines(Array(fields.dropFirst()))
      } else {
        lines += SessionLine.lines(fields)
      }
    }
    (self.path, self.isSaved, self.file, self.lines) = (path, isSaved, file, lines)
  }
}

/// A cell or a paragraph of prose in a session's file: number, mark, text.
///
/// The mark is `+` where the cell goes on with the block before it, and behind a NUL each directory that it is confined
/// to: what came from a stranger's notebook stays a stranger's when the session comes back.
struct SessionLine {
  let number: Int
  let joinsPrevious: Bool
  let confinedTo: [String]?
  let text: String

  static func text(_ item: NotebookItem) -> String {
    fields(item).map(Escape.escaped).joined(separator: "\t")
  }

  static func text(_ items: [NotebookItem]) -> String {
    (["all"] + items.flatMap(fields)).map(Escape.escaped).joined(separator: "\t")
  }

  /// The line that names the file of the notebook: its path from the root on, and its content's fingerprint.
  static func text(_ file: NotebookFile?) -> String {
    ["file", file.map { FileBytes.absolute($0.path) } ?? "", file?.fingerprint ?? ""].map(Escape.escaped)
      .joined(separator: "\t")
  }

  static func file(_ fields: [String]) -> NotebookFile? {
    guard fields.count == 3, !fields[1].isEmpty else { return nil }
    return NotebookFile(path: fields[1], fingerprint: fields[2])
  }

  private static func fields(_ item: NotebookItem) -> [String] {
    switch item {
    case .prose(let text): ["0", "", text]
    case .cell(let cell): [String(cell.number), mark(cell), cell.code]
    }
  }

  private static func mark(_ cell: KeptCell) -> String {
    ([cell.joinsPrevious ? "+" : ""] + (cell.confinedTo ?? [])).joined(separator: "\0")
  }

  static func lines(_ fields: [String]) -> [SessionLine] {
    stride(from: 0, to: fields.count - 2, by: 3).compactMap { index in
      guard let number = Int(fields[index]), number == 0 || NotebookFormat.numbers.contains(number) else {
        return nil
      }
      let mark = fields[index + 1].split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
      return SessionLine(
        number: number, joinsPrevious: mark.first == "+",
        confinedTo: mark.count > 1 ? Array(mark.dropFirst()) : nil,
        text: fields[index + 2])
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
      (cell.joinsPrevious, cell.confinedTo) = (line.joinsPrevious, line.confinedTo)
      cell.places = (line.confinedTo ?? []) + [""]
      return .cell(cell)
    }
    interpreter.within(interpreter.host.withoutWriting()) {
      _ = change("the return of the last session", file: kept.file) {
        $0.items = items
      } told: { _ in
        []
      }
    }
    book.file = kept.file
    keeper?.belongs(to: kept.file)
    cellCount = max(cellCount, book.cells.map(\.number).max() ?? 0)
    let behind = book.cells.filter { !$0.isTrue }.map(\.number)
    let more =
      behind.isEmpty
      ? "" : " \(CellNumbers.text(behind, capital: true)) did not run; `rerun stale` runs what is left."
    return [
      MarkdownPieces.sentence(
        "Brought back \(counted(book.cells.count, "cell")) of the last session, run again from the top. "
          + "`cells` lists them, `save` \(destination(of: book)).\(more)")
    ]
  }

  private func destination(of book: CellBook) -> String {
    book.file.map { "writes them to \(Sanitising.visible(Files.shown($0.path)))" } ?? "keeps them"
  }
}
