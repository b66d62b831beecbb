/// The file that a command of the notebook names: `save "notes.md" overwrite=on`.
public struct FileArgument {
  /// Nothing where none is named.
  public let path: String?
  /// Whether whatever the file holds may go.
  public let overwrites: Bool
  /// Whether it is to be written again by itself; nothing where the line does not say.
  public let repeats: Bool?
  public let span: Span

  /// - Parameter example: how the command is written.
  public init(_ call: CommandCall, _ interpreter: Interpreter, example: String) throws(Diagnostic) {
    let reader = try OptionReader(
      call, interpreter, known: interpreter.commands[call.verb]?.options.map(\.name) ?? [])
    overwrites = try reader.flag("overwrite") ?? false
    repeats = try reader.flag("auto")
    guard let expression = call.values.first else {
      (path, span) = (nil, call.verbSpan)
      return
    }
    span = expression.span
    guard call.values.count == 1 else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants one file", at: call.values[1].span, hint: "such as \(example)")
    }
    let typed = interpreter.sourceText(expression.span)
    if typed.hasSuffix(".md") {
      throw Diagnostic(
        .badCommand, "the name of a file stands in quotes", at: span, hint: "\(call.verb) \"\(typed)\"")
    }
    guard case .text(let path) = try interpreter.evaluate(expression), !path.isEmpty else {
      throw Diagnostic(
        .badCommand, "`\(call.verb)` wants the name of a file in quotes", at: span, hint: "such as \(example)"
      )
    }
    self.path = path
  }
}
