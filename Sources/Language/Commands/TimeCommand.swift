extension Command {
  static var time: Command {
    Command(
      name: "time", form: .statement, topic: .notebook, syntax: "time LINE",
      summary: "runs a line and says how long it took",
      details: [
        "Any line will do: time mse(y, p), time x = softmax(z), time train circles loss=bce.",
        "`check` runs such a cell again and lets the time be another.",
      ], example: "time sum(1..1000000)"
    ) { (call, interpreter) throws(Diagnostic) in
      let statement = try call.timedStatement("sum(1..1000000)")
      var outcome = Outcome()
      let clock = ContinuousClock()
      let start = clock.now
      try interpreter.execute(statement, &outcome)
      let took = TimingText.line(clock.now - start)
      return CommandResult(
        value: outcome.value, pieces: outcome.pieces + [.text(took, .muted)], request: outcome.request)
    }
  }
}

extension CommandCall {
  func timedStatement(_ example: String) throws(Diagnostic) -> Statement {
    guard let statement else {
      throw Diagnostic(
        .badCommand, "`\(verb)` wants a line to run", at: verbSpan, hint: "such as \(verb) \(example)")
    }
    return statement
  }
}
