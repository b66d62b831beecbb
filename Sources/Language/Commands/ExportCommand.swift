import Training

extension Command {
  static var export: Command {
    export { (call, _) throws(Diagnostic) in
      throw Diagnostic(
        .badCommand, "no notebook is kept here, so `export` has none to write", at: call.span,
        hint: "lossbook export notes.md --to html writes a notebook that is a file")
    }
  }

  /// - Parameter notebook: Writes the notebook that the line is typed in, which the language knows nothing of.
  public static func export(
    notebook: @escaping (CommandCall, ExportFile) throws(Diagnostic) -> CommandResult
  ) -> Command {
    Command(
      name: "export", topic: .training, syntax: "export RUN to \"FILE.py\" as keras",
      summary:
        "writes a run as a Keras or PyTorch script, its weights as JSON, a data set as CSV, or the notebook",
      details: [
        "export run1 to \"circles.py\" as keras writes a script that does the same experiment: the same rows, network, "
          + "loss and settings. It needs Keras 3 or PyTorch, scikit-learn and NumPy.",
        "as pytorch: the script also runs on several processes, torchrun --nproc_per_node=2 circles.py.",
        "A loss that you typed is translated too; what Python cannot have is pointed at.",
        "export run1 to \"weights.json\" writes the weights that the run ended with, as train ... weights= reads them.",
        "export d to \"rows.csv\" writes a data set, training rows first, as data load reads it.",
        "export \"notes.html\" writes the notebook as a page for a browser; .ipynb is for Jupyter, .loss a script.",
        "A file that is there is replaced if an export has written it; anything else needs overwrite=on.",
      ],
      options: [("overwrite", "on: replaces whatever the file holds")],
      example: "run1 = train circles loss=bce epochs=20; export run1 to \"circles.py\" as keras"
    ) { (call, interpreter) throws(Diagnostic) in
      if call.namesNotebook { return try notebook(call, try ExportFile(notebook: call, interpreter)) }
      let export = try Export(call, interpreter)
      return CommandResult(pieces: [.text(try export.write(), .plain)])
    }
    .taking(clauses: ["to", "as"]).aside(\.namesNotebook)
  }
}

extension CommandCall {
  /// Whether the line is `export "notes.html"`: a file, and nothing that goes into it.
  fileprivate var namesNotebook: Bool {
    guard let subject = values.first, values.count == 1, clauses.isEmpty else { return false }
    if case .text = subject.kind { return true }
    return false
  }
}

/// An `export` line, understood.
struct Export {
  private let call: CommandCall
  private let interpreter: Interpreter
  private let subject: Expression
  private let value: Value
  private let file: ExportFile
  private var path: String { file.path }
  private var pathSpan: Span { file.span }

  init(_ call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) {
    let reader = try OptionReader(call, interpreter, known: ["overwrite"])
    guard let subject = call.values.first, call.values.count == 1 else {
      throw Diagnostic(
        .badCommand, "`export` wants a run or a data set", at: call.values.last?.span ?? call.verbSpan,
        hint: "such as export run1 to \"run1.py\" as keras")
    }
    guard let target = call.clause("to")?.values, target.count == 1 else {
      let typed = interpreter.sourceText(subject.span)
      if case .text = subject.kind, let clause = call.clauses.first {
        throw Diagnostic(
          .badCommand, "a notebook goes into its file without `\(clause.word)`", at: clause.span,
          hint: "just export \(typed)")
      }
      if call.clauses.isEmpty, [".html", ".ipynb", ".loss"].contains(where: typed.hasSuffix) {
        throw Diagnostic(
          .badCommand, "the name of a file stands in quotes", at: subject.span, hint: "export \"\(typed)\"")
      }
      throw Diagnostic(
        .badCommand, "`export` wants the name of a file behind `to`",
        at: call.clause("to")?.span ?? call.verbSpan,
        hint: "such as export \(interpreter.label(subject.span)) to \"run1.py\" as keras")
    }
    let path = try interpreter.fileName(target[0], before: "to ", example: "run1.py")
    (self.call, self.interpreter, self.subject) = (call, interpreter, subject)
    value = try interpreter.evaluate(subject)
    file = ExportFile(
      path: path, span: target[0].span, overwrites: try reader.flag("overwrite") ?? false,
      host: interpreter.host)
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
    try file.save(script.text, mark: RunScript.mark)
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
    try file.save(run.network.weights.json, mark: nil)
    return "Wrote \(shownPath). train ... weights=\"\(shownPath)\" begins with these weights."
  }

  private func writeRows(_ data: Dataset) throws(Diagnostic) -> String {
    try refuseLibrary("rows are the same for every library")
    guard path.hasSuffix(".csv") else {
      throw Diagnostic(
        .badCommand, "a data set goes into a .csv file", at: pathSpan,
        hint: "a run becomes a script: export run1 to \"\(shownPath)\" as keras")
    }
    try file.save(data.csv, mark: nil)
    let share = NumberFormat.text(Double(data.trainCount) / Double(data.rows), digits: 4)
    let split = data.trainCount == data.rows / 2 ? "" : " split=\(share)"
    return "Wrote \(data.rows) rows to \(shownPath), training rows first. data load \"\(shownPath)\" "
      + "target=\(data.names.targetAsTyped)\(split) reads them."
  }

  private func refuseLibrary(_ reason: String) throws(Diagnostic) {
    guard let clause = call.clause("as") else { return }
    throw Diagnostic(.badCommand, reason, at: clause.span, hint: "leave `as` out")
  }

  private var shownPath: String { file.shownPath }
  private var shortName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
