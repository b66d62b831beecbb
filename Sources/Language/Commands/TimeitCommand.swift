extension Command {
  static var timeit: Command {
    Command(
      name: "timeit", form: .statement, topic: .notebook, syntax: "timeit LINE",
      summary: "runs a line again and again and says how long it takes",
      details: [
        "It goes on for half a second, and for three runs at the least. What the line shows is left out; what it does "
          + "to your values, such as w = w - 0.1, happens in each run.",
        "The middle half of the runs lies between the two times at the end. `check` lets them be others.",
      ], example: "timeit sum(1..1000)"
    ) { (call, interpreter) throws(Diagnostic) in
      let statement = try call.timedStatement("sum(1..1000)")
      var durations: [Duration] = []
      let clock = ContinuousClock()
      let end = clock.now + longest
      while durations.count < fewest || durations.count < most && clock.now < end {
        let before = (interpreter.notes, interpreter.turns)
        var outcome = Outcome()
        let start = clock.now
        try interpreter.execute(statement, &outcome)
        durations.append(clock.now - start)
        if outcome.request != nil { return CommandResult(request: outcome.request) }
        // What is remarked in one run is in all of them, and the bound on the turns of loops is meant for one.
        if durations.count > 1 { (interpreter.notes, interpreter.turns) = before }
      }
      return CommandResult(pieces: [.text(TimingText.line(durations), .muted)])
    }
  }

  private static var longest: Duration { .milliseconds(500) }
  private static var fewest: Int { 3 }
  private static var most: Int { 10_000 }
}
