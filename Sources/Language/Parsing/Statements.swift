extension Parser {
  mutating func statement() throws(Diagnostic) -> Statement {
    let start = current.span.start
    let kind = try nested { (parser) throws(Diagnostic) in try parser.statementKind() }
    return Statement(kind: kind, span: Span(start, lastEnd))
  }

  private mutating func statementKind() throws(Diagnostic) -> Statement.Kind {
    guard case .name(let word) = current.kind else { return try expressionStatement() }
    switch word {
    case "for": return try loop()
    case "if": return try conditional()
    case "assert":
      try advance()
      return .assert(try expression())
    default:
      if let form = verbs[word] { return try commandStatement(word, form) }
      return try expressionStatement()
    }
  }

  private mutating func expressionStatement() throws(Diagnostic) -> Statement.Kind {
    let left = try expression()
    guard isAt(.assign) else { return .expression(left) }
    let equals = current.span
    try advance()
    switch left.kind {
    case .name(let name): return .assign(name: name, nameSpan: left.span, try right(equals))
    case .call(let name, _, let arguments): return .define(try function(name, arguments, left.span))
    default:
      throw Diagnostic(
        .badAssignment, "only a name can stand left of `=`", at: left.span,
        hint: "to compare, write ==; to change one element, build a new vector with where(...)")
    }
  }

  private mutating func right(_ equals: Span) throws(Diagnostic) -> Statement.Right {
    if case .name(let word) = current.kind, let form = verbs[word] {
      return .command(try command(word, form))
    }
    return .expression(try expression())
  }

  private mutating func function(
    _ name: String, _ arguments: [Argument], _ head: Span
  ) throws(Diagnostic) -> FunctionDefinition {
    var parameters: [String] = []
    for argument in arguments {
      guard argument.name == nil, let parameter = argument.value.bareName, !parameters.contains(parameter)
      else {
        throw Diagnostic(
          .badParameter, "the parameters of a function are different names", at: argument.value.span,
          hint: "such as \(name)(x, y) = x + y")
      }
      parameters.append(parameter)
    }
    let body: FunctionDefinition.Body =
      isAt(.openCurly) ? .block(try block()) : .expression(try expression())
    return FunctionDefinition(
      name: name, parameters: parameters, body: body, span: Span(head.start, lastEnd), source: source)
  }

  private mutating func loop() throws(Diagnostic) -> Statement.Kind {
    try advance()
    let (variable, _) = try takeName("for the loop's variable")
    guard isAt(keyword: "in") else { throw unexpected(wanting: "`in`, as in: for i in 1..10 { ... }") }
    try advance()
    return .loop(variable: variable, try expression(), try block())
  }

  private mutating func conditional() throws(Diagnostic) -> Statement.Kind {
    try advance()
    let condition = try expression()
    let then = try block()
    guard isAt(keyword: "else") else { return .conditional(condition, then, otherwise: []) }
    try advance()
    let otherwise = isAt(keyword: "if") ? [try statement()] : try block()
    return .conditional(condition, then, otherwise: otherwise)
  }

  private mutating func block() throws(Diagnostic) -> [Statement] {
    try expect(.openCurly, "to open the block")
    var statements: [Statement] = []
    try skipSeparators()
    while !isAt(.closeCurly) {
      statements.append(try statement())
      guard current.kind == .separator || isAt(.closeCurly) else { throw unexpected() }
      try skipSeparators()
    }
    try advance()
    return statements
  }

  private mutating func commandStatement(
    _ word: String, _ form: CommandForm
  ) throws(Diagnostic) -> Statement.Kind {
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
    if isAt(.assign) { return bareCall(verb, verbSpan) }
    let textStart = current.span.start
    var values: [Expression] = []
    while startsValue {
      values.append(try expression())
      guard try take(.comma) else { break }
    }
    let binding = try binding()
    let options = try options()
    return CommandCall(
      verb: verb, verbSpan: verbSpan, values: values, options: options, binding: binding,
      text: source.text(Span(textStart, max(lastEnd, textStart))), span: Span(verbSpan.start, lastEnd))
  }

  private func bareCall(_ verb: String, _ span: Span) -> CommandCall {
    CommandCall(verb: verb, verbSpan: span, values: [], options: [], binding: nil, text: "", span: span)
  }

  private mutating func wordsCommand(_ verb: String, _ verbSpan: Span) throws(Diagnostic) -> CommandCall {
    let (raw, rawSpan) = lexer.restOfLine()
    try advance()
    lastEnd = rawSpan.end
    let words = raw.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    let text = String(
      words.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    return CommandCall(
      verb: verb, verbSpan: verbSpan, values: [], options: [], binding: nil, text: text,
      span: Span(verbSpan.start, rawSpan.end))
  }

  /// Whether a value can begin here: not at the end, and not at `name=` of an option.
  private var startsValue: Bool {
    switch current.kind {
    case .end, .separator: return false
    case .symbol(.closeCurly): return false
    case .name("for"): return false
    case .name: return !isOptionName
    default: return true
    }
  }

  private var isOptionName: Bool {
    var ahead = lexer
    return (try? ahead.next())?.kind == .symbol(.assign)
  }

  private mutating func binding() throws(Diagnostic) -> CommandCall.Binding? {
    guard isAt(keyword: "for") else { return nil }
    try advance()
    let (name, span) = try takeName("for what varies")
    guard isAt(keyword: "in") else { throw unexpected(wanting: "`in`, as in: for z in -3..3") }
    try advance()
    return CommandCall.Binding(name: name, nameSpan: span, range: try expression())
  }

  private mutating func options() throws(Diagnostic) -> [Argument] {
    var options: [Argument] = []
    while case .name(let name) = current.kind, isOptionName {
      let span = current.span
      try advance()
      try advance()
      options.append(Argument(name: name, nameSpan: span, value: try expression()))
      _ = try take(.comma)
    }
    return options
  }
}
