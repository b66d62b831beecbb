import LossMath

extension Interpreter {
  /// `hessian(EXPRESSION, NAME, ...)`: the second derivatives, a row and a column for each element of the variables
  /// in the order in which they are named; of one number, one number.
  func hessian(_ arguments: [Argument], _ span: Span) throws(Diagnostic) -> Value {
    let request = try DerivativeRequest("hessian", arguments, span, self)
    let size = request.starts.reduce(0) { $0 + $1.value.count }
    guard size <= Tape.hessianLimit else {
      throw Diagnostic(
        .tooLarge, "a Hessian of \(size) variables; the limit is \(Tape.hessianLimit)", at: span)
    }
    let isNumber = request.starts.count == 1 && request.starts[0].value.isScalar
    let found = try differentiating(request, levels: 2) { (tape, output, variables) throws(Diagnostic) in
      try self.math(span) { () throws(MathError) in
        let matrix = try tape.hessian(
          of: output, withRespectTo: variables, keepingGraph: tape.nesting > 2)
        return [isNumber ? try matrix.reshaped([]) : matrix]
      }
    }
    return found.first.map { .tensor($0) } ?? .nothing
  }
}
