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
      guard let statement = call.statement else {
        throw Diagnostic(
          .badCommand, "`time` wants a line to run", at: call.verbSpan, hint: "such as time sum(1..1000000)")
      }
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

/// What `time` says. The line is known again where outputs are compared: no two runs take equally long.
public enum TimingText {
  private static let opening = "took "
  private static let units = ["s", "ms"]

  static func line(_ duration: Duration) -> String {
    let (whole, fraction) = duration.components
    let seconds = Double(whole) + Double(fraction) * 1e-18
    return opening
      + (seconds < 1
        ? NumberFormat.text(seconds * 1000, digits: 3) + " ms" : NumberFormat.text(seconds, digits: 3) + " s")
  }

  /// Whether a line is what `time` says.
  public static func isLine(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return line.hasPrefix(opening) && words.count == 3 && Double(words[1]) != nil
      && units.contains(String(words[2]))
  }
}
