import LossMath

/// One step of a computation that leads from the variables to the result, with what the result feels of it.
struct ChainStep {
  let step: WatchedStep
  let traced: Traced
  /// The derivative of the result with respect to this step; nothing where it does not reach the result.
  let adjoint: Tensor?
}

extension Interpreter {
  /// The steps of a gradient, from the first to the result.
  func chainSteps(_ request: DerivativeRequest) throws(Diagnostic) -> [ChainStep] {
    var steps: [ChainStep] = []
    _ = try differentiating(request) { (tape, output, variables) throws(Diagnostic) in
      // The expression has just run without a watcher; it runs once more under one, on the same variables.
      let bindings = zip(request.names, variables).map { (name: $0, value: Value.tensor($1)) }
      let (result, seen) = watching { () throws(Diagnostic) in
        try withValues(bindings) { () throws(Diagnostic) in try evaluate(request.expression) }
      }
      guard let end = try result.get().asTensor else { return [output] }
      for step in seen {
        guard let traced = step.value.asTensor, !traced.isConstant else { continue }
        let adjoint = try math(request.span) { () throws(MathError) in
          try tape.gradient(of: end, withRespectTo: [traced], keepingGraph: false)
        }
        steps.append(ChainStep(step: step, traced: traced.detached, adjoint: (adjoint.first ?? nil)?.value))
      }
      return [output]
    }
    return steps
  }
}

/// `explain grad(...)`: the chain rule with the reader's numbers.
enum ChainRuleText {
  private static let rowLimit = 24

  static func pieces(_ request: DerivativeRequest, _ interpreter: Interpreter) throws(Diagnostic) -> [Piece] {
    let steps = try interpreter.chainSteps(request)
    guard !steps.isEmpty else {
      return [
        .paragraph([
          StyledRun("Nothing is computed from \(names(request)) here, so there is no chain to follow.")
        ])
      ]
    }
    let shown = steps.count > Self.rowLimit ? Array(steps.suffix(Self.rowLimit)) : steps
    return [
      .paragraph([
        StyledRun("The chain rule", .heading),
        StyledRun(
          ": the values are computed from the top down; then, from the bottom up, each step hands its adjoint, the "
            + "derivative of the result with respect to it, to what it was made of, times its own slope."),
      ]), .blank, .table(table(shown)),
    ] + (shown.count < steps.count ? [.text("The last \(shown.count) of \(steps.count) steps.", .muted)] : [])
  }

  private static func names(_ request: DerivativeRequest) -> String {
    request.names.map { "`\($0)`" }.joined(separator: " and ")
  }

  private static func table(_ steps: [ChainStep]) -> Table {
    Table(
      header: ["step", "value", "adjoint", "its slope"],
      rows: steps.map { step in
        [
          step.step.text, ValueText.short(.tensor(step.traced)),
          step.adjoint.map { ValueText.short(.tensor($0)) } ?? "-", LocalSlope.text(step.step.expression),
        ]
      }, leftAligned: [0, 3])
  }
}

/// The derivative of one operation in words: what it multiplies an adjoint by.
enum LocalSlope {
  static func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .call(let name, _, _): return functions[Builtin.named(name)?.name ?? name] ?? lossSlope(name)
    case .power: return "u^n: n*u^(n - 1)"
    case .unary(.minus, _): return "-u: -1"
    case .chain(_, let links): return chain(links)
    case .index, .list: return "1 for each element taken"
    default: return ""
    }
  }

  private static func chain(_ links: [Expression.Link]) -> String {
    let signs = Set(links.map(\.operation))
    if signs.isSubset(of: [.add]) { return "u + v: 1 each" }
    if signs.isSubset(of: [.add, .subtract]) { return "u - v: 1 and -1" }
    if signs == [.multiply] { return "u*v: the other factor" }
    if signs == [.divide] { return "u/v: 1/v and -u/v^2" }
    return signs == [.product] ? "u @ v: the other, transposed" : ""
  }

  private static func lossSlope(_ name: String) -> String {
    LossMath.Loss.named(name).map { "\($0.gradient), by the reduction" } ?? ""
  }

  private static let functions: [String: String] = [
    "exp": "e^u: e^u", "log": "log(u): 1/u", "log1p": "1/(1 + u)", "sqrt": "1/(2*sqrt(u))",
    "sigmoid": "s*(1 - s)", "tanh": "1 - t^2", "softplus": "sigmoid(u)", "relu": "1 where u > 0, else 0",
    "abs": "sign(u)", "sum": "1 for each element", "mean": "1/n for each element", "sin": "cos(u)",
    "cos": "-sin(u)",
    "softmax": "s_i*(1 if i = j else 0, minus s_j)", "max": "1 for the largest", "min": "1 for the smallest",
    "clip": "1 inside, 0 where it was moved", "where": "1 for the branch taken",
  ]
}
