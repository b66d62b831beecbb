import Language

extension NotebookCommands {
  var cellsCommand: Command {
    Command(
      name: "cells", form: .words, topic: .notebook, syntax: "cells [N]",
      summary: "lists the cells of the notebook; with a number, shows one and what it depends on"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      let book = try self.book(call)
      guard !call.text.isEmpty else { return CommandResult(pieces: CellTable.pieces(book)) }
      let index = try book.index(call)
      return CommandResult(pieces: CellPage(book, index).pieces(width: self.session?.width ?? 80))
    }
  }
}

extension CellBook {
  /// The place of the cell whose number a command names.
  func index(_ call: CommandCall) throws(Diagnostic) -> Int {
    guard let number = Int(call.text) else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants the number of a cell", at: call.span,
        hint: cells.last.map { "such as \(call.verb) \($0.number)" } ?? "there is no cell yet")
    }
    return try index(of: number, call)
  }

  func index(of number: Int, _ call: CommandCall) throws(Diagnostic) -> Int {
    if let index = index(of: number) { return index }
    let hint = cells.isEmpty ? "there is no cell yet" : "`cells` lists them"
    throw Diagnostic(.badCommand, "there is no cell \(number)", at: call.span, hint: hint)
  }

  func index(of number: Int) -> Int? {
    items.firstIndex { if case .cell(let cell) = $0 { cell.number == number } else { false } }
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
  private static func shortened(_ lines: [String]) -> String {
    let line = Sanitising.visible(lines.first { !$0.isBlank } ?? "")
    return line.count > longest ? line.prefix(longest - 3) + "..." : lines.count > 1 ? line + " ..." : line
  }

  static func words(_ state: KeptCell.State) -> String {
    switch state {
    case .done: ""
    case .failed: "failed"
    case .stopped: "stopped"
    case .waiting: "not run"
    case .stale: "stale"
    }
  }
}
