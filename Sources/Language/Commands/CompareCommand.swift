extension Command {
  static var compare: Command {
    Command(
      name: "compare", topic: .training, syntax: "compare RUN, RUN, ...",
      summary: "sets training runs side by side: a table of their last values and a plot of the test half",
      details: ["Losses of different kinds are different numbers; compare runs by the metric they share."],
      example: "a = train circles loss=bce epochs=20; b = train circles loss=hinge epochs=20; compare a, b"
    ) { (call, interpreter) throws(Diagnostic) in
      _ = try OptionReader(call, interpreter, known: [])
      guard call.values.count > 1 else {
        throw Diagnostic(
          .badCommand, "`compare` wants two runs or more", at: call.verbSpan,
          hint: "a = train circles loss=bce; b = train circles loss=hinge; compare a, b")
      }
      let runs = try call.values.map { (expression) throws(Diagnostic) in
        let value = try interpreter.evaluate(expression)
        guard case .run(let run) = value else {
          throw Diagnostic(
            .wrongType, "`compare` wants training runs; this is \(value.described)", at: expression.span,
            hint: "such as run1 = train circles loss=bce")
        }
        return (interpreter.label(expression.span), run)
      }
      return CommandResult(pieces: RunComparison(runs).pieces)
    }
  }
}
