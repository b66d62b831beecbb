import Language

// Changing what stands in the notebook already.
extension Session {
  /// Changes the notebook, and brings the cells up to date.
  /// - Parameters:
  ///   - what: the change in a few words, for `undo`; nothing where the cells stay the same.
  ///   - forced: cells that run in any case.
  func change(
    _ what: String? = nil, forced: Set<Int> = [], file: NotebookFile? = nil,
    _ body: (CellBook) -> Void = { _ in },
    told: (Recomputation) -> [Piece]
  ) -> [Piece] {
    guard let book else { return [] }
    let (before, beforeFile) = (book.items, file ?? book.file)
    body(book)
    let recomputation = course.showing { book.settle(forced: forced) }
    if let what {
      book.changes.replaced(before, beforeFile, what: what)
      book.isSaved = false
      keeper?.rewrite(book.items)
    }
    return told(recomputation)
  }

  /// What came of an edit.
  public struct Edited {
    /// What the cells of the new text came to.
    public var results: [CellResult] = []
    /// What is to be told beside it.
    public var pieces: [Piece] = []
    /// Whether the text could be read; otherwise the cell is as it was.
    public var isTaken = true
  }

  /// The text of a cell, to be edited.
  public func code(of number: Int) -> String? { book?.cell(number)?.code }

  /// Puts another text in the place of a cell, and brings the cells that depend on it up to date. More than one cell in
  /// the text makes cells of their own, with new numbers.
  public func edit(_ number: Int, to text: String) -> Edited {
    guard let book, let index = book.index(of: number), case .cell(let old) = book.items[index] else {
      return Edited()
    }
    if text == old.code {
      return Edited(pieces: [MarkdownPieces.sentence("Cell \(number) is as it was.", .muted)])
    }
    let source = SourceText(text)
    let items: [NotebookItem]
    do throws(Diagnostic) { items = try self.items(of: source, instead: old) } catch {
      return Edited(
        pieces: [.lines(DiagnosticText.lines(error, in: source, width: width))], isTaken: false)
    }
    let numbers = items.compactMap { if case .cell(let cell) = $0 { cell.number } else { nil } }
    guard !numbers.isEmpty else {
      return Edited(
        pieces: [
          MarkdownPieces.sentence("There is no cell in it. `delete \(number)` takes cell \(number) away.")
        ], isTaken: false)
    }
    let pieces = change("the edit of cell \(number)") { book in
      book.items.replaceSubrange(index...index, with: items)
    } told: {
      RecomputationText($0, width: width).pieces(without: Set(numbers))
    }
    let results = numbers.compactMap { book.cell($0)?.result }
    return Edited(results: results, pieces: pieces + judgement(of: number))
  }

  /// The prose and the cells of a text. The first cell gets the number and the place of the old one.
  private func items(of source: SourceText, instead old: KeptCell) throws(Diagnostic) -> [NotebookItem] {
    var parser = Parser(source, verbs: interpreter.verbs)
    var items: [NotebookItem] = []
    var isFirst = true
    while true {
      let start = parser.position
      let cell = try parser.nextCell()
      let prose = source.text(Span(start, cell?.span.start ?? parser.position))
      items += CommentProse.paragraphs(prose).map { .prose($0) }
      guard let cell else { return items }
      let code = source.text(Span(cell.span.start, parser.position)).trimmed
      var kept = KeptCell(
        number: isFirst ? old.number : takeNumber(), code: code, parsed: .cell(cell), places: old.places)
      if isFirst { (kept.joinsPrevious, kept.former) = (old.joinsPrevious, old.run) }
      items.append(.cell(kept))
      isFirst = false
    }
  }

  /// An answer that is mended by an edit is an answer.
  private func judgement(of number: Int) -> [Piece] {
    guard course.isAsking, let kept = book?.cell(number), case .cell(let cell) = kept.parsed,
      let run = kept.run
    else { return [] }
    var outcome = run.outcome
    outcome.pieces = []
    course.judgeDefinition(cell, &outcome)
    return outcome.pieces
  }

  /// Takes the last change of the notebook back.
  func undo() -> [Piece] {
    guard let book, let change = book.changes.last else {
      return [MarkdownPieces.sentence("There is nothing to undo.")]
    }
    if case .appended(_, isLesson: true) = change {
      return [
        MarkdownPieces.sentence(
          "The last thing that happened is a page of the lesson, which stays. `delete N` takes single cells away."
        )
      ]
    }
    _ = book.changes.takeLast()
    let file = book.file
    let undone = book.takeBack(change)
    if book.file != file { keeper?.belongs(to: book.file) }
    cellCount = max(cellCount, book.cells.map(\.number).max() ?? 0)
    keeper?.rewrite(book.items)
    let recomputation = course.showing { book.settle() }
    return [MarkdownPieces.sentence("Undone: \(undone).")]
      + RecomputationText(recomputation, width: width).pieces()
  }
}

extension CellBook {
  func remove(_ numbers: Set<Int>) {
    var blockIsBroken = false
    items = items.compactMap { item in
      guard case .cell(var cell) = item else {
        blockIsBroken = false
        return item
      }
      if !cell.joinsPrevious { blockIsBroken = false }
      if numbers.contains(cell.number) {
        // The next one of its block becomes the first.
        if !cell.joinsPrevious { blockIsBroken = true }
        return nil
      }
      if blockIsBroken {
        cell.joinsPrevious = false
        blockIsBroken = false
      }
      return .cell(cell)
    }
  }

  /// - Returns: the change in a few words.
  func takeBack(_ change: ChangeLog.Change) -> String {
    isSaved = false
    switch change {
    case .replaced(let before, let file, let what):
      (items, self.file) = (before, file)
      return what
    case .appended(let count, _):
      let gone = items.suffix(count)
      items.removeLast(min(count, items.count))
      let words = gone.map { item in
        switch item {
        case .prose: "a note"
        case .cell(let cell): "cell \(cell.number), `\(CellTable.shortened(cell.code.lines))`"
        }
      }
      return words.count > 3 ? "\(words.count) cells and notes" : listed(words, "and")
    }
  }
}
