import Training

extension Command {
  static var data: Command {
    Command(
      name: "data", topic: .training, syntax: "data NAME option=value ...",
      summary: "makes a data set, the same bits as scikit-learn, or loads one from a CSV file",
      details: [
        "Give it a name to use it: d = data circles n=300. Then d.x, d.y, `plot d`, `train d loss=bce`."
      ]
        + DataSource.all.map {
          "\($0.name): \($0.summary). Options: \($0.generatorOptions.joined(separator: ", "))."
        } + [
          "load \"rents.csv\" target=rent: a file of comma-separated values. Its options: "
            + DataFile.ownOptions.map(\.name).joined(separator: ", ") + "; `help load` says more.",
          "d2 = data d split=0.8 standardize=train is a new data set with the rows of d.",
          "standardize=on takes means and deviations from all rows, as the tutorial does; the test rows then "
            + "lend the training rows a little of what they know. standardize=train is the honest way: only the "
            + "training rows are looked at.",
          "outliers= and label_noise= spoil training rows on purpose, after everything else; the test rows stay "
            + "clean, so that the test loss says what the bad rows did.",
        ],
      options: [
        ("n", "the number of rows"),
        ("seed", "scikit-learn's random_state, and that of shuffle and bad rows"),
        ("noise", "the standard deviation of what is added to each number"),
      ] + DataSteps.options + [
        ("shuffle", "off: a generator keeps its rows in order; on: rows of a file or of d are mixed"),
        ("deterministic", "on: the same bits on every machine, not scikit-learn's to the last digit"),
      ] + DataFile.ownOptions,
      example: "data circles n=300 noise=0.2 seed=7"
    ) { (call, interpreter) throws(Diagnostic) in
      let (data, report) = try DataRequest(call, interpreter).make()
      return CommandResult(value: .dataset(data), pieces: DataText.pieces(data, report))
    }
  }
}

/// A `data` line: what it works on, and the data set that comes of it.
private struct DataRequest {
  let call: CommandCall
  let interpreter: Interpreter

  init(_ call: CommandCall, _ interpreter: Interpreter) {
    self.call = call
    self.interpreter = interpreter
  }

  func make() throws(Diagnostic) -> (Dataset, report: [Piece]) {
    guard let first = call.values.first else { return (try fromGenerator(), []) }
    if first.bareName == "load" { return try fromFile() }
    if case .text(let path) = first.kind {
      throw Diagnostic(
        .unknownData, "a file is loaded with `load`", at: first.span,
        hint: "data load \"\(Escaping.path(path))\" target=...")
    }
    if let name = first.bareName, interpreter.value(of: name) == nil { return (try fromGenerator(), []) }
    return try fromValue(first)
  }

  private func fromGenerator() throws(Diagnostic) -> Dataset {
    let source = try DataSource.find(call, interpreter)
    return try source.make(try OptionReader(call, interpreter, known: source.ownOptions))
  }

  private func fromFile() throws(Diagnostic) -> (Dataset, report: [Piece]) {
    let file = try DataFile(call, interpreter)
    let loaded = try file.load()
    let data = try DataSteps.apply(to: loaded.data, file.options, shuffles: true)
    return (data, DataFileText.report(loaded, data))
  }

  private func fromValue(_ first: Expression) throws(Diagnostic) -> (Dataset, report: [Piece]) {
    let options = try OptionReader(call, interpreter, known: DataSteps.names + ["shuffle", "seed"])
    let value = try interpreter.evaluate(first)
    guard case .dataset(let data) = value, call.values.count == 1 else {
      throw Diagnostic(
        .unknownData, "`data` wants one data set; this is \(value.described)", at: first.span,
        hint: "such as d = data circles n=300")
    }
    let made = try DataSteps.apply(to: data, options, shuffles: true)
    return (made, DataFileText.gaps(data, made))
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
    if subject.bareName == "load" {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants data that are loaded already", at: subject.span,
        hint: "d = data load \"...\" target=..., and then \(call.verb) d")
    }
    guard call.values.count == 1, let name = subject.bareName, let source = named(name) else {
      let near = subject.bareName.flatMap { Suggestions.nearest(to: $0, among: all.map(\.name)) }
      throw Diagnostic(
        .unknownData, "there is no data set `\(interpreter.sourceText(subject.span))`", at: subject.span,
        hint: near.map { "did you mean `\($0)`?" } ?? "there are \(names), and load \"FILE.csv\"")
    }
    return source
  }
}
