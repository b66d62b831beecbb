import Language

extension NotebookCommands {
  var cellsCommand: Command {
    Command(
      name: "cells", form: .words, topic: .notebook, syntax: "cells [N]",
      summary: "lists the cells of the notebook; with a number, shows one and what it depends on",
      details: [
        "A cell keeps its number, whatever comes or goes before it. Lines that ask for help, turn pages or work on the "
          + "notebook itself are no cells, and a line that is only a comment is prose of the notebook.",
        "failed: it ended in an error. stale: what it reads has changed since it ran. stopped: you stopped it with "
          + "Ctrl-C. not run: an error stands before it in its block.",
      ]
    ) { [unowned self] (call, _) throws(Diagnostic) in
      let book = try self.book(call)
      guard !call.text.isEmpty else { return CommandResult(pieces: CellTable.pieces(book)) }
      let numbers = try CellSelection(call, book).numbers
      let pages = numbers.compactMap { book.cell($0) }.map { CellPage(book, $0).pieces(width: self.width) }
      return CommandResult(pieces: Array(pages.joined(separator: [.blank])))
    }
  }
}

/// The list of all cells: number, first line, state.
enum CellTable {
  private static let longest = 60

  static func pieces(_ book: CellBook) -> [Piece] {
    let rows = book.items.map(row)
    guard !rows.isEmpty else {
      return [MarkdownPieces.sentence("There is no cell yet. Type one, such as `y = [1, 0, 1]`.")]
    }
    let hasStates = rows.contains { !$0[2].isEmpty }
    return [
      .table(
        Table(
          header: hasStates ? ["", "cell", ""] : ["", "cell"],
          rows: hasStates ? rows : rows.map { Array($0.dropLast()) }, leftAligned: [1, 2]))
    ]
  }

  private static func row(_ item: NotebookItem) -> [String] {
    switch item {
    case .prose(let text): ["#", shortened(text.lines), ""]
    case .cell(let cell): [String(cell.number), shortened(cell.code.lines), words(cell.state)]
    }
  }

  /// The first line, marked where there is more.
  static func shortened(_ lines: [String]) -> String {
    let line = Sanitising.visible(lines.first { !$0.isBlank } ?? "")
    return line.count > longest ? line.prefix(longest - 3) + "..." : lines.count > 1 ? line + " ..." : line
  }

  private static func words(_ state: KeptCell.State) -> String {
    switch state {
    case .done: ""
    case .failed: "failed"
    case .stopped: "stopped"
    case .waiting: "not run"
    case .stale: "stale"
    }
  }
}
