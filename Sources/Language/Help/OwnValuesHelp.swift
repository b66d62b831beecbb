extension HelpText {
  /// What a name of the reader's own stands for.
  static func own(_ name: String, _ interpreter: Interpreter) -> [Piece]? {
    guard let value = interpreter.globals[name] else { return nil }
    let fields = Interpreter.fieldNames(of: value)
    return [
      .paragraph([StyledRun(name, .heading), StyledRun(": \(value.described), a name of yours")]), .blank,
      labelled("value", ValueText.short(value), .code),
    ] + (fields.isEmpty ? [] : [labelled("has", fields.map { ".\($0)" }.joined(separator: ", "))])
  }
}
