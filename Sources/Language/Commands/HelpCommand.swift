extension Command {
  static var help: Command {
    Command(
      name: "help", form: .words, topic: .notebook, syntax: "help [NAME or WORDS]",
      summary: "lists what there is; with a name, explains it",
      details: [
        "?bce and bce? do the same as help bce.",
        "Several words are looked for by what they mean: help accuracy low, help loss negative, my loss is nan?",
      ], example: "help loss does not fall"
    ) { (call, interpreter) throws(Diagnostic) in
      let query = HelpText.bare(call.text)
      if query.isEmpty { return CommandResult(pieces: HelpText.overview(interpreter)) }
      for name in [query, SearchWords.essence(query)] {
        if let pieces = HelpText.entry(name, interpreter) { return CommandResult(pieces: pieces) }
      }
      let found = HelpSearch(interpreter).findings(query)
      guard !found.isEmpty else { throw HelpText.nothing(query, call, interpreter) }
      return CommandResult(pieces: HelpText.found(found))
    }
  }
}
