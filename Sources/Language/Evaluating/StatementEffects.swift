import LossMath

extension Interpreter {
  /// Runs a statement of a cell; what it shows goes to the outcome.
  func execute(_ statement: Statement, _ outcome: inout Outcome) throws(Diagnostic) {
    try checkCancelled(statement.span)
    switch statement.kind {
    case .expression(let expression):
      let value = try evaluate(expression).detached
      outcome.value = value
      outcome.pieces += ValueText.pieces(value)
      sayWhyHelps(expression, value)
    case .command(let call):
      try show(try perform(call), &outcome)
      if commands[call.verb]?.showsPages == true { outcome.isPage = true }
    case .assign(let name, let span, .command(let call)):
      try checkAssignable(name, span)
      let result = try perform(call)
      try show(result, &outcome)
      outcome.value = nil
      guard let value = result.value else { throw noValue(call) }
      try assign(value, name, span)
      outcome.assigned = value
    case .assign(let name, _, .expression):
      _ = try execute(statement)
      outcome.assigned = globals[name]
    default:
      let value = try execute(statement).detached
      guard statement.isConditional else { return }
      outcome.value = value
      outcome.pieces += ValueText.pieces(value)
    }
  }

  /// A loss or a gradient that is no ordinary number has a cause that can be named.
  private func sayWhyHelps(_ expression: Expression, _ value: Value) {
    guard let bad = value.asTensor?.value.elements.first(where: { !$0.isFinite }),
      case .call(let name, _, _) = expression.kind, name == "grad" || loss(named: name) != nil
    else { return }
    say("`why` says where the \(NumberFormat.text(bad)) comes from")
  }

  private func show(_ result: CommandResult, _ outcome: inout Outcome) throws(Diagnostic) {
    outcome.pieces += result.pieces
    outcome.value = result.value
    outcome.request = result.request ?? outcome.request
    if let error = result.error { throw error }
  }

  private func perform(_ call: CommandCall) throws(Diagnostic) -> CommandResult {
    guard let command = commands[call.verb] else {
      throw Diagnostic(.unexpectedToken, "`\(call.verb)` is no command here", at: call.verbSpan)
    }
    try command.checkParts(of: call)
    if command.options.isEmpty { _ = try OptionReader(call, self, known: []) }
    return try command.run(call, self)
  }

  private func noValue(_ call: CommandCall) -> Diagnostic {
    Diagnostic(
      .noValue, "`\(call.verb)` has no value to give a name to", at: call.span,
      hint: "write it without a name: \(call.verb)")
  }

  /// Runs a statement inside a block and returns its value, if it is an expression.
  func execute(_ statement: Statement) throws(Diagnostic) -> Value {
    try enter(statement.span)
    defer { leave() }
    switch statement.kind {
    case .expression(let expression): return try evaluate(expression)
    case .assign(let name, let span, .expression(let expression)): try assign(expression, name, span)
    case .define(let function): try assign(.function(function), function.name, function.span)
    case .loop: try loop(statement)
    case .conditional(let condition, let then, let otherwise):
      return try executeBlock(try isTrue(condition) ? then : otherwise)
    case .assert(let condition): try assert(condition)
    case .command(let call), .assign(_, _, .command(let call)): throw commandInBlock(call)
    }
    return .nothing
  }

  private func commandInBlock(_ call: CommandCall) -> Diagnostic {
    Diagnostic(
      .commandInBlock, "`\(call.verb)` is a command and runs on a line of its own, not inside a block",
      at: call.verbSpan, hint: "close the block before it, and write it in the next line")
  }

  func executeBlock(_ statements: [Statement]) throws(Diagnostic) -> Value {
    var last = Value.nothing
    for statement in statements {
      try checkCancelled(statement.span)
      last = try execute(statement)
    }
    return last
  }

  private func assign(_ expression: Expression, _ name: String, _ span: Span) throws(Diagnostic) {
    try checkAssignable(name, span)
    let value = try evaluate(expression)
    if case .nothing = value { throw nothingToName(expression) }
    try assign(value, name, span)
  }

  private func nothingToName(_ expression: Expression) -> Diagnostic {
    Diagnostic(
      .noValue, "this has no value to give a name to", at: expression.span,
      hint: "the value of a function is its last expression")
  }

  private func checkAssignable(_ name: String, _ span: Span) throws(Diagnostic) {
    guard Constant.all[name] == nil, name != "out" else {
      throw Diagnostic(
        .reservedName, "`\(name)` has a fixed meaning and cannot be given another", at: span,
        hint: "choose another name, such as my_\(name)")
    }
  }

  func assign(_ value: Value, _ name: String, _ span: Span) throws(Diagnostic) {
    try checkAssignable(name, span)
    if let builtin = Builtin.named(name), !isDefined(name), locals.isEmpty {
      say("`\(name)` now means your own; the built-in \(builtin.name) is hidden until you restart")
    }
    if locals.isEmpty {
      setGlobal(name, value.detached)
    } else {
      locals[locals.count - 1][name] = value
    }
  }

  private func isDefined(_ name: String) -> Bool { globals[name] != nil }

  private func assert(_ condition: Expression) throws(Diagnostic) {
    if try isTrue(condition) { return }
    var detail: String?
    if case .comparison(_, let left, let right) = condition.kind {
      detail =
        "left is \(ValueText.short(try evaluate(left))), right is \(ValueText.short(try evaluate(right)))"
    }
    throw Diagnostic(.assertionFailed, "this does not hold", at: condition.span, hint: detail)
  }

  /// Whether a condition holds; of many, whether all do.
  func isTrue(_ expression: Expression) throws(Diagnostic) -> Bool {
    let value = try evaluate(expression)
    guard let tensor = value.asTensor?.value else {
      throw Diagnostic(
        .wrongType, "a condition is true or false; this is \(value.described)", at: expression.span)
    }
    return tensor.elements.allSatisfy { $0 != 0 }
  }

  private func loop(_ statement: Statement) throws(Diagnostic) {
    guard case .loop(let variable, let nameSpan, let range, let body) = statement.kind else { return }
    try checkAssignable(variable, nameSpan)
    if case .range(let from, let to, let step) = range.kind {
      let steps = try RangeSteps(self, from: from, to: to, step: step, span: range.span)
      return try loop(variable, steps, body, range.span)
    }
    let sequence = try evaluate(range)
    if case .list(let items) = sequence {
      for item in items { try turn(variable, item, body) }
      return
    }
    guard let tensor = sequence.asTensor, tensor.value.rank > 0 else {
      throw Diagnostic(
        .wrongType, "a loop goes over a range or a vector; this is \(sequence.described)", at: range.span,
        hint: "such as: for i in 1..10 { ... }")
    }
    let count = tensor.shape.first ?? 0
    try countTurns(count, range.span)
    for i in 0..<count {
      try turn(variable, try element(tensor, i, range.span), body)
    }
  }

  private func loop(
    _ variable: String, _ steps: RangeSteps, _ body: [Statement], _ span: Span
  ) throws(Diagnostic) {
    try countTurns(steps.count, span)
    var i = 0
    while i < steps.count {
      // An empty body has no statement that would look.
      if body.isEmpty { try checkCancelled(span) }
      try turn(variable, .number(steps.value(i)), body)
      i += 1
    }
  }

  private func turn(_ variable: String, _ value: Value, _ body: [Statement]) throws(Diagnostic) {
    if locals.isEmpty { setGlobal(variable, value) } else { locals[locals.count - 1][variable] = value }
    _ = try executeBlock(body)
  }
}
