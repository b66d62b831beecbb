extension Interpreter {
  /// The name of a file: a text in quotes, or a value that is one, such as `args[0]`.
  /// - Parameter before: what stands before the name, for the hint: `load `, `to `, `weights=`.
  func fileName(_ expression: Expression, before: String, example: String) throws(Diagnostic) -> String {
    if let name = expression.firstName, value(of: name) == nil {
      let typed = sourceText(expression.span)
      throw Diagnostic(
        .badCommand, "the name of a file stands in quotes", at: expression.span,
        hint: "\(before)\"\(typed.contains(".") ? typed : example)\"")
    }
    let value = try evaluate(expression)
    guard case .text(let path) = value else {
      throw Diagnostic(
        .wrongType, "the name of a file is a text in quotes; this is \(value.described)", at: expression.span,
        hint: "such as \(before)\"\(example)\"")
    }
    guard !path.isEmpty else {
      throw Diagnostic(
        .badArgument, "the name of a file is not empty", at: expression.span,
        hint: "such as \(before)\"\(example)\"")
    }
    return path
  }

  /// The one file that a command is about, such as that of `source "steps.loss"`.
  public func fileName(of call: CommandCall, example: String) throws(Diagnostic) -> (path: String, span: Span)
  {
    guard let expression = call.values.first, call.values.count == 1 else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants the name of one file", at: call.values.last?.span ?? call.verbSpan,
        hint: "such as \(call.verb) \"\(example)\"")
    }
    return (try fileName(expression, before: call.verb + " ", example: example), expression.span)
  }
}

extension Expression {
  /// The name that a path without quotes begins with: `rents` of `rents.csv`.
  fileprivate var firstName: String? {
    switch kind {
    case .name(let name): name
    case .field(let base, _, _): base.firstName
    case .chain(let first, _): first.firstName
    default: nil
    }
  }
}
