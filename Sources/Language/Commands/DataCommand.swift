import Training

extension Command {
  static var data: Command {
    Command(
      name: "data", topic: .training, syntax: "data NAME option=value ...",
      summary: "makes a data set, the same bits as scikit-learn",
      details: [
        "Give it a name to use it: d = data circles n=300. Then d.x, d.y, `plot d`, `train d loss=bce`."
      ]
        + DataSource.all.map {
          "\($0.name): \($0.summary). Options: \($0.ownOptions.joined(separator: ", "))."
        },
      options: [
        ("n", "the number of rows; half of them train"), ("seed", "scikit-learn's random_state"),
        ("noise", "the standard deviation of what is added to each number"),
        ("standardize", "on: every column of regression has mean 0 and deviation 1, as the demo has it"),
      ],
      example: "data circles n=300 noise=0.2 seed=7"
    ) { (call, interpreter) throws(Diagnostic) in
      let source = try DataSource.find(call, interpreter)
      let options = try OptionReader(call, interpreter, known: source.ownOptions)
      let data = try source.make(options)
      return CommandResult(value: .dataset(data), pieces: DataText.pieces(data))
    }
  }
}

extension DataSource {
  /// The data set that a command's first word names.
  static func find(_ call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) -> DataSource {
    let names = all.map(\.name).joined(separator: ", ")
    guard let subject = call.values.first else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants a data set", at: call.verbSpan, hint: "one of \(names)")
    }
    guard call.values.count == 1, let name = subject.bareName, let source = named(name) else {
      let near = subject.bareName.flatMap { Suggestions.nearest(to: $0, among: all.map(\.name)) }
      throw Diagnostic(
        .unknownData, "there is no data set `\(interpreter.sourceText(subject.span))`", at: subject.span,
        hint: near.map { "did you mean `\($0)`?" } ?? "there are \(names)")
    }
    return source
  }
}
