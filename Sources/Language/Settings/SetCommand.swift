extension Command {
  static var set: Command {
    Command(
      name: "set", form: .words, topic: .notebook, syntax: "set NAME VALUE",
      summary: "changes how the notebook behaves; alone, it lists what can be set",
      details: Setting.all.map { "\($0.name): \($0.summary); \($0.range)" }, example: "set digits 10"
    ) { (call, interpreter) throws(Diagnostic) in
      let words = call.words { $0.isBlank || $0 == "=" }
      guard let name = words.first else { return CommandResult(pieces: [table(interpreter.settings)]) }
      guard let setting = Setting.named(name.text) else { throw unknown(name.text, at: name.span) }
      guard let value = words.dropFirst().first else {
        return CommandResult(pieces: [.lines([StyledLine(setting.text(interpreter.settings))])])
      }
      let span = value.span.joined(words[words.count - 1].span)
      guard words.count == 2, setting.apply(value.text, to: &interpreter.settings) else {
        throw refused(setting, at: span)
      }
      return CommandResult()
    }
  }

  private static func table(_ settings: Settings) -> Piece {
    .table(
      Table(
        header: ["name", "value", "what it is"],
        rows: Setting.all.map { [$0.name, $0.text(settings), $0.summary] }, leftAligned: [0, 2]))
  }

  private static func unknown(_ name: String, at span: Span) -> Diagnostic {
    let names = Setting.all.map(\.name)
    let near = Suggestions.nearest(to: name, among: names).map { "did you mean `set \($0)`? " } ?? ""
    return Diagnostic(
      .unknownSetting, "there is no setting `\(name)`", at: span,
      hint: near + "there are \(names.joined(separator: ", ")); a value gets its name with =: \(name) = 3")
  }

  private static func refused(_ setting: Setting, at span: Span) -> Diagnostic {
    Diagnostic(
      .badArgument, "`\(setting.name)` is \(setting.range)", at: span,
      hint: "such as set \(setting.name) \(setting.example)")
  }
}

extension CommandCall {
  /// The words behind the verb, each with its place.
  func words(
    separatedBy isSeparator: (Unicode.Scalar) -> Bool = \.isBlank
  ) -> [(text: String, span: Span)] {
    text.unicodeScalars.split(whereSeparator: isSeparator).map { word in
      let start =
        textSpan.start
        + text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: word.startIndex)
      return (String(word), Span(start, start + word.count))
    }
  }
}

extension CommandCall {
  /// Whether a `set` changes what cells show, and not only how the notebook goes about them.
  var setsForOutputs: Bool {
    let words = text.split { $0 == " " || $0 == "=" || $0 == "\t" }
    return words.count > 1 && Setting.named(String(words[0]))?.isForOutputs != false
  }
}
