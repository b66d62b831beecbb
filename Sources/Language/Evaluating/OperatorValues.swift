import LossMath

extension Interpreter {
  func unary(
    _ operation: UnaryOperator, _ operand: Expression, _ span: Span
  ) throws(Diagnostic) -> Value {
    if operation == .not {
      let tensor = try tensor(operand, "`not`")
      return .truth(
        try math(span) { () throws(MathError) in try tensor.value.map { $0 == 0 ? 1 : 0 } })
    }
    let tensor = try tensor(operand, "a sign")
    if operation == .plus { return .tensor(tensor) }
    return .tensor(try math(span) { () throws(MathError) in try tensor.negated() })
  }

  func chain(_ first: Expression, _ links: [Expression.Link]) throws(Diagnostic) -> Value {
    var result = try evaluate(first)
    var left = first.span
    for link in links {
      result = try combined(result, link.operation, try evaluate(link.operand), left, link.operand.span)
      left.end = link.operand.span.end
    }
    return result
  }

  private func combined(
    _ left: Value, _ operation: ArithmeticOperator, _ right: Value, _ leftSpan: Span, _ rightSpan: Span
  ) throws(Diagnostic) -> Value {
    try arithmetic(operation.rawValue, left, right, leftSpan, rightSpan) { (a, b) throws(MathError) in
      switch operation {
      case .add: try a + b
      case .subtract: try a - b
      case .multiply: try a * b
      case .divide: try a / b
      case .product: try .matmul(a, b)
      }
    }
  }

  private func arithmetic(
    _ sign: String, _ left: Value, _ right: Value, _ leftSpan: Span, _ rightSpan: Span,
    _ operation: (Traced, Traced) throws(MathError) -> Traced
  ) throws(Diagnostic) -> Value {
    guard let a = left.asTensor else { throw notNumeric(left, "`\(sign)`", leftSpan) }
    guard let b = right.asTensor else { throw notNumeric(right, "`\(sign)`", rightSpan) }
    return .tensor(try math(leftSpan.joined(rightSpan)) { () throws(MathError) in try operation(a, b) })
  }

  func compare(
    _ operation: Comparison, _ left: Expression, _ right: Expression
  ) throws(Diagnostic) -> Value {
    let (a, b) = (try evaluate(left), try evaluate(right))
    if a.hasTrace || b.hasTrace { steppedBy = operation.rawValue }
    return try compared(operation, a, b, left.span.joined(right.span))
  }

  private func compared(
    _ operation: Comparison, _ left: Value, _ right: Value, _ span: Span
  ) throws(Diagnostic) -> Value {
    if case .text(let a) = left, case .text(let b) = right, operation == .equal || operation == .notEqual {
      return .truth(Tensor((a == b) == (operation == .equal) ? 1 : 0))
    }
    guard let a = left.asTensor?.value else { throw notNumeric(left, "`\(operation.rawValue)`", span) }
    guard let b = right.asTensor?.value else { throw notNumeric(right, "`\(operation.rawValue)`", span) }
    let holds: (Double, Double) -> Bool =
      switch operation {
      case .equal: (==)
      case .notEqual: (!=)
      case .less: (<)
      case .lessOrEqual: (<=)
      case .greater: (>)
      case .greaterOrEqual: (>=)
      }
    return .truth(
      try math(span) { () throws(MathError) in try Tensor.compare(operation.rawValue, a, b, holds) })
  }

  /// `and` and `or` stop at the first single value that decides; on vectors they go element by element.
  func logical(_ operation: LogicalOperator, _ parts: [Expression]) throws(Diagnostic) -> Value {
    let deciding = operation == .or
    var result = Tensor(deciding ? 0 : 1)
    for part in parts {
      let operand = try tensor(part, "`\(operation.rawValue)`").value
      result = try math(part.span) { () throws(MathError) in
        try Tensor.compare(operation.rawValue, result, operand) { a, b in
          deciding ? a != 0 || b != 0 : a != 0 && b != 0
        }
      }
      if let single = result.single, (single != 0) == deciding { break }
    }
    return .truth(result)
  }

  func power(_ base: Expression, _ exponent: Expression) throws(Diagnostic) -> Value {
    try arithmetic("^", try evaluate(base), try evaluate(exponent), base.span, exponent.span) {
      (a, b) throws(MathError) in try .power(a, b)
    }
  }
}
