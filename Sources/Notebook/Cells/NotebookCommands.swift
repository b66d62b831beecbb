import Language

/// The commands that work on the cells of the notebook. Their own lines are no part of it.
final class NotebookCommands {
  weak var session: Session?
  /// Whether the line being run was typed and is nothing but one command.
  var standsAlone = false

  var commands: [Command] {
    [cellsCommand, editCommand, rerunCommand, deleteCommand, undoCommand, saveCommand, openCommand].map(
      \.aside)
  }

  var width: Int { session?.width ?? 80 }

  /// The notebook that a command works on.
  /// - Throws: where none is kept.
  func book(_ call: CommandCall) throws(Diagnostic) -> CellBook {
    guard let book = session?.book else {
      throw Diagnostic(
        .badCommand, "no notebook is kept here, so `\(call.verb)` has nothing to work on", at: call.verbSpan,
        hint: "a file is read from its top to its end; start `lossbook` and type, or pipe the lines into it")
    }
    guard !book.isFull else {
      throw Diagnostic(
        .tooLarge, "there are more than \(CellBook.limit) cells, and no more are kept", at: call.verbSpan,
        hint: "begin a new notebook: `quit`, and start again")
    }
    return book
  }

  /// The notebook and the session, for a command that changes it.
  /// - Throws: where the command is not typed, or stands among other statements.
  func changing(_ call: CommandCall) throws(Diagnostic) -> (CellBook, Session) {
    let book = try book(call)
    guard let session, standsAlone else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` changes the notebook, so it stands alone on a line that you type",
        at: call.verbSpan)
    }
    return (book, session)
  }
}
