import LossMath

/// A mistake that learners make again and again, as a change of the right expression.
struct Slip: Sendable {
  /// What the learner has done, without the right value.
  let sentence: String
  /// What may stand in an expression's place by this mistake. The second argument finds the loss of a name.
  let change: @Sendable (Expression, (String) -> Loss?) -> [Expression.Kind]

  /// A mistake in one call of a function.
  static func call(
    _ sentence: String, _ change: @escaping @Sendable (SlipCall) -> [Expression.Kind]
  ) -> Slip {
    Slip(sentence: sentence) { expression, loss in
      guard case .call(let name, let span, let arguments) = expression.kind else { return [] }
      return change(
        SlipCall(
          name: Builtin.named(name)?.name ?? name, loss: loss(name), arguments: arguments, nameSpan: span,
          span: expression.span))
    }
  }
}

/// A call that is being changed.
struct SlipCall {
  let name: String
  let loss: Loss?
  let arguments: [Argument]
  let nameSpan: Span
  let span: Span

  /// The arguments without a name.
  var values: [Expression] { arguments.filter { $0.name == nil }.map(\.value) }

  func option(_ name: String) -> Expression? { arguments.first { $0.name == name }?.value }

  func calling(_ other: String) -> Expression.Kind {
    .call(name: other, nameSpan: nameSpan, arguments: arguments)
  }

  /// The call with its n-th argument changed.
  func changing(_ index: Int, _ change: (Expression) -> Expression) -> Expression.Kind {
    var arguments = arguments
    guard arguments.indices.contains(index) else { return calling(name) }
    arguments[index] = Argument(
      name: arguments[index].name, nameSpan: arguments[index].nameSpan, value: change(arguments[index].value))
    return .call(name: name, nameSpan: nameSpan, arguments: arguments)
  }

  func adding(_ option: String, _ value: Expression.Kind) -> Expression.Kind {
    let rest = arguments.filter { $0.name != option }
    let added = Argument(name: option, nameSpan: nameSpan, value: Expression(kind: value, span: span))
    return .call(name: name, nameSpan: nameSpan, arguments: rest + [added])
  }

  func without(_ option: String) -> Expression.Kind {
    .call(name: name, nameSpan: nameSpan, arguments: arguments.filter { $0.name != option })
  }

  /// A call of another function with these arguments.
  func make(_ name: String, _ values: [Expression]) -> Expression {
    Expression(
      kind: .call(
        name: name, nameSpan: nameSpan,
        arguments: values.map { Argument(name: nil, nameSpan: nil, value: $0) }),
      span: span)
  }

  func number(_ value: Double) -> Expression { Expression(kind: .number(value), span: span) }

  func chain(_ first: Expression, _ operation: ArithmeticOperator, _ second: Expression) -> Expression {
    Expression(
      kind: .chain(first, [Expression.Link(operation: operation, operand: second)]), span: span)
  }

  func negative(_ operand: Expression) -> Expression {
    Expression(kind: .unary(.minus, operand), span: span)
  }
}
