extension Command {
  static var vars: Command {
    Command(
      name: "vars", form: .words, topic: .notebook, syntax: "vars",
      summary: "lists what you have given a name, with its shape, its first values and the cell it came from"
    ) { (call, interpreter) throws(Diagnostic) in
      try call.expectNothing()
      let variables = interpreter.variables.filter { name, value in
        !value.isEmptyArguments(name) || interpreter.origin(of: name) != nil
      }
      guard !variables.isEmpty else {
        return CommandResult(pieces: [.text("Nothing has a name yet. Try: y = [1, 0, 1]")])
      }
      let origins = variables.map { interpreter.origin(of: $0.name).map(String.init) ?? "" }
      let hasOrigins = origins.contains { !$0.isEmpty }
      let rows = zip(variables, origins).map { variable, origin in
        [variable.name, variable.value.description] + (hasOrigins ? [origin] : [])
          + [ValueText.short(variable.value)]
      }
      return CommandResult(pieces: [
        .table(
          Table(
            header: ["name", "type"] + (hasOrigins ? ["cell"] : []) + ["value"], rows: rows,
            leftAligned: hasOrigins ? [0, 1, 3] : [0, 1, 2]))
      ])
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
