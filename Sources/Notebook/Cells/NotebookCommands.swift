import Language

/// The commands that work on the cells of the notebook. Their own lines are no part of it.
final class NotebookCommands {
  weak var session: Session?

  var commands: [Command] { [cellsCommand].map(\.aside) }

  /// The notebook that a command works on.
  /// - Throws: where none is kept.
  func book(_ call: CommandCall) throws(Diagnostic) -> CellBook {
    guard let book = session?.book else {
      throw Diagnostic(
        .badCommand, "no notebook is kept here, so `\(call.verb)` has nothing to work on", at: call.verbSpan,
        hint: "a file is read from its top to its end; start `lossbook` and type, or pipe the lines into it")
    }
    return book
  }
}
