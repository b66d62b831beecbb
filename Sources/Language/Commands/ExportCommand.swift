import Training

extension Command {
  static var export: Command {
    Command(
      name: "export", topic: .training, syntax: "export RUN to \"FILE.py\" as keras",
      summary: "writes a run as a Keras or PyTorch script, its weights as JSON, or a data set as CSV",
      details: [
        "export run1 to \"circles.py\" as keras writes a script that does the same experiment: the same rows, network, "
          + "loss and settings. It needs Keras 3 or PyTorch, scikit-learn and NumPy.",
        "as pytorch: the script also runs on several processes, torchrun --nproc_per_node=2 circles.py.",
        "A loss that you typed is translated too; what Python cannot have is pointed at.",
        "export run1 to \"weights.json\" writes the weights that the run ended with, as train ... weights= reads them.",
        "export d to \"rows.csv\" writes a data set, training rows first, as data load reads it.",
        "A file that is there is replaced if such a script stands in it; anything else needs overwrite=on.",
      ],
      options: [("overwrite", "on: replaces whatever the file holds")],
      example: "run1 = train circles loss=bce epochs=20; export run1 to \"circles.py\" as keras"
    ) { (call, interpreter) throws(Diagnostic) in
      let export = try Export(call, interpreter)
      return CommandResult(pieces: [.text(try export.write(), .plain)])
    }
  }
}

/// An `export` line, understood.
struct Export {
  private let call: CommandCall
  private let interpreter: Interpreter
  private let subject: Expression
  private let value: Value
  private let path: String
  private let pathSpan: Span
  private let overwrites: Bool

  init(_ call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) {
    let reader = try OptionReader(call, interpreter, known: ["overwrite"])
    guard let subject = call.values.first, call.values.count == 1 else {
      throw Diagnostic(
        .badCommand, "`export` wants a run or a data set", at: call.values.last?.span ?? call.verbSpan,
        hint: "such as export run1 to \"run1.py\" as keras")
    }
    guard let target = call.clause("to")?.values, target.count == 1 else {
      throw Diagnostic(
        .badCommand, "`export` wants the name of a file behind `to`",
        at: call.clause("to")?.span ?? call.verbSpan,
        hint: "such as export \(interpreter.label(subject.span)) to \"run1.py\" as keras")
    }
    let path = try interpreter.fileName(target[0], before: "to ", example: "run1.py")
    (self.call, self.interpreter, self.subject) = (call, interpreter, subject)
    (self.path, pathSpan) = (path, target[0].span)
    value = try interpreter.evaluate(subject)
    overwrites = try reader.flag("overwrite") ?? false
  }

  /// Writes the file; gives a sentence about it.
  func write() throws(Diagnostic) -> String {
    switch value {
    case .run(let run):
      guard run.epochs > 0 else {
        throw Diagnostic(
          .cannotExport, "this run did no epoch, so there is nothing to compare a script with",
          at: subject.span,
          hint: "train it again, with a smaller learning rate if it diverged")
      }
      return path.hasSuffix(".json") ? try writeWeights(run) : try writeScript(run)
    case .dataset(let data): return try writeRows(data)
    default:
      throw Diagnostic(
        .wrongType, "`export` wants a run or a data set; this is \(value.described)", at: subject.span,
        hint: "such as run1 = train circles loss=bce")
    }
  }

  private func writeScript(_ run: Run) throws(Diagnostic) -> String {
    let library = try library()
    let script = try RunScript(run, library, file: shortName, at: subject.span)
    try save(script.text, mark: RunScript.mark)
    let several =
      library == .pytorch ? "; torchrun --nproc_per_node=2 \(shownPath) does it on two processes" : ""
    return "Wrote \(shownPath). python \(shownPath) does the same with \(library.title)\(several)."
  }

  private func library() throws(Diagnostic) -> ExportLibrary {
    let hint = "write as keras or as pytorch"
    guard let words = call.clause("as") else {
      throw Diagnostic(
        .badCommand, "a script is written for Keras or for PyTorch", at: pathSpan,
        hint: hint + "; a name that ends in .json gets the weights")
    }
    guard words.values.count == 1, let word = words.values[0].bareName,
      let library = ExportLibrary(rawValue: word == "torch" ? "pytorch" : word)
    else {
      throw Diagnostic(
        .badCommand, "there is no `\(interpreter.label(words.values[0].span))` to write for",
        at: words.values[0].span, hint: hint)
    }
    return library
  }

  private func writeWeights(_ run: Run) throws(Diagnostic) -> String {
    try refuseLibrary("weights are the same for every library")
    try save(run.network.weights.json, mark: nil)
    return "Wrote \(shownPath). train ... weights=\"\(shownPath)\" begins with these weights."
  }

  private func writeRows(_ data: Dataset) throws(Diagnostic) -> String {
    try refuseLibrary("rows are the same for every library")
    guard path.hasSuffix(".csv") else {
      throw Diagnostic(
        .badCommand, "a data set goes into a .csv file", at: pathSpan,
        hint: "a run becomes a script: export run1 to \"\(shownPath)\" as keras")
    }
    try save(data.csv, mark: nil)
    let share = NumberFormat.text(Double(data.trainCount) / Double(data.rows), digits: 4)
    let split = data.trainCount == data.rows / 2 ? "" : " split=\(share)"
    return "Wrote \(data.rows) rows to \(shownPath), training rows first. data load \"\(shownPath)\" "
      + "target=\(data.names.targetAsTyped)\(split) reads them."
  }

  private func refuseLibrary(_ reason: String) throws(Diagnostic) {
    guard let clause = call.clause("as") else { return }
    throw Diagnostic(.badCommand, reason, at: clause.span, hint: "leave `as` out")
  }

  private var shownPath: String { Escaping.path(path) }
  private var shortName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Writes the text, unless something else stands there.
  private func save(_ text: String, mark: String?) throws(Diagnostic) {
    if !overwrites, let old = try existing(), old != Array(text.utf8) {
      let isOurs = mark.map { old.starts(with: $0.utf8) } ?? false
      guard isOurs else {
        throw Diagnostic(
          .fileExists, "\"\(shownPath)\" is there already, and no such script stands in it", at: pathSpan,
          hint: "take another name, or add overwrite=on to replace it")
      }
    }
    do throws(FileProblem) { try interpreter.host.writeFile(path, text) } catch {
      throw Diagnostic(
        .unwritableFile, "\"\(shownPath)\" cannot be written: \(error.reason)", at: pathSpan,
        hint: error.remedy)
    }
  }

  private func existing() throws(Diagnostic) -> [UInt8]? {
    do throws(FileProblem) { return try interpreter.host.readFile(path) } catch {
      guard !error.isMissing else { return nil }
      throw Diagnostic(
        .unwritableFile, "\"\(shownPath)\" cannot be written: \(error.reason)", at: pathSpan,
        hint: error.remedy)
    }
  }
}
