import LossMath

extension Command {
  static var minimize: Command {
    Command(
      name: "minimize", topic: .gradients, syntax: "minimize EXPRESSION over NAME, ... option=value ...",
      summary: "gradient descent: walks downhill from the present values of the variables",
      details: [
        "Each step is w = w - lr * grad(f(w), w); with momentum a part of the last step is added.",
        "The variables keep their values, so that you can try another lr from the same start. Give the result a name "
          + "to use it: m = minimize f(w) over w; then m.w, m.minimum, m.path, m.values, m.outcome.",
        "plot m draws the path over the curve; over contour lines, where two numbers vary.",
        "It says whether the step size is too small, right or too large, from the curvature on the way.",
      ],
      options: [
        ("lr", "the learning rate, the factor of the gradient; 0.1 unless you say another"),
        ("steps", "the most steps; 100 unless you say another"),
        ("momentum", "the share of the last step that the next one keeps; 0 unless you say another"),
        ("tolerance", "it has arrived where the slope is no longer than this; 1e-8 unless you say another"),
      ],
      example: "w = 4; m = minimize (w - 1)^2 over w lr=0.3; plot m"
    ) { (call, interpreter) throws(Diagnostic) in
      let reader = try OptionReader(call, interpreter, known: ["lr", "steps", "momentum", "tolerance"])
      let options = try MinimiserOptions(reader)
      let function = try FunctionOfVariables(call, interpreter, example: "minimize (w - 1)^2 over w")
      let descent = try interpreter.descend(function, options)
      return CommandResult(
        value: .record(descent.record(function, interpreter)), pieces: DescentText(function, descent).pieces)
    }
  }
}

extension MinimiserOptions {
  fileprivate init(_ reader: OptionReader) throws(Diagnostic) {
    let rate = try reader.number("lr") ?? 0.1
    let momentum = try reader.number("momentum") ?? 0
    let steps = try reader.integer("steps", 1...MinimiserOptions.stepLimit) ?? 100
    let tolerance = try reader.number("tolerance") ?? 1e-8
    do throws(MinimiserError) {
      try self.init(learningRate: rate, momentum: momentum, steps: steps, tolerance: tolerance)
    } catch {
      switch error {
      case .learningRate(let found):
        throw reader.bad("lr", "the learning rate is above 0, not \(NumberFormat.text(found))")
      case .momentum(let found):
        throw reader.bad("momentum", "momentum is at least 0 and below 1, not \(NumberFormat.text(found))")
      case .steps(let found, let limit):
        throw reader.bad("steps", "`steps` is from 1 to \(limit), not \(found)")
      case .tolerance(let found):
        throw reader.bad("tolerance", "`tolerance` is at least 0, not \(NumberFormat.text(found))")
      }
    }
  }
}

extension Interpreter {
  fileprivate func descend(
    _ function: FunctionOfVariables, _ options: MinimiserOptions
  ) throws(Diagnostic) -> Minimisation {
    let tape = Tape()
    var isUnderway = false
    return try Minimiser.run(
      { (values) throws(Diagnostic) in
        let notes = self.notes
        defer {
          // What is said of the start is worth reading; of every later place it would be a flood.
          if isUnderway { self.notes = notes }
          isUnderway = true
        }
        do throws(Diagnostic) { return try function.value(values, self, on: tape) } catch {
          throw isUnderway && error.code != .cancelled ? error.onTheWayDown : error
        }
      }, from: function.starts, options, on: tape,
      mapping: { self.diagnostic($0, at: function.expression.span) },
      isCancelled: { self.host.cancel.isCancelled })
  }
}

extension Diagnostic {
  /// The error of a place that the descent came to, and nobody typed.
  fileprivate var onTheWayDown: Diagnostic {
    var copy = self
    copy.message = "on the way down, " + message
    return copy
  }
}

extension Minimisation {
  /// What a name is given to: the end, the path and the values on it.
  fileprivate func record(_ function: FunctionOfVariables, _ interpreter: Interpreter) -> Record {
    let position = (best ?? end)?.position ?? function.starts
    let variables = zip(function.names, position).map { (name: $0, value: Value.tensor($1)) }
    let places = path.map { $0.position.flatMap(\.elements) }
    let isOneNumber = function.count == 1
    let shape = isOneNumber ? [places.count] : [places.count, function.count]
    let table = Tensor(shape: shape, elements: places.flatMap { $0 })
    return Record(
      typeName: "descent",
      fields: variables + [
        (name: "minimum", value: .number(best?.value ?? .nan)),
        (name: "outcome", value: .text(outcome.word)),
        (name: "path", value: table.map { .tensor($0) } ?? .nothing),
        (name: "values", value: .tensor(Tensor(path.map(\.value)))),
      ], drawing: DescentDrawing(function, self, interpreter))
  }
}

extension Minimisation.Outcome {
  /// How the descent ended, in words for programs.
  fileprivate var word: String {
    switch self {
    case .converged: "converged"
    case .ranOutOfSteps: "ran out of steps"
    case .diverged: "diverged"
    case .fellWithoutBound: "no minimum"
    case .cancelled: "cancelled"
    case .pathTooLong: "path too long"
    }
  }
}
