extension Command {
  static var set: Command {
    Command(
      name: "set", form: .words, topic: .notebook, syntax: "set NAME VALUE",
      summary: "changes how the notebook behaves; alone, it lists what can be set",
      details: Setting.all.map { "\($0.name): \($0.summary); \($0.range)" }, example: "set digits 10"
    ) { (call, interpreter) throws(Diagnostic) in
      let words = call.settingWords
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
    let first = textSpan.start
    return Array(text.unicodeScalars).split(whereSeparator: isSeparator).map { word in
      (String(String.UnicodeScalarView(word)), Span(first + word.startIndex, first + word.endIndex))
    }
  }

  /// A setting and its value, which `=` may part.
  fileprivate var settingWords: [(text: String, span: Span)] { words { $0.isBlank || $0 == "=" } }

  /// Whether a `set` changes what cells show, and not only how the notebook goes about them.
  var setsForOutputs: Bool {
    let words = settingWords
    return words.count > 1 && Setting.named(words[0].text)?.isForOutputs != false
  }
}
