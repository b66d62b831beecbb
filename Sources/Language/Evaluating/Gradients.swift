import LossMath

/// The arguments of `grad` or `hessian`: an expression and the names of variables in it.
struct DerivativeRequest {
  let expression: Expression
  let names: [String]
  let starts: [Traced]
  let span: Span

  init(
    _ function: String, _ arguments: [Argument], _ span: Span, _ interpreter: Interpreter
  ) throws(Diagnostic) {
    guard let first = arguments.first, arguments.count > 1, arguments.allSatisfy({ $0.name == nil }) else {
      throw Diagnostic(
        .wrongArgumentCount, "`\(function)` takes an expression and the name of a variable in it", at: span,
        hint: "such as \(function)(mse(y, p), p)")
    }
    var (names, starts): ([String], [Traced]) = ([], [])
    var seen: Set<String> = []
    for argument in arguments.dropFirst() {
      let (name, start) = try Self.variable(function, argument.value, interpreter)
      guard seen.insert(name).inserted else {
        throw Diagnostic(.wrongArgumentCount, "`\(name)` stands here twice", at: argument.value.span)
      }
      names.append(name)
      starts.append(start)
    }
    (expression, self.names, self.starts, self.span) = (first.value, names, starts, span)
  }

  private static func variable(
    _ function: String, _ expression: Expression, _ interpreter: Interpreter
  ) throws(Diagnostic) -> (String, Traced) {
    guard let name = expression.bareName else {
      throw Diagnostic(
        .gradientOfNoVariable, "what follows the expression in `\(function)` is the name of a variable",
        at: expression.span, hint: "give the value a name first: p = ...; then \(function)(mse(y, p), p)")
    }
    guard let value = interpreter.value(of: name) else {
      throw interpreter.unknownVariable(name, expression.span)
    }
    guard let start = value.asTensor else {
      throw Diagnostic(
        .gradientOfNoVariable,
        "`\(name)` is \(value.described); a gradient is taken with respect to numbers", at: expression.span)
    }
    return (name, start)
  }
}

extension Tensor {
  fileprivate var isZero: Bool { elements.allSatisfy { $0 == 0 } }
}

extension Interpreter {
  fileprivate func unknownVariable(_ name: String, _ span: Span) -> Diagnostic {
    let near = Suggestions.nearest(to: name, among: variables.map(\.name))
    return Diagnostic(
      .unknownName, "`\(name)` is not known", at: span,
      hint: near.map { "did you mean `\($0)`?" } ?? "give \(name) a value first: \(name) = 0")
  }

  /// `grad(EXPRESSION, NAME, ...)`: evaluates the expression with the names as variables and walks back.
  func gradient(_ arguments: [Argument], _ span: Span) throws(Diagnostic) -> Value {
    let request = try DerivativeRequest("grad", arguments, span, self)
    let gradients = try differentiating(request) { (tape, output, variables) throws(Diagnostic) in
      try self.gradients(request, tape, output, variables)
    }
    if gradients.count == 1 { return .tensor(gradients[0]) }
    return .record(
      Record(typeName: "gradients", fields: zip(request.names, gradients).map { ($0, .tensor($1)) }))
  }

  /// Evaluates the expression on the tape, hands the result to `body`, and takes the trace off what comes back
  /// unless an outer gradient still needs it.
  func differentiating(
    _ request: DerivativeRequest, levels: Int = 1,
    _ body: (Tape, Traced, [Traced]) throws(Diagnostic) -> [Traced]
  ) throws(Diagnostic) -> [Traced] {
    // It takes as much of the stack as two other expressions.
    try enter(request.span)
    defer { leave() }
    let isOutermost = tape == nil
    let outerStep = steppedBy
    steppedBy = nil
    defer { steppedBy = outerStep }
    let tape = self.tape ?? Tape()
    self.tape = tape
    defer {
      if isOutermost {
        tape.clear()
        self.tape = nil
      }
    }
    let results = try nested(tape, levels) { () throws(Diagnostic) in
      let variables = request.starts.map { tape.variable($0) }
      let bindings = zip(request.names, variables).map { (name: $0, value: Value.tensor($1)) }
      let value = try withValues(bindings) { () throws(Diagnostic) in try evaluate(request.expression) }
      return try body(tape, try scalar(value, request.expression), variables)
    }
    return isOutermost ? results.map(\.detached) : results
  }

  private func nested<T>(
    _ tape: Tape, _ levels: Int, _ body: () throws(Diagnostic) -> T
  ) throws(Diagnostic) -> T {
    guard levels > 0 else { return try body() }
    return try tape.nested { () throws(Diagnostic) in try nested(tape, levels - 1, body) }
  }

  private func scalar(_ value: Value, _ expression: Expression) throws(Diagnostic) -> Traced {
    guard let output = value.asTensor else { throw notNumeric(value, "a gradient", expression.span) }
    guard output.value.count == 1 else {
      throw Diagnostic(
        .gradientOfMany, "a gradient is taken of one number; this is \(value.described)", at: expression.span,
        hint: "take its sum(...) or mean(...) first")
    }
    return output
  }

  private func gradients(
    _ request: DerivativeRequest, _ tape: Tape, _ output: Traced, _ variables: [Traced]
  ) throws(Diagnostic) -> [Traced] {
    let found = try math(request.expression.span) { () throws(MathError) in
      try tape.gradient(of: output, withRespectTo: variables, keepingGraph: tape.nesting > 1)
    }
    var results: [Traced] = []
    for (i, gradient) in found.enumerated() {
      if let gradient {
        if let step = steppedBy, Builtin.flatFunctions.contains(step), gradient.value.isZero {
          sayStep(step, request.names[i])
        }
        results.append(gradient)
      } else {
        sayConstant(request.expression, request.names[i])
        results.append(try zeros(variables[i].shape, request.span))
      }
    }
    return results
  }

  func zeros(_ shape: [Int], _ span: Span) throws(Diagnostic) -> Traced {
    try math(span) { () throws(MathError) in Traced(try .filled(0, shape: shape)) }
  }

  private func sayStep(_ step: String, _ name: String) {
    say("`\(step)` makes a step function of `\(name)`: flat wherever it has a slope, so the gradient is 0")
  }

  private func sayConstant(_ expression: Expression, _ name: String) {
    if let steppedBy { return sayStep(steppedBy, name) }
    let fact = "the expression does not change with `\(name)`, so the gradient is 0"
    if expression.mentions(name) { return say(fact) }
    say(
      fact + "; a value computed from `\(name)` earlier is only a number now: put its formula into the "
        + "expression or into a function")
  }

  /// Runs `body` while names have other values, each in the scope where it has one.
  func withValues<T>(
    _ bindings: [(name: String, value: Value)], _ body: () throws(Diagnostic) -> T
  ) throws(Diagnostic) -> T {
    let hidden = bindings.map { name, value in
      let scope = locals.indices.last.flatMap { locals[$0][name] == nil ? nil : $0 }
      return (name: name, scope: scope, value: exchange(name, in: scope, for: value))
    }
    defer {
      for (name, scope, value) in hidden.reversed() { _ = exchange(name, in: scope, for: value) }
    }
    return try body()
  }

  /// - Parameter scope: the place of a call among those that are running; nothing for what stands outside of all.
  /// - Returns: what the name meant there.
  private func exchange(_ name: String, in scope: Int?, for value: Value?) -> Value? {
    guard let scope else {
      defer { globals[name] = value }
      return globals[name]
    }
    // After an error no call is running any more.
    guard locals.indices.contains(scope) else { return nil }
    defer { locals[scope][name] = value }
    return locals[scope][name]
  }
}
