extension LossTranslator {
  /// The lines of a function's body.
  func definition(_ function: FunctionDefinition, named name: String) throws(Diagnostic) -> [String] {
    switch function.body {
    case .expression(let expression): return try returned(expression, indent: 4)
    case .block(let statements):
      return try startValues(function, statements) + block(statements, indent: 4, isTail: true)
    }
  }

  /// A name that is read before it is given a value inside means the value outside.
  private func startValues(
    _ function: FunctionDefinition, _ statements: [Statement]
  ) throws(Diagnostic) -> [String] {
    var lines: [String] = []
    let assigned = NameUse.assigned(statements).subtracting(function.parameters)
    for name in assigned.sorted() where NameUse.isReadFirst(name, statements) {
      guard case .tensor(let tensor)? = meaning(of: name) else { continue }
      let value = constant(name, tensor.value)
      scope.assign(name, value.kind)
      guard case .atom(let outer) = value.python, outer == scope.name(name) else {
        lines += assignment(name, value, indent: 4)
        continue
      }
      throw refusal(
        "`\(name)` is read from outside and then given another value", function.span,
        hint: "start from a copy: begin with my_\(name) = \(name)")
    }
    return lines
  }

  private func block(
    _ statements: [Statement], indent: Int, isTail: Bool
  ) throws(Diagnostic) -> [String] {
    var lines: [String] = []
    for (index, statement) in statements.enumerated() {
      lines += try self.statement(statement, indent: indent, isTail: isTail && index == statements.count - 1)
    }
    return lines.isEmpty ? [String(repeating: " ", count: indent) + "pass"] : lines
  }

  private func statement(_ statement: Statement, indent: Int, isTail: Bool) throws(Diagnostic) -> [String] {
    switch statement.kind {
    case .expression(let expression):
      // What is not the last has no effect.
      return isTail ? try returned(expression, indent: indent) : []
    case .assign(let name, _, .expression(let expression)):
      return assignment(name, try translate(expression), indent: indent)
    case .loop(let variable, _, let range, let body):
      return try loop(variable, range, body, indent: indent)
    case .conditional(let condition, let then, let otherwise):
      return try conditional(condition, then, otherwise, indent: indent, isTail: isTail)
    case .define(let function):
      throw refusal(
        "a function inside a function does not go into a script", function.span,
        hint: "define `\(function.name)` on a line of its own")
    case .assert(let condition):
      throw refusal("an `assert` does not go into a script", condition.span, hint: "leave it out")
    case .command(let call), .assign(_, _, .command(let call)):
      throw refusal("a command does not go into a script", call.span, hint: nil)
    }
  }

  private func returned(_ expression: Expression, indent: Int) throws(Diagnostic) -> [String] {
    if case .conditional(let condition, let then, let otherwise) = expression.kind {
      let opening = try ifLine(condition, indent: indent)
      return try [opening] + returned(then, indent: indent + 4) + returned(otherwise, indent: indent)
    }
    let value = numeric(try translate(expression))
    scope.give(value.kind)
    let settled = scope.result == .tensor ? tensor(value) : value
    return PythonLayout.statement("return ", settled.python, indent: indent)
  }

  private func assignment(_ name: String, _ value: Translated, indent: Int) -> [String] {
    scope.assign(name, value.kind)
    var value = value
    if let known = scope.variables[name], known != value.kind {
      value = known == .tensor ? tensor(numeric(value)) : numeric(value)
    }
    return PythonLayout.statement(scope.name(name) + " = ", value.python, indent: indent)
  }

  private func conditional(
    _ condition: Expression, _ then: [Statement], _ otherwise: [Statement], indent: Int, isTail: Bool
  ) throws(Diagnostic) -> [String] {
    let space = String(repeating: " ", count: indent)
    var lines = [try ifLine(condition, indent: indent)]
    lines += try block(then, indent: indent + 4, isTail: isTail)
    guard !otherwise.isEmpty else { return lines }
    return try lines + [space + "else:"] + block(otherwise, indent: indent + 4, isTail: isTail)
  }

  private func ifLine(_ condition: Expression, indent: Int) throws(Diagnostic) -> String {
    String(repeating: " ", count: indent) + "if " + (try decision(condition)).text + ":"
  }

  private func loop(
    _ variable: String, _ range: Expression, _ body: [Statement], indent: Int
  ) throws(Diagnostic) -> [String] {
    let sequence = try self.sequence(range)
    scope.assign(variable, sequence.kind)
    let opening =
      String(repeating: " ", count: indent) + "for \(scope.name(variable)) in \(sequence.python.text):"
    return try [opening] + block(body, indent: indent + 4, isTail: false)
  }

  /// What a loop goes over, and what its elements are.
  private func sequence(_ range: Expression) throws(Diagnostic) -> Translated {
    switch range.kind {
    case .range(let from?, let to?, let step):
      let (first, last) = (try integer(from, "a loop's range"), try integer(to, "a loop's range"))
      var parts = [first, Self.next(last)]
      if let step { parts.append(try integer(step, "the step of a loop")) }
      if let step, case .number(let by) = step.kind, by <= 0 {
        throw refusal("a loop that counts down does not go into a script", step.span, hint: "count up, and use n - i")
      }
      return Translated(.call("range", parts.map { .init(name: nil, value: $0) }), .integer)
    case .list(let items):
      let parts = try items.map { (item) throws(Diagnostic) in numeric(try translate(item)) }
      guard parts.allSatisfy(\.kind.isPython) else { break }
      return Translated(.list(parts.map(\.python)), .number)
    default: break
    }
    throw refusal(
      "a loop in a script goes over a range of whole numbers, or over numbers in brackets", range.span,
      hint: "such as: for i in 0..len(y) - 1 { ... }")
  }

  /// One more, written without an addition where that is possible.
  static func next(_ value: PythonExpression) -> PythonExpression {
    if case .atom(let text) = value, let number = Int(text) { return .atom(String(number + 1)) }
    if case .chain(.sum, let first, let rest) = value, let last = rest.last, last.operation == "-",
      last.operand.text == "1"
    {
      return rest.count == 1 ? first : .chain(.sum, first, Array(rest.dropLast()))
    }
    return .chain(.sum, value, [("+", .atom("1"))])
  }
}
