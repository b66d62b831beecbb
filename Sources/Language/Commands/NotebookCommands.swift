extension Command {
  static var vars: Command {
    Command(
      name: "vars", form: .words, topic: .notebook, syntax: "vars",
      summary: "lists what you have given a name, with its shape and its first values"
    ) { (call, interpreter) throws(Diagnostic) in
      try call.expectNothing()
      let rows = interpreter.variables.map { [$0.name, $0.value.description, ValueText.short($0.value)] }
      guard !rows.isEmpty else {
        return CommandResult(pieces: [.text("Nothing has a name yet. Try: y = [1, 0, 1]")])
      }
      return CommandResult(
        pieces: [.table(Table(header: ["name", "type", "value"], rows: rows, leftAligned: [0, 1, 2]))])
    }
  }

  static var quit: Command {
    Command(
      name: "quit", form: .words, topic: .notebook, syntax: "quit",
      summary: "leaves Lossbook; Ctrl-D does the same"
    ) { (call, _) throws(Diagnostic) in
      try call.expectNothing()
      return CommandResult(request: .quit)
    }
  }
}

extension CommandCall {
  /// - Throws: if words follow a verb that takes none.
  public func expectNothing() throws(Diagnostic) {
    guard text.isEmpty else {
      throw Diagnostic(.badCommand, "`\(verb)` stands alone on its line", at: span, hint: "just `\(verb)`")
    }
  }
}
