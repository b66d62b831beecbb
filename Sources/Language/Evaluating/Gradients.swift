import LossMath

extension Interpreter {
  /// `grad(EXPRESSION, NAME)`: evaluates the expression with NAME as a variable and walks back.
  func gradient(_ arguments: [Argument], _ span: Span) throws(Diagnostic) -> Value {
    guard arguments.count == 2, arguments.allSatisfy({ $0.name == nil }) else {
      throw Diagnostic(
        .wrongArgumentCount, "`grad` takes an expression and the name of a variable in it", at: span,
        hint: "such as grad(mse(y, p), p)")
    }
    let (expression, variable) = (arguments[0].value, arguments[1].value)
    guard let name = variable.bareName else {
      throw Diagnostic(
        .gradientOfNoVariable, "the second argument of `grad` is the name of a variable", at: variable.span,
        hint: "give the value a name first: p = ...; then grad(mse(y, p), p)")
    }
    let value = try lookUp(name, variable.span)
    guard let start = value.asTensor else {
      throw Diagnostic(
        .gradientOfNoVariable,
        "`\(name)` is \(value.described); a gradient is taken with respect to numbers",
        at: variable.span)
    }
    // It takes as much of the stack as two other expressions.
    try enter(span)
    defer { leave() }
    return try gradient(of: expression, name: name, start: start, span)
  }

  private func gradient(
    of expression: Expression, name: String, start: Traced, _ span: Span
  ) throws(Diagnostic) -> Value {
    let isOutermost = tape == nil
    let tape = self.tape ?? Tape()
    self.tape = tape
    defer {
      if isOutermost {
        tape.clear()
        self.tape = nil
      }
    }
    return try tape.nested { () throws(Diagnostic) in
      let variable = tape.variable(start)
      let value = try withValue(.tensor(variable), for: name) { () throws(Diagnostic) in
        try evaluate(expression)
      }
      let result = try walkBack(tape, value, variable, expression, name)
      return .tensor(isOutermost ? result.detached : result)
    }
  }

  private func walkBack(
    _ tape: Tape, _ value: Value, _ variable: Traced, _ expression: Expression, _ name: String
  ) throws(Diagnostic) -> Traced {
    guard let output = value.asTensor else { throw notNumeric(value, "a gradient", expression.span) }
    guard output.value.count == 1 else {
      throw Diagnostic(
        .gradientOfMany, "a gradient is taken of one number; this is \(value.described)",
        at: expression.span,
        hint: "take its sum(...) or mean(...) first")
    }
    let gradients = try math(expression.span) { () throws(MathError) in
      try tape.gradient(of: output, withRespectTo: [variable], keepingGraph: tape.nesting > 1)
    }
    if let gradient = gradients.first ?? nil { return gradient }
    sayConstant(expression, name)
    return try math(expression.span) { () throws(MathError) in Traced(try .filled(0, shape: variable.shape)) }
  }

  private func sayConstant(_ expression: Expression, _ name: String) {
    let fact = "the expression does not change with `\(name)`, so the gradient is 0"
    if expression.mentions(name) { return say(fact) }
    say(
      fact + "; a value computed from `\(name)` earlier is only a number now: put its formula into the "
        + "expression or into a function")
  }

  /// Runs `body` while `name` has another value, in the scope where it has one.
  func withValue<T>(
    _ value: Value, for name: String, _ body: () throws(Diagnostic) -> T
  ) throws(Diagnostic) -> T {
    if let scope = locals.indices.last, let old = locals[scope][name] {
      locals[scope][name] = value
      defer { if locals.indices.contains(scope) { locals[scope][name] = old } }
      return try body()
    }
    let old = globals[name]
    globals[name] = value
    defer { globals[name] = old }
    return try body()
  }
}
