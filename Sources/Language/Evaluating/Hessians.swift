import LossMath

extension Interpreter {
  /// The largest Hessian, in variables: one row of it is one walk back.
  private static let hessianLimit = 2_000

  /// `hessian(EXPRESSION, NAME, ...)`: the second derivatives, a row and a column for each element of the variables
  /// in the order in which they are named; of one number, one number.
  func hessian(_ arguments: [Argument], _ span: Span) throws(Diagnostic) -> Value {
    let request = try DerivativeRequest("hessian", arguments, span, self)
    let size = request.starts.reduce(0) { $0 + $1.value.count }
    guard size <= Self.hessianLimit else {
      throw Diagnostic(
        .tooLarge, "a Hessian of \(size) variables; the limit is \(Self.hessianLimit)", at: span)
    }
    let rows = try differentiating(request, levels: 2) { (tape, output, variables) throws(Diagnostic) in
      try self.hessianRows(tape, output, variables, span)
    }
    return .tensor(
      try math(span) { () throws(MathError) in
        let matrix = try Traced.stack(rows)
        return request.starts.count == 1 && request.starts[0].value.isScalar
          ? try matrix.reshaped([]) : matrix
      })
  }

  private func hessianRows(
    _ tape: Tape, _ output: Traced, _ variables: [Traced], _ span: Span
  ) throws(Diagnostic) -> [Traced] {
    try math(span) { () throws(MathError) in
      let first = try Self.flat(
        tape.gradient(of: output, withRespectTo: variables, keepingGraph: true), variables)
      var rows: [Traced] = []
      for i in 0..<first.value.count {
        let component = try first.gathered([i], shape: [])
        rows.append(
          try Self.flat(
            tape.gradient(of: component, withRespectTo: variables, keepingGraph: tape.nesting > 2), variables)
        )
      }
      return rows
    }
  }

  /// The gradients of several variables end to end; zeros where there is none.
  private static func flat(_ gradients: [Traced?], _ variables: [Traced]) throws(MathError) -> Traced {
    var parts: [Traced] = []
    for (gradient, variable) in zip(gradients, variables) {
      if let gradient {
        parts.append(try gradient.reshaped([variable.value.count]))
      } else {
        parts.append(Traced(try .filled(0, shape: [variable.value.count])))
      }
    }
    return try .concatenate(parts)
  }
}
