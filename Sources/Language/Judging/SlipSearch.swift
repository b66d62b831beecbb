import LossMath

/// Looks for the slip that turns a solution into the value a learner gave.
struct SlipSearch {
  let interpreter: Interpreter
  /// The cells of the solution; the last one is an expression, or defines a function that the probes call.
  let solution: [Cell]
  /// What is run before the expression is evaluated, for each value.
  let setups: [String]
  /// What calls the function, for each value.
  let probes: [String]
  let speaksOfPercent: Bool
  private static let limit = 400

  /// An expression of the solution, in the cell itself or as the body of a function.
  private struct Place {
    let owner: FunctionDefinition?
    let expression: Expression
  }

  /// - Returns: the sentence of the slip, if one gives exactly these values.
  func sentence(giving values: [Value]) throws(Diagnostic) -> String? {
    for cell in solution.dropLast() { _ = interpreter.run(cell, number: 0) }
    guard let last = solution.last, let statement = last.statements.last else { return nil }
    if case .define = statement.kind { _ = interpreter.run(last, number: 0) }
    guard let right = try evaluate(statement.mainExpression, last.source) else { return nil }
    let places = places(statement.mainExpression)
    var tries = 0
    for slip in Slip.all {
      for place in places {
        for variant in place.expression.variants({ slip.change($0, interpreter.loss(named:)) }) {
          tries += 1
          guard tries < Self.limit else { return nil }
          guard let wrong = try evaluate(statement.mainExpression, last.source, with: variant, at: place),
            Self.agree(values, wrong), !Self.agree(wrong, right)
          else { continue }
          return slip.sentence
        }
      }
    }
    return ValueSlip.all.first { slip in
      guard speaksOfPercent || !slip.isOfPercent else { return false }
      if let range = slip.range, !right.flatMap(\.numbers).allSatisfy(range.contains) { return false }
      let wrong = right.map { $0.mapped(slip.change) }
      return Self.agree(values, wrong) && !Self.agree(wrong, right)
    }?.sentence
  }

  private static func agree(_ a: [Value], _ b: [Value]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.agreement(with: $1, .standard) == .same }
  }

  /// The expression and the bodies of the reader's functions that it calls, the probes' as well.
  private func places(_ main: Expression?) -> [Place] {
    var places = main.map { [Place(owner: nil, expression: $0)] } ?? []
    var names = main?.calledNames ?? []
    if main == nil {
      for cell in probes.compactMap({ try? interpreter.cells(of: $0) }).joined() {
        for statement in cell.statements { names.formUnion(statement.mainExpression?.calledNames ?? []) }
      }
    }
    var seen: Set<String> = []
    while let name = names.subtracting(seen).min(), seen.count < 8 {
      seen.insert(name)
      guard case .function(let function)? = interpreter.globals[name],
        case .expression(let body) = function.body
      else { continue }
      places.append(Place(owner: function, expression: body))
      names.formUnion(body.calledNames)
    }
    return places
  }

  /// The values that come with one expression changed; nothing where there is an error.
  private func evaluate(
    _ main: Expression?, _ source: SourceText, with variant: Expression? = nil, at place: Place? = nil
  ) throws(Diagnostic) -> [Value]? {
    let before = interpreter.memory
    defer { interpreter.memory = before }
    let expression = place?.owner == nil ? variant ?? main : main
    var values: [Value] = []
    do throws(Diagnostic) {
      for text in main == nil ? probes : setups {
        interpreter.memory = before
        if let owner = place?.owner, let variant {
          interpreter.globals[owner.name] = .function(owner.with(body: variant))
        }
        guard let expression else {
          values.append(try interpreter.result(of: text))
          continue
        }
        _ = try interpreter.result(of: text)
        // Labels that a loss would refuse are the very slip that is looked for.
        interpreter.isProbing = true
        values.append(
          try interpreter.inside(source) { () throws(Diagnostic) in try interpreter.evaluate(expression) }
            .detached)
        interpreter.isProbing = false
      }
      return values
    } catch {
      interpreter.recover()
      if error.code == .cancelled { throw error }
      return nil
    }
  }
}

extension Interpreter {
  /// The known slip that turns a solution into the values a learner gave, in a sentence that does not say the right
  /// value.
  /// - Parameters:
  ///   - solution: An expression, or the definition of a function.
  ///   - setups: For an expression, what is run before it for each value: other values for its variables.
  ///   - probes: For a function, the calls whose values are compared.
  ///   - speaksOfPercent: Whether the question does.
  /// - Throws: only where it is interrupted.
  public func slip(
    in solution: String, setups: [String] = [""], probes: [String] = [], giving values: [Value],
    speaksOfPercent: Bool = true
  ) throws(Diagnostic) -> String? {
    guard let cells = try? cells(of: solution) else { return nil }
    let before = memory
    let said = notes
    defer {
      memory = before
      notes = said
    }
    return try SlipSearch(
      interpreter: self, solution: cells, setups: setups, probes: probes, speaksOfPercent: speaksOfPercent
    ).sentence(giving: values)
  }
}

extension FunctionDefinition {
  fileprivate func with(body: Expression) -> FunctionDefinition {
    FunctionDefinition(
      name: name, parameters: parameters, body: .expression(body), span: span, source: source)
  }
}

extension Value {
  fileprivate func mapped(_ change: (Double) -> Double) -> Value {
    guard let tensor = asTensor?.value,
      let changed = Tensor(shape: tensor.shape, elements: tensor.elements.map(change))
    else { return self }
    return .tensor(changed)
  }
}
