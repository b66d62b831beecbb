import LossMath

/// A loss of the reader's own, made into a kernel for training by automatic differentiation.
///
/// Training calls the kernel on the thread that started it and ends before that call returns, so the interpreter is
/// never used from two threads; the compiler cannot see that.
final class OwnLoss: @unchecked Sendable {
  let function: FunctionDefinition
  /// What the names that it uses meant when the run began, for a script.
  let outside: [String: Value]
  // Unowned, since a run keeps its loss and the interpreter keeps the run.
  private unowned let interpreter: Interpreter
  private let span: Span
  /// The first error, after which training stops.
  private(set) var failure: Diagnostic?

  init(_ function: FunctionDefinition, _ interpreter: Interpreter, _ span: Span) {
    self.function = function
    self.interpreter = interpreter
    self.span = span
    outside = interpreter.globals(reachedFrom: function)
  }

  var kernel: LossKernel {
    LossKernel { yTrue, yPred, columns, gradient in
      guard self.failure == nil else { return .nan }
      do throws(Diagnostic) {
        return try self.evaluate(Array(yTrue), Array(yPred), columns, gradient)
      } catch {
        self.failure = error
        return .nan
      }
    }
  }

  /// The reader's function gives the mean over a batch; the kernel's contract is the sum over its rows.
  private func evaluate(
    _ yTrue: [Double], _ yPred: [Double], _ columns: Int, _ gradient: UnsafeMutableBufferPointer<Double>?
  ) throws(Diagnostic) -> Double {
    let count = yPred.count / max(columns, 1)
    let rows = Double(count)
    let tape = Tape()
    // A gradient inside the function has to go on the same record.
    interpreter.tape = tape
    // Each call has its own; a training may be long.
    let turns = interpreter.turns
    defer {
      tape.clear()
      interpreter.tape = nil
      interpreter.turns = turns
    }
    let p = tape.variable(try shaped(yPred, columns))
    let value = try tape.nested { () throws(Diagnostic) in
      try interpreter.invoke(
        function, [.tensor(try shaped(yTrue, yTrue.count / max(count, 1))), .tensor(p)], span)
    }
    guard let loss = value.asTensor, let number = loss.value.single else {
      throw Diagnostic(
        .wrongType, "a loss is one number; `\(function.name)` gives \(value.described)", at: span,
        hint: "take the mean: \(function.name)(y, p) = mean(...)")
    }
    if let gradient {
      let slopes = try interpreter.math(span) { () throws(MathError) in
        try tape.gradient(of: loss, withRespectTo: [p], keepingGraph: false)
      }
      let values = (slopes.first ?? nil)?.value.elements
      for i in gradient.indices { gradient[i] = (values?[i] ?? 0) * rows }
    }
    return number * rows
  }

  private func shaped(_ numbers: [Double], _ columns: Int) throws(Diagnostic) -> Traced {
    guard columns > 1 else { return Traced(Tensor(numbers)) }
    return try interpreter.math(span) { () throws(MathError) in
      Traced(try Tensor(numbers).reshaped([numbers.count / columns, columns]))
    }
  }
}
