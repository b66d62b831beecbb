import Language

extension NotebookCommands {
  /// `export` of the language, with what it does not know: the notebook that is being worked in.
  var exportCommand: Command {
    .export { [unowned self] (call, file) throws(Diagnostic) in
      let book = try self.book(call)
      let format = try Self.format(file)
      let notebook = PlayedNotebook(book.items, path: file.path, host: book.interpreter.host)
      try file.save(format.text(notebook), mark: format.mark)
      return CommandResult(pieces: [MarkdownPieces.sentence(Self.report(book, file))])
    }
  }

  private static func format(_ file: ExportFile) throws(Diagnostic) -> ExportFormat {
    let endings = "`.html`, `.ipynb` or `.loss`"
    guard let format = ExportFormat.of(file.path) else {
      throw file.refusal(
        "the name of the file does not say what the notebook is to become",
        hint: "let it end in \(endings), such as export \"notes.html\"; a run needs `to` before its file")
    }
    guard format.name != "md" else {
      throw file.refusal(
        "the notebook is Markdown when it is saved",
        hint: "save \"\(file.shownPath)\"; `export` writes \(endings)")
    }
    return format
  }

  private static func report(_ book: CellBook, _ file: ExportFile) -> String {
    let untrue = book.cells.filter { !$0.isTrue }.map(\.number)
    guard !untrue.isEmpty else { return "Wrote \(file.shownPath)." }
    let verb = untrue.count == 1 ? "has" : "have"
    return "Wrote \(file.shownPath). \(CellNumbers.text(untrue, capital: true)) \(verb) no output there; "
      + "`rerun stale` computes what is stale."
  }
}

extension PlayedNotebook {
  /// The notebook that is being worked in, with what its cells showed when they last ran. What is stale shows nothing.
  init(_ items: [NotebookItem], path: String, host: Host) {
    let document = NotebookDocument(NotebookText(items).text, name: Files.stem(of: path))
    var kept = items.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }[...]
    self.init(document, host: host) { cell in PlayedCell(cell: cell, results: Self.results(of: cell, &kept)) }
  }

  /// What the lines of a block showed. They are the next ones of those that are kept.
  private static func results(of block: NotebookCell, _ kept: inout ArraySlice<KeptCell>) -> [CellResult] {
    var code = ""
    var results: [CellResult] = []
    for (count, cell) in kept.enumerated() {
      code += cell.code + "\n"
      guard block.code.hasPrefix(code) else { return [] }
      if cell.isTrue, let run = cell.run {
        results.append(
          CellResult(number: cell.number, input: cell.code, source: run.source, outcome: run.outcome))
      }
      if code == block.code {
        kept = kept.dropFirst(count + 1)
        return results
      }
    }
    return []
  }
}
