import LossMath
import Training

extension CommandCall {
  /// The one training run that a command looks at.
  func run(_ interpreter: Interpreter) throws(Diagnostic) -> Run {
    let hint = "run1 = train circles loss=bce, then \(verb) run1"
    guard let expression = values.first else {
      throw Diagnostic(.badCommand, "`\(verb)` wants a training run", at: verbSpan, hint: hint)
    }
    guard values.count == 1 else {
      throw Diagnostic(
        .badCommand, "`\(verb)` looks at one run at a time", at: values[1].span,
        hint: "\(verb) "
          + interpreter.sourceText(expression.span))
    }
    let value = try interpreter.evaluate(expression)
    guard case .run(let run) = value else {
      throw Diagnostic(
        .wrongType, "`\(verb)` wants a training run; this is \(value.described)", at: expression.span,
        hint: hint)
    }
    return run
  }

  /// The same, of a run that decides for classes.
  func classifier(_ interpreter: Interpreter) throws(Diagnostic) -> Run {
    let run = try run(interpreter)
    guard case .classes = run.data.kind else {
      throw Diagnostic(
        .badCommand, "`\(verb)` is about classes, and this run predicts a number", at: values[0].span,
        hint: "residuals \(interpreter.sourceText(values[0].span)) shows how far off it is")
    }
    return run
  }
}

extension OptionReader {
  /// Which half of the rows to look at; the test half where nothing is said.
  func half() throws(Diagnostic) -> DataHalf { try choice("half", DataHalf.self) ?? .test }

  static let halfHelp = (name: "half", summary: "train or test: which rows to look at (default test)")
}

extension DataHalf {
  /// As the start of a sentence.
  var title: String { self == .train ? "Training half" : "Test half" }
}
