// Operator precedence, loosest first:  or · and · not · comparison · .. step · + − · * / @ · unary − · ^ · call, index, field
extension Parser {
  mutating func expression() throws(Diagnostic) -> Expression {
    try enter()
    defer { leave() }
    let start = current.span.start
    let first = try conjunction()
    guard isAt(keyword: "or") else { return first }
    var parts = [first]
    while isAt(keyword: "or") {
      try advance()
      parts.append(try conjunction())
    }
    return Expression(kind: .logical(.or, parts), span: Span(start, lastEnd))
  }

  private mutating func conjunction() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let first = try negation()
    guard isAt(keyword: "and") else { return first }
    var parts = [first]
    while isAt(keyword: "and") {
      try advance()
      parts.append(try negation())
    }
    return Expression(kind: .logical(.and, parts), span: Span(start, lastEnd))
  }

  private mutating func negation() throws(Diagnostic) -> Expression {
    guard isAt(keyword: "not") else { return try comparison() }
    let start = current.span.start
    try advance()
    try enter()
    defer { leave() }
    let operand = try negation()
    return Expression(kind: .unary(.not, operand), span: Span(start, lastEnd))
  }

  private mutating func comparison() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let left = try range()
    guard let operation = comparisonHere else { return left }
    try advance()
    let right = try range()
    guard comparisonHere == nil else {
      throw Diagnostic(
        .chainedComparison, "comparisons cannot be chained", at: current.span,
        hint: "write `a < b and b < c`")
    }
    return Expression(kind: .comparison(operation, left, right), span: Span(start, lastEnd))
  }

  private var comparisonHere: Comparison? {
    guard case .symbol(let symbol) = current.kind else { return nil }
    return switch symbol {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  private mutating func range() throws(Diagnostic) -> Expression {
    let start = current.span.start
    var from: Expression?
    if !isAt(.range) {
      let first = try sum()
      guard isAt(.range) else { return first }
      from = first
    }
    try advance()
    let to = endsRange ? nil : try sum()
    guard !isAt(.range) else {
      throw Diagnostic(
        .badRange, "a range has two ends", at: current.span, hint: "with a step: 0..10 step 2")
    }
    var step: Expression?
    if isAt(keyword: "step") {
      try advance()
      step = try sum()
    }
    return Expression(kind: .range(from: from, to: to, step: step), span: Span(start, lastEnd))
  }

  private var endsRange: Bool {
    switch current.kind {
    case .symbol(.comma), .symbol(.closeSquare), .symbol(.closeRound), .end, .semicolon, .newline: true
    case .name("step"): stepHasValue
    default: false
    }
  }

  /// Whether `step` behind two dots is the word, and no variable of that name.
  private var stepHasValue: Bool {
    switch following?.kind {
    case .number, .name: true
    default: false
    }
  }

  private mutating func sum() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let first = try product()
    guard additive != nil else { return first }
    var links: [Expression.Link] = []
    while let operation = additive {
      try advance()
      links.append(Expression.Link(operation: operation, operand: try product()))
    }
    return Expression(kind: .chain(first, links), span: Span(start, lastEnd))
  }

  private mutating func product() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let first = try unary()
    guard multiplicative != nil else { return first }
    var links: [Expression.Link] = []
    while let operation = multiplicative {
      try advance()
      links.append(Expression.Link(operation: operation, operand: try unary()))
    }
    return Expression(kind: .chain(first, links), span: Span(start, lastEnd))
  }

  private var additive: ArithmeticOperator? {
    isAt(.plus) ? .add : isAt(.minus) ? .subtract : nil
  }

  private var multiplicative: ArithmeticOperator? {
    isAt(.times) ? .multiply : isAt(.divide) ? .divide : isAt(.product) ? .product : nil
  }

  private mutating func unary() throws(Diagnostic) -> Expression {
    guard isAt(.minus) || isAt(.plus) else { return try power() }
    let start = current.span.start
    let operation: UnaryOperator = isAt(.minus) ? .minus : .plus
    try advance()
    try enter()
    defer { leave() }
    let operand = try unary()
    let span = Span(start, lastEnd)
    if case .number(let value) = operand.kind, operation == .minus {
      return Expression(kind: .number(-value), span: span)
    }
    return Expression(kind: .unary(operation, operand), span: span)
  }

  /// Right-associative, and tighter than a minus on its left: -2^2 is -4, 2^-1 is 0.5.
  private mutating func power() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let base = try postfix()
    guard try take(.power) else { return base }
    try enter()
    defer { leave() }
    let exponent = try unary()
    return Expression(kind: .power(base, exponent), span: Span(start, lastEnd))
  }
}
