extension LossTranslator {
  /// Booleans as 1 and 0, everything else as it is.
  func numeric(_ value: Translated) -> Translated {
    switch value.kind {
    case .mask:
      let python: PythonExpression =
        library == .keras
        ? .call("ops.cast", value.python, .atom("\"float32\"")) : .suffix(value.python, ".float()")
      return Translated(python, .tensor)
    case .truth:
      if case .atom("True") = value.python { return Translated(.number(1), .integer) }
      if case .atom("False") = value.python { return Translated(.number(0), .integer) }
      return Translated(.call("float", value.python), .number)
    default: return value
    }
  }

  /// Numbers are true unless they are 0.
  func condition(_ value: Translated) -> Translated {
    switch value.kind {
    case .truth, .mask: value
    case .integer, .number: Translated(.comparison("!=", value.python, .number(0)), .truth)
    case .tensor: Translated(.comparison("!=", value.python, .number(0)), .mask)
    }
  }

  /// A tensor, as PyTorch's functions demand; Keras's take numbers too.
  func tensor(_ value: Translated) -> Translated {
    let value = numeric(value)
    guard value.kind != .tensor else { return value }
    return library == .keras
      ? Translated(value.python, .tensor) : Translated(.call("torch.tensor", floating(value)), .tensor)
  }

  private func floating(_ value: Translated) -> PythonExpression {
    if case .number = value.python { return value.python }
    return value.kind == .integer ? .call("float", value.python) : value.python
  }

  func mask(_ value: Translated) -> PythonExpression {
    let value = condition(value)
    return value.kind == .truth && library == .pytorch ? .call("torch.tensor", value.python) : value.python
  }

  /// What Python can decide by.
  func decision(_ expression: Expression) throws(Diagnostic) -> PythonExpression {
    let value = condition(try translate(expression))
    if value.kind == .truth { return value.python }
    decideByValues()
    return .call(library == .keras ? "ops.all" : "torch.all", value.python)
  }

  /// A Python integer, or a list of them.
  func integer(_ expression: Expression, _ purpose: String) throws(Diagnostic) -> PythonExpression {
    switch expression.kind {
    case .number(let value):
      if let whole = Int(exactly: value) { return .atom(String(whole)) }
    case .list(let items):
      return .list(try items.map { (item) throws(Diagnostic) in try integer(item, purpose) })
    default:
      let value = try translateInteger(expression)
      if value.kind == .integer { return value.python }
    }
    throw refusal(
      "\(purpose) in a script is made of whole numbers, lengths and loops' variables", expression.span,
      hint: "write the number itself")
  }

  /// In here a length is an integer, which a compiled Keras step does not know.
  private func translateInteger(_ expression: Expression) throws(Diagnostic) -> Translated {
    switch expression.kind {
    case .call("len", _, let arguments) where arguments.count == 1 && isBuiltin("len"):
      decideByValues()
      let base = tensor(try translate(arguments[0].value)).python
      return Translated(.suffix(base, ".shape[0]"), .integer)
    case .chain(let first, let links) where links.allSatisfy({ $0.operation != .divide && $0.operation != .product }):
      var result = try translateInteger(first)
      var kind = result.kind
      for link in links {
        let operand = try translateInteger(link.operand)
        if operand.kind != .integer { kind = .number }
        let binding: PythonExpression.Binding = link.operation == .multiply ? .product : .sum
        result = Translated(.chain(binding, result.python, [(link.operation.rawValue, operand.python)]), kind)
      }
      return result
    default: return try translate(expression)
    }
  }

  /// Whether a name still means the built-in function.
  func isBuiltin(_ name: String) -> Bool {
    guard scope.found[name] == nil, case .builtin? = meaning(of: name) else { return false }
    return true
  }
}
