import Language

extension NotebookCommands {
  var editCommand: Command {
    Command(
      name: "edit", form: .words, topic: .notebook, syntax: "edit [N] [in editor]",
      summary: "puts a cell back on the line, to be changed; the cells that depend on it are computed again",
      details: [
        "Enter takes the change, Ctrl-C leaves the cell as it was. Without a number it is the last cell.",
        "edit 3 in editor opens the editor that $VISUAL or $EDITOR names.",
        "Afterwards everything is as if the notebook had been typed so from its top: cells run in their order, and "
          + "only those whose inputs have changed. With `set reactive off` these are marked stale instead.",
        "Where there is no line, in a pipe, the next cell takes the place of the old one.",
      ]
    ) { [unowned self] (call, _) throws(Diagnostic) in
      let (book, _) = try self.changing(call)
      var words = call.text.split(separator: " ").map(String.init)
      let inEditor = words.suffix(2) == ["in", "editor"]
      if inEditor { words.removeLast(2) }
      guard words.count < 2, let number = words.first.map({ Int($0) }) ?? book.cells.last?.number else {
        throw Diagnostic(
          .badCommand, "`edit` wants the number of a cell", at: call.span,
          hint: "such as edit \(book.cells.last?.number ?? 1); in editor may stand behind it")
      }
      guard book.cell(number) != nil else { throw CellSelection.missing(number, book.cells, call) }
      return CommandResult(request: .edit(cell: number, inEditor: inEditor))
    }
  }

  var rerunCommand: Command {
    Command(
      name: "rerun", form: .words, topic: .notebook, syntax: "rerun N",
      summary: "runs cells again, and what depends on them: rerun 3, rerun 3..5, rerun all, rerun stale",
      details: [
        "A cell runs in the memory that the cells before it have made: `w = w - 1` gives the same however often it is "
          + "rerun. What it needs from files is read again."
      ]
    ) { [unowned self] (call, _) throws(Diagnostic) in
      let (book, session) = try self.changing(call)
      let numbers = try CellSelection(call, book).numbers
      guard !numbers.isEmpty else { return Self.nothingChosen(call) }
      let pieces = session.change(forced: Set(numbers)) {
        RecomputationText($0, width: self.width).pieces(showing: numbers.count == 1 ? Set(numbers) : [])
      }
      return CommandResult(pieces: pieces)
    }
  }

  var deleteCommand: Command {
    Command(
      name: "delete", form: .words, topic: .notebook, syntax: "delete N",
      summary: "takes cells out of the notebook: delete 3, delete 3..5, delete failed",
      details: ["The cells that read what it defined are computed again. `undo` brings it back."]
    ) { [unowned self] (call, _) throws(Diagnostic) in
      let (book, session) = try self.changing(call)
      let numbers = try CellSelection(call, book).numbers
      guard !numbers.isEmpty else { return Self.nothingChosen(call) }
      let names = CellNumbers.text(numbers)
      let pieces = session.change("the deletion of \(names)") { book in
        book.remove(Set(numbers))
      } told: {
        RecomputationText($0, width: self.width).pieces()
      }
      let isAre = numbers.count == 1 ? "is" : "are"
      return CommandResult(
        pieces: [
          MarkdownPieces.sentence(
            "\(CellNumbers.text(numbers, capital: true)) \(isAre) deleted; `undo` brings \(numbers.count == 1 ? "it" : "them") back."
          )
        ] + pieces)
    }
  }

  private static func nothingChosen(_ call: CommandCall) -> CommandResult {
    CommandResult(pieces: [
      MarkdownPieces.sentence("No cell \(call.text == "failed" ? "has" : "is") \(call.text).")
    ])
  }

  var undoCommand: Command {
    Command(
      name: "undo", form: .words, topic: .notebook, syntax: "undo",
      summary: "takes back the last thing that changed the notebook: a cell, an edit, a deletion",
      details: [
        "Variables are as they were before. Files that a cell wrote stay, and so do pages of lessons."
      ]
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      let (_, session) = try self.changing(call)
      return CommandResult(pieces: session.undo())
    }
  }
}
