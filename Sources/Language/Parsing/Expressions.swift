extension Parser {
  /// A value with the calls, indices and fields behind it, each a level deeper: a tree without end could not be released.
  mutating func postfix() throws(Diagnostic) -> Expression {
    let outer = depth
    defer { leave(to: outer) }
    let start = current.span.start
    var result = try primary()
    while let longer = try suffix(of: result, from: start) {
      try enter()
      result = longer
    }
    return result
  }

  /// The value with one call, index or field more; nothing where none follows.
  private mutating func suffix(of base: Expression, from start: Int) throws(Diagnostic) -> Expression? {
    if isAt(.openRound) { return try call(base) }
    if isAt(.openSquare) {
      try advance()
      let items = try expressions()
      return Expression(kind: .index(base, items), span: Span(start, lastEnd))
    }
    guard try take(.dot) else { return nil }
    let (name, span) = try takeName("after the dot")
    return Expression(kind: .field(base, name: name, nameSpan: span), span: Span(start, lastEnd))
  }

  private mutating func call(_ callee: Expression) throws(Diagnostic) -> Expression {
    guard let name = callee.bareName else { throw notCallable(callee) }
    try advance()
    let arguments = try list(until: .closeRound) { (parser) throws(Diagnostic) in try parser.argument() }
    return Expression(
      kind: .call(name: name, nameSpan: callee.span, arguments: arguments),
      span: Span(callee.span.start, lastEnd))
  }

  private func notCallable(_ callee: Expression) -> Diagnostic {
    if case .field(let base, let name, _) = callee.kind {
      let remedy = ForeignCalls.remedy(base.names + [name], base: source.excerpt(base.span))
      return Diagnostic(
        .foreignHabit, "`\(source.excerpt(callee.span))` is no function", at: callee.span, hint: remedy)
    }
    return Diagnostic(
      .unexpectedToken, "only a named function can be called", at: callee.span,
      hint: "a product needs its sign: 2*(x + 1)")
  }

  private mutating func argument() throws(Diagnostic) -> Argument {
    let value = try expression()
    guard isAt(.assign), let name = value.bareName else {
      return Argument(name: nil, nameSpan: nil, value: value)
    }
    try advance()
    return Argument(name: name, nameSpan: value.span, value: try expression())
  }

  private mutating func expressions() throws(Diagnostic) -> [Expression] {
    try list(until: .closeSquare) { (parser) throws(Diagnostic) in try parser.expression() }
  }

  /// Items between commas up to a closing bracket; a comma may stand before it.
  private mutating func list<T>(
    until closing: Symbol, _ item: (inout Parser) throws(Diagnostic) -> T
  ) throws(Diagnostic) -> [T] {
    var items: [T] = []
    while !isAt(closing) {
      items.append(try item(&self))
      guard try take(.comma) else { break }
    }
    guard isAt(closing) else { throw unexpected(inList: closing) }
    try advance()
    return items
  }

  private mutating func primary() throws(Diagnostic) -> Expression {
    let token = current
    switch token.kind {
    case .number(let value): return try leaf(.number(value))
    case .text(let text): return try leaf(.text(text))
    case .name("true"): return try leaf(.truth(true))
    case .name("false"): return try leaf(.truth(false))
    case .name("if"): return try conditionalExpression()
    case .name("lambda"):
      throw Diagnostic(
        .foreignHabit, "`lambda` is not written like this in Lossbook", at: token.span,
        hint: "give the function a name: f(x) = x^2")
    case .name(let name) where !Self.keywords.contains(name): return try leaf(.name(name))
    case .symbol(.openRound): return try parenthesised()
    case .symbol(.openSquare):
      try advance()
      let items = try expressions()
      return Expression(kind: .list(items), span: Span(token.span.start, lastEnd))
    default: throw unexpected(wanting: "a value")
    }
  }

  private mutating func leaf(_ kind: Expression.Kind) throws(Diagnostic) -> Expression {
    let span = current.span
    try advance()
    return Expression(kind: kind, span: span)
  }

  private mutating func parenthesised() throws(Diagnostic) -> Expression {
    try advance()
    let inner = try expression()
    if isAt(.comma) {
      throw Diagnostic(
        .unexpectedToken, "`,` cannot stand here", at: current.span,
        hint: "a vector is written with square brackets: [1, 2, 3]")
    }
    try expect(.closeRound, "to close the bracket")
    return inner
  }

  /// `if c { a } else { b }` as a value.
  private mutating func conditionalExpression() throws(Diagnostic) -> Expression {
    let start = current.span.start
    try advance()
    let condition = try expression()
    let then = try braced()
    guard isAt(keyword: "else") else { throw unexpected(wanting: "`else`: as a value, `if` needs both") }
    try advance()
    let otherwise = isAt(keyword: "if") ? try expression() : try braced()
    return Expression(kind: .conditional(condition, then, otherwise), span: Span(start, lastEnd))
  }

  private mutating func braced() throws(Diagnostic) -> Expression {
    try expect(.openCurly, "before the value")
    try skipSeparators()
    let value = try expression()
    try skipSeparators()
    try expect(.closeCurly, "after the value")
    return value
  }
}
