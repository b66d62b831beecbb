import LossMath

extension Interpreter {
  func evaluate(_ expression: Expression) throws(Diagnostic) -> Value {
    switch expression.kind {
    case .number(let value): return .number(value)
    case .text(let text): return .text(text)
    case .truth(let truth): return .truth(Tensor(truth ? 1 : 0))
    case .name(let name): return try lookUp(name, expression.span)
    default:
      try enter(expression.span)
      defer { leave() }
      let value = try evaluateCompound(expression)
      try checkLarge(value, expression.span)
      if watched != nil { note(value, of: expression) }
      return value
    }
  }

  /// One call for each kind: what is computed in here stays on the stack while the parts are evaluated.
  private func evaluateCompound(_ expression: Expression) throws(Diagnostic) -> Value {
    switch expression.kind {
    case .list(let items): return try list(items, expression.span)
    case .unary(let operation, let operand): return try unary(operation, operand, expression.span)
    case .chain(let first, let links): return try chain(first, links)
    case .power(let base, let exponent): return try power(base, exponent)
    case .comparison(let operation, let left, let right): return try compare(operation, left, right)
    case .logical(let operation, let parts): return try logical(operation, parts)
    case .range: return try range(expression)
    case .call(let name, let span, let arguments): return try call(name, span, arguments, expression.span)
    case .index(let base, let items): return try index(base, items, expression.span)
    case .field(let base, let name, let span): return try field(base, name, span)
    case .conditional(let condition, let then, let otherwise):
      return try evaluate(try isTrue(condition) ? then : otherwise)
    case .number, .text, .truth, .name: return try evaluate(expression)
    }
  }

  private func range(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .range(let from, let to, let step) = expression.kind else { return .nothing }
    let steps = try RangeSteps(self, from: from, to: to, step: step, span: expression.span)
    return .tensor(try steps.tensor(self, expression.span))
  }

  /// Evaluates what must be one number.
  func number(_ expression: Expression, _ purpose: String) throws(Diagnostic) -> Double {
    let value = try evaluate(expression)
    guard let number = value.asTensor?.value.single else {
      throw Diagnostic(
        .wrongType, "\(purpose) is one number; this is \(value.described)", at: expression.span)
    }
    return number
  }

  func lookUp(_ name: String, _ span: Span) throws(Diagnostic) -> Value {
    if let value = value(of: name) { return value }
    throw unknownName(name, span)
  }

  /// What a name means here: a local, a global, a constant or a built-in.
  func value(of name: String) -> Value? {
    if let value = locals.last?[name] ?? globals[name] { return value }
    if let constant = Constant.all[name] { return .number(constant) }
    return Builtin.named(name).map { .builtin($0) }
  }

  func unknownName(_ name: String, _ span: Span) -> Diagnostic {
    if name == "out" {
      return Diagnostic(.unknownName, "`out` wants the number of a cell", at: span, hint: "such as out[1]")
    }
    if let verb = commands[name] {
      return Diagnostic(
        .unknownName, "`\(name)` is a command, not a value", at: span,
        hint: "it starts a line: \(verb.syntax)")
    }
    if DataSource.named(name) != nil {
      return Diagnostic(
        .unknownName, "`\(name)` is a data set, not a value", at: span,
        hint: "name it in a command: data \(name), or train \(name) loss=...")
    }
    if let remedy = ForeignWords.remedy(name) {
      return Diagnostic(.unknownName, "`\(name)` is not known", at: span, hint: remedy)
    }
    let near = Suggestions.nearest(to: name, among: knownNames + commandOrder + ["true", "false"])
    return Diagnostic(
      .unknownName, "`\(name)` is not known", at: span,
      hint: near.map { "did you mean `\($0)`?" } ?? "give it a value first: \(name) = ...")
  }

  private func list(_ items: [Expression], _ span: Span) throws(Diagnostic) -> Value {
    if let numbers = Self.literals(items) { return .tensor(Tensor(numbers)) }
    var parts: [Traced] = []
    parts.reserveCapacity(items.count)
    var areTruths = !items.isEmpty
    for item in items {
      let value = try evaluate(item)
      guard let part = value.asTensor else {
        throw Diagnostic(
          .wrongType, "a vector holds numbers; this is \(value.described)", at: item.span)
      }
      if case .tensor = value { areTruths = false }
      if let first = parts.first, first.shape != part.shape {
        throw ragged(first.shape, part.shape, item.span)
      }
      parts.append(part)
    }
    let stacked = try math(span) { () throws(MathError) in try Traced.stack(parts) }
    return areTruths ? .truth(stacked.value) : .tensor(stacked)
  }

  /// The elements of a list that holds nothing but numbers, as most do.
  private static func literals(_ items: [Expression]) -> [Double]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(items.count)
    for item in items {
      guard case .number(let value) = item.kind else { return nil }
      numbers.append(value)
    }
    return numbers.isEmpty ? nil : numbers
  }

  private func ragged(_ first: [Int], _ other: [Int], _ span: Span) -> Diagnostic {
    Diagnostic(
      .raggedRows,
      "the first part is \(Value.described(first)), this one is \(Value.described(other))", at: span,
      hint: "the rows of a matrix are equally long")
  }

  func tensor(_ expression: Expression, _ purpose: String) throws(Diagnostic) -> Traced {
    let value = try evaluate(expression)
    guard let tensor = value.asTensor else { throw notNumeric(value, purpose, expression.span) }
    return tensor
  }

  func notNumeric(_ value: Value, _ purpose: String, _ span: Span) -> Diagnostic {
    var hint: String?
    if case .text = value { hint = "a number has no quotes: 3, not \"3\"; texts are not put together here" }
    if case .nothing = value { hint = "the value of a function is its last expression" }
    if case .function(let own) = value {
      hint = "call it: \(own.name)(\(own.parameters.joined(separator: ", ")))"
    }
    if case .builtin(let builtin) = value { hint = "call it: \(builtin.signature)" }
    if case .distribution = value { hint = "ask it something: log_prob(d, x), or sample(d, 100)" }
    if case .list = value { hint = "its values are picked by an index: args[0], args[1..]" }
    if case .dataset = value { hint = "its numbers are in .x and .y" }
    if case .run = value { hint = "its numbers are in .train_loss, .test_loss and so on" }
    return Diagnostic(
      .wrongType, "\(purpose) wants numbers; this is \(value.described)", at: span, hint: hint)
  }

  /// Runs arithmetic, turning its errors into sentences about a place.
  func math<T>(_ span: Span, _ body: () throws(MathError) -> T) throws(Diagnostic) -> T {
    do throws(MathError) { return try body() } catch { throw diagnostic(error, at: span) }
  }
}
