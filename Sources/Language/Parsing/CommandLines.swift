// A command is a verb at the start of a line: values, then `for NAME in RANGE` and `name=value` in any order.
extension Parser {
  /// How the command of that name goes on; nothing where a function of the same name is called, such as `where(...)`.
  func commandForm(_ word: String) -> CommandForm? {
    guard let form = verbs[word] else { return nil }
    return Builtin.named(word) != nil && following?.kind == .symbol(.openRound) ? nil : form
  }

  mutating func commandStatement(_ word: String, _ form: CommandForm) throws(Diagnostic) -> Statement.Kind {
    let call = try command(word, form)
    guard isAt(.assign) || call.text.hasPrefix("=") else { return .command(call) }
    throw Diagnostic(
      .reservedName, "`\(word)` is a command, so it cannot be the name of a value", at: call.verbSpan,
      hint: "choose another name, such as my_\(word)")
  }

  mutating func command(_ verb: String, _ form: CommandForm) throws(Diagnostic) -> CommandCall {
    let verbSpan = current.span
    if form == .words { return try wordsCommand(verb, verbSpan) }
    try advance()
    if isAt(.assign) || form == .statement && endsStatement {
      return CommandCall(verb: verb, verbSpan: verbSpan, text: "", span: verbSpan)
    }
    if form == .statement { return try statementCommand(verb, verbSpan) }
    let textStart = current.span.start
    var binding = form == .choices && startsValue ? try choices() : nil
    let values = binding != nil && clauseWord != nil ? [] : try commandValues()
    var options: [Argument] = []
    var clauses: [CommandCall.Clause] = []
    while true {
      if isAt(keyword: "for"), binding == nil {
        binding = try self.binding()
      } else if case .name(let name) = current.kind, isOptionName {
        options.append(try option(name))
      } else if let word = clauseWord, !clauses.contains(where: { $0.word == word }) {
        clauses.append(try clause(word))
      } else {
        break
      }
    }
    try checkOrder(verb, options)
    return CommandCall(
      verb: verb, verbSpan: verbSpan, values: values, options: options, binding: binding, clauses: clauses,
      text: source.text(Span(textStart, max(lastEnd, textStart))), span: Span(verbSpan.start, lastEnd))
  }

  private func checkOrder(_ verb: String, _ options: [Argument]) throws(Diagnostic) {
    guard !options.isEmpty, startsValue, case .name = current.kind else { return }
    let word = source.excerpt(current.span)
    throw Diagnostic(
      .badCommand, "`\(word)` stands behind the options", at: current.span,
      hint: "what `\(verb)` works on comes first: \(verb) \(word) ...")
  }

  mutating func wordsCommand(_ verb: String, _ verbSpan: Span) throws(Diagnostic) -> CommandCall {
    let (text, textSpan) = lexer.restOfCommand()
    try advance()
    if !text.isEmpty { lastEnd = textSpan.end }
    return CommandCall(verb: verb, verbSpan: verbSpan, text: text, span: Span(verbSpan.start, lastEnd))
  }

  private mutating func statementCommand(_ verb: String, _ verbSpan: Span) throws(Diagnostic) -> CommandCall {
    let statement = try statement()
    return CommandCall(
      verb: verb, verbSpan: verbSpan, statement: statement, text: source.text(statement.span),
      span: Span(verbSpan.start, lastEnd))
  }

  /// `over`, `to`, `on` or `as` after a value: a second list, such as the variables of `minimize f(w) over w`.
  private var clauseWord: String? {
    guard case .name(let name) = current.kind, CommandCall.clauseWords.contains(name), !isOptionName else {
      return nil
    }
    return name
  }

  private mutating func clause(_ word: String) throws(Diagnostic) -> CommandCall.Clause {
    let span = current.span
    try advance()
    let values = try commandValues()
    guard !values.isEmpty else { throw unexpected(wanting: "a value after `\(word)`") }
    return CommandCall.Clause(word: word, span: span, values: values)
  }

  private mutating func commandValues() throws(Diagnostic) -> [Expression] {
    var values: [Expression] = []
    while startsValue {
      let value = try expression()
      values.append(value)
      if value.bareName == "load", try isFileName() { continue }
      guard try take(.comma) else { break }
    }
    return values
  }

  /// The name of a file follows `load` without a comma: data load "rents.csv".
  private func isFileName() throws(Diagnostic) -> Bool {
    if case .text = current.kind { return true }
    guard startsValue, case .name(let word) = current.kind else { return false }
    var ahead = self
    try ahead.advance()
    if ahead.isAt(.openSquare) || ahead.endsStatement || ahead.isOptionName { return true }
    throw Diagnostic(
      .badCommand, "the name of a file stands in quotes", at: current.span, hint: "load \"\(word).csv\"")
  }

  private var endsStatement: Bool {
    current.isSeparator || current.kind == .end || isAt(.closeCurly)
  }

  /// Whether a value can begin here: not at the end, and not at `name=` of an option.
  private var startsValue: Bool {
    switch current.kind {
    case .end, .semicolon, .newline, .symbol(.closeCurly), .name("for"): false
    case .name: !isOptionName
    default: true
    }
  }

  private var isOptionName: Bool { following?.kind == .symbol(.assign) }

  private mutating func binding() throws(Diagnostic) -> CommandCall.Binding {
    try advance()
    let (name, span) = try nameBeforeIn("for z in -3..3")
    let binding = CommandCall.Binding(
      name: name, nameSpan: span, range: try range(behind: "for \(name) in"))
    // As behind a value, a comma may part it from the options.
    var ahead = self
    if try ahead.take(.comma), case .name = ahead.current.kind, ahead.isOptionName { self = ahead }
    return binding
  }

  private mutating func choices() throws(Diagnostic) -> CommandCall.Binding {
    let (name, span) = try nameBeforeIn("sweep lr in [0.01, 0.1] on circles")
    let choices = try range(behind: "\(name) in", isOfSingleValues: true)
    return CommandCall.Binding(name: name, nameSpan: span, range: choices)
  }

  private mutating func nameBeforeIn(_ example: String) throws(Diagnostic) -> (String, Span) {
    let name = try takeName("for what varies")
    guard isAt(keyword: "in") else { throw unexpected(wanting: "`in`, as in: \(example)") }
    try advance()
    return name
  }

  private mutating func option(_ name: String) throws(Diagnostic) -> Argument {
    let span = current.span
    try advance()
    try advance()
    let value = try expression()
    _ = try take(.comma)
    return Argument(name: name, nameSpan: span, value: value)
  }
}
