import LossMath

extension LossTranslator {
  func translate(_ expression: Expression) throws(Diagnostic) -> Translated {
    switch expression.kind {
    case .number(let value):
      return Translated(.number(value), Int(exactly: value) == nil ? .number : .integer)
    case .truth(let value): return Translated(.atom(value ? "True" : "False"), .truth)
    case .name(let name): return try variable(name, expression.span)
    case .list(let items): return try list(items)
    case .unary(let operation, let operand): return try unary(operation, operand)
    case .chain(let first, let links): return try chain(first, links)
    case .power(let base, let exponent): return try power(base, exponent)
    case .comparison(let operation, let left, let right): return try comparison(operation, left, right)
    case .logical(let operation, let parts): return try logical(operation, parts)
    case .call(let name, let span, let arguments): return try call(name, span, arguments, expression.span)
    case .index(let base, let items): return try index(base, items, expression.span)
    case .conditional(let condition, let then, let otherwise):
      return try choice(condition, then, otherwise)
    case .range: return try range(expression)
    case .field(let base, let name, _):
      throw refusal(
        "`.\(name)` belongs to a value of Lossbook, which a script does not have", expression.span,
        hint: "give it a name before the loss is defined: c = \(base.bareName ?? "value").\(name)")
    case .text:
      throw refusal("a text is no number, and does not go into a script here", expression.span, hint: nil)
    }
  }

  private func variable(_ name: String, _ span: Span) throws(Diagnostic) -> Translated {
    if let kind = scope.found[name] { return Translated(.atom(scope.name(name)), scope.variables[name] ?? kind) }
    switch meaning(of: name) {
    case .tensor(let traced)?: return constant(name, traced.value)
    case .truth(let tensor)?: return constant(name, tensor)
    case let value?:
      throw refusal(
        "`\(name)` is \(value.described), which does not go into a script", span,
        hint: "numbers, vectors and matrices do")
    case nil: throw refusal("`\(name)` is not known", span, hint: nil)
    }
  }

  private func list(_ items: [Expression]) throws(Diagnostic) -> Translated {
    let parts = try items.map { (item) throws(Diagnostic) in numeric(try translate(item)) }
    if parts.allSatisfy(\.kind.isPython) { return Translated(creation(of: .list(parts.map(\.python))), .tensor) }
    let rows = parts.map { tensor($0).python }
    return Translated(.call(library == .keras ? "ops.stack" : "torch.stack", .list(rows)), .tensor)
  }

  private func unary(_ operation: UnaryOperator, _ operand: Expression) throws(Diagnostic) -> Translated {
    if operation == .not {
      let value = condition(try translate(operand))
      if value.kind == .truth { return Translated(.prefix("not ", value.python), .truth) }
      return Translated(.call(library == .keras ? "ops.logical_not" : "torch.logical_not", value.python), .mask)
    }
    let value = numeric(try translate(operand))
    return operation == .minus ? Translated(.prefix("-", value.python), value.kind) : value
  }

  private func chain(_ first: Expression, _ links: [Expression.Link]) throws(Diagnostic) -> Translated {
    var result = numeric(try translate(first))
    for link in links {
      let operand = numeric(try translate(link.operand))
      result = link.operation == .product ? product(result, operand) : joined(result, link.operation, operand)
    }
    return result
  }

  private func joined(_ left: Translated, _ sign: ArithmeticOperator, _ right: Translated) -> Translated {
    let binding: PythonExpression.Binding = sign == .add || sign == .subtract ? .sum : .product
    let isInteger = left.kind == .integer && right.kind == .integer && sign != .divide
    let kind: PythonKind =
      isInteger ? .integer : left.kind.isPython && right.kind.isPython ? .number : .tensor
    if case .chain(binding, let first, let rest) = left.python {
      return Translated(.chain(binding, first, rest + [(sign.rawValue, right.python)]), kind)
    }
    return Translated(.chain(binding, left.python, [(sign.rawValue, right.python)]), kind)
  }

  private func product(_ left: Translated, _ right: Translated) -> Translated {
    let (a, b) = (tensor(left).python, tensor(right).python)
    return Translated(library == .keras ? .call("ops.matmul", a, b) : .chain(.product, a, [("@", b)]), .tensor)
  }

  private func power(_ base: Expression, _ exponent: Expression) throws(Diagnostic) -> Translated {
    let (a, b) = (numeric(try translate(base)), numeric(try translate(exponent)))
    let kind: PythonKind = a.kind.isPython && b.kind.isPython ? .number : .tensor
    return Translated(.power(a.python, b.python), kind)
  }

  private func comparison(
    _ operation: Comparison, _ left: Expression, _ right: Expression
  ) throws(Diagnostic) -> Translated {
    let (a, b) = (numeric(try translate(left)), numeric(try translate(right)))
    let kind: PythonKind = a.kind.isPython && b.kind.isPython ? .truth : .mask
    return Translated(.comparison(operation.rawValue, a.python, b.python), kind)
  }

  private func logical(_ operation: LogicalOperator, _ parts: [Expression]) throws(Diagnostic) -> Translated {
    let conditions = try parts.map { (part) throws(Diagnostic) in condition(try translate(part)) }
    guard let first = conditions.first else { return Translated(.atom("True"), .truth) }
    if conditions.allSatisfy({ $0.kind == .truth }) {
      let links = conditions.dropFirst().map { (operation.rawValue, $0.python) }
      return Translated(.chain(operation == .or ? .or : .and, first.python, links), .truth)
    }
    let function = (library == .keras ? "ops" : "torch") + ".logical_" + operation.rawValue
    let masks = conditions.map(mask)
    return Translated(
      masks.dropFirst().reduce(masks[0]) { .call(function, $0, $1) }, .mask)
  }

  private func choice(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression
  ) throws(Diagnostic) -> Translated {
    let decision = try decision(condition)
    let (a, b) = (numeric(try translate(then)), numeric(try translate(otherwise)))
    let kind = a.kind.joined(b.kind)
    let (first, second) = kind == .tensor ? (tensor(a), tensor(b)) : (a, b)
    return Translated(.choice(first.python, condition: decision, otherwise: second.python), kind)
  }

  private func range(_ expression: Expression) throws(Diagnostic) -> Translated {
    guard case .range(let from?, let to?, nil) = expression.kind else {
      throw refusal(
        "this range does not go into a script", expression.span, hint: "such as 1..10, or linspace(a, b, n)")
    }
    let ends = [try integer(from, "a range"), Self.next(try integer(to, "a range"))]
    var arguments = ends.map { PythonExpression.Argument(name: nil, value: $0) }
    if library == .keras {
      arguments.append(.init(name: "dtype", value: .atom("\"float32\"")))
    } else {
      arguments.append(.init(name: "dtype", value: .atom("torch.float32")))
      arguments.append(.init(name: "device", value: .atom("DEVICE")))
    }
    return Translated(.call(library == .keras ? "ops.arange" : "torch.arange", arguments), .tensor)
  }
}
