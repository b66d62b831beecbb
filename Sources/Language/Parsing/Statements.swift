extension Parser {
  mutating func statement() throws(Diagnostic) -> Statement {
    let start = current.span.start
    try enter()
    defer { leave() }
    let kind = try statementKind()
    return Statement(kind: kind, span: Span(start, lastEnd))
  }

  private mutating func statementKind() throws(Diagnostic) -> Statement.Kind {
    if let help = try helpLine() { return help }
    guard case .name(let word) = current.kind else { return try expressionStatement() }
    if let foreign = foreignOpening(word) { throw foreign }
    switch word {
    case "for": return try loop()
    case "if": return try conditional()
    case "assert":
      try advance()
      return .assert(try expression())
    default:
      if let form = commandForm(word) { return try commandStatement(word, form) }
      return try expressionStatement()
    }
  }

  private mutating func expressionStatement() throws(Diagnostic) -> Statement.Kind {
    let start = current.span.start
    let left = try expression()
    if let foreign = foreignTail(left, from: start) { throw foreign }
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
    if case .name(let word) = current.kind, let form = commandForm(word) {
      return .command(try command(word, form))
    }
    return .expression(try expression())
  }

  private mutating func function(
    _ name: String, _ arguments: [Argument], _ head: Span
  ) throws(Diagnostic) -> FunctionDefinition {
    var parameters: [String] = []
    var seen: Set<String> = []
    for argument in arguments {
      guard argument.name == nil else {
        throw Diagnostic(
          .badParameter, "a parameter has no value of its own: every call gives it one",
          at: argument.nameSpan ?? head)
      }
      guard let parameter = argument.value.bareName, seen.insert(parameter).inserted else {
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
    if isAt(.openRound) {
      throw Diagnostic(
        .foreignHabit, "a loop has no round brackets", at: current.span, hint: "write: for i in 1..10 { ... }"
      )
    }
    let (variable, span) = try takeName("for the loop's variable")
    guard isAt(keyword: "in") else { throw unexpected(wanting: "`in`, as in: for i in 1..10 { ... }") }
    try advance()
    let range = try range(behind: "for \(variable) in")
    return .loop(variable: variable, nameSpan: span, range, try block())
  }

  private mutating func conditional() throws(Diagnostic) -> Statement.Kind {
    try advance()
    let condition = try expression()
    let then = try block()
    try skipToElse()
    guard isAt(keyword: "else") else { return .conditional(condition, then, otherwise: []) }
    try advance()
    let otherwise = isAt(keyword: "if") ? [try statement()] : try block()
    return .conditional(condition, then, otherwise: otherwise)
  }

  /// Inside a block the line may end before `else`; at the outside the cell ends with the line.
  private mutating func skipToElse() throws(Diagnostic) {
    guard current.kind == .newline, lexer.hasOpenBracket else { return }
    var ahead = self
    try ahead.skipSeparators()
    if ahead.isAt(keyword: "else") { self = ahead }
  }

  private mutating func block() throws(Diagnostic) -> [Statement] {
    try expect(.openCurly, "to open the block")
    var statements: [Statement] = []
    try skipSeparators()
    while !isAt(.closeCurly) {
      statements.append(try statement())
      guard current.isSeparator || isAt(.closeCurly) else { throw unexpected() }
      try skipSeparators()
    }
    try advance()
    return statements
  }
}
