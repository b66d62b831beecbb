import LossMath
import Training

/// The loss of a training run with the output layer and label form that go with it.
struct LossChoice {
  let objective: Objective
  let ownLoss: OwnLoss?
  var notes: [String] = []

  init(_ o: OptionReader, _ data: Dataset, _ interpreter: Interpreter) throws(Diagnostic) {
    guard let name = try o.word("loss") else {
      throw Diagnostic(
        .badCommand, "`train` wants a loss", at: o.call.verbSpan,
        hint:
          "such as loss=\(Self.suitable(data.kind)[0]); for this data set \(Self.suitable(data.kind).joined(separator: ", "))"
      )
    }
    if let function = interpreter.ownFunction(name) {
      guard function.parameters.count == 2 else { throw Self.notOfTwo(function, o) }
      let own = OwnLoss(function, interpreter, o.span("loss"))
      (objective, ownLoss) = (try Self.ownObjective(own, o, data), own)
      return
    }
    guard let loss = Loss.named(name) else { throw Self.unknown(name, o, interpreter) }
    if o.has("output") {
      throw Diagnostic(
        .badArgument, "`output` is for a loss of your own; \(loss.name) brings its output layer along",
        at: o.span("output"))
    }
    ownLoss = nil
    objective = try Self.objective(loss, o, data)
    if loss.name == "msle" && data.targets.contains(where: { $0 < 0 }) {
      notes = [
        "Some targets are negative, where log(1 + y) loses its meaning; like Keras, this run replaces everything "
          + "below 1e-7 by 1e-7. See `help msle`."
      ]
    }
  }

  private static func notOfTwo(_ function: FunctionDefinition, _ o: OptionReader) -> Diagnostic {
    Diagnostic(
      .wrongArgumentCount,
      "a loss takes labels and predictions; `\(function.name)` takes \(counted(function.parameters.count, "argument"))",
      at: o.span("loss"), hint: "such as \(function.name)(y, p) = mean((y - p)^2)")
  }

  private static func unknown(_ name: String, _ o: OptionReader, _ interpreter: Interpreter) -> Diagnostic {
    let names = Loss.all.flatMap { [$0.name] + $0.aliases } + interpreter.ownFunctionNames
    let near = Suggestions.nearest(to: name, among: names)
    return Diagnostic(
      .unknownLoss, "there is no loss `\(name)`", at: o.span("loss"),
      hint: near.map { "did you mean `\($0)`?" } ?? "one of " + Loss.all.map(\.name).joined(separator: ", ")
        + ", or a function of yours: mine(y, p) = mean(abs(y - p))")
  }

  /// The losses that make sense for a kind of target.
  static func suitable(_ kind: Dataset.Kind) -> [String] {
    Loss.all.filter { fits($0, kind) }.map(\.name)
  }

  private static func fits(_ loss: Loss, _ kind: Dataset.Kind) -> Bool {
    guard loss.trains else { return false }
    return switch (loss.labels, kind) {
    case (.real, .regression), (.aboveMinusOne, .regression): true
    case (.zeroOne, .classes(2)), (.plusMinusOne, .classes(2)): true
    case (.distribution, .classes), (.classIndex, .classes): true
    default: false
    }
  }

  private static func objective(_ loss: Loss, _ o: OptionReader, _ data: Dataset) throws(Diagnostic)
    -> Objective
  {
    guard fits(loss, data.kind) else { throw misfit(loss, o, data) }
    var options = LossOptions()
    if o.has("epsilon") {
      guard loss.accepts(.epsilon), let epsilon = try o.number("epsilon"), epsilon >= 0, epsilon < 0.5 else {
        throw o.bad("epsilon", "`epsilon` is at least 0 and below 0.5, for a loss on probabilities or msle")
      }
      options.epsilon = epsilon
    }
    var activation = outputActivation(loss)
    if loss.accepts(.fromLogits) && options.epsilon == 0 {
      // The exact form works on what comes before the sigmoid or softmax.
      options.fromLogits = true
      activation = .linear
    }
    if loss.name == "msle" && !o.has("epsilon") { options.epsilon = 1e-7 }
    return Objective(
      name: loss.name, kernel: loss.kernel(options), activation: activation, labels: encoding(loss),
      metric: data.kind == .regression ? .mse : .accuracy,
      lossOptions: options)
  }

  private static func outputActivation(_ loss: Loss) -> OutputActivation {
    switch loss.predictions {
    case .real, .aboveMinusOne: .linear
    case .probability: .sigmoid
    case .score: .tanh
    case .distribution: .softmax
    }
  }

  private static func encoding(_ loss: Loss) -> LabelEncoding {
    switch loss.labels {
    case .real, .aboveMinusOne: .real
    case .zeroOne: .zeroOne
    case .plusMinusOne: .plusMinusOne
    case .distribution: .oneHot
    case .classIndex: .classIndex
    }
  }

  private static func misfit(_ loss: Loss, _ o: OptionReader, _ data: Dataset) -> Diagnostic {
    let target =
      switch data.kind {
      case .regression: "a number"
      case .classes(let count): "one of \(count) classes"
      }
    return Diagnostic(
      .lossDoesNotFit,
      "\(loss.name) wants labels that are \(loss.labels.rawValue), and the target of \(data.name) is \(target)",
      at: o.span("loss"), hint: "losses that fit: " + suitable(data.kind).joined(separator: ", "))
  }

  /// A loss that was typed: the output layer follows the data, unless it is given.
  private static func ownObjective(
    _ own: OwnLoss, _ o: OptionReader, _ data: Dataset
  ) throws(Diagnostic) -> Objective {
    let natural: OutputActivation =
      switch data.kind {
      case .regression: .linear
      case .classes(2): .sigmoid
      case .classes: .softmax
      }
    let activation = try o.choice("output", OutputActivation.self) ?? natural
    let labels: LabelEncoding =
      switch (data.kind, activation) {
      case (.regression, _): .real
      case (_, .softmax): .oneHot
      case (.classes(2), .tanh): .plusMinusOne
      case (.classes(2), _): .zeroOne
      case (.classes, _): .oneHot
      }
    return Objective(
      name: own.function.name, kernel: own.kernel, activation: activation, labels: labels,
      metric: data.kind == .regression ? .mse : .accuracy)
  }
}

extension Interpreter {
  func ownFunction(_ name: String) -> FunctionDefinition? {
    if case .function(let function)? = globals[name] { return function }
    return nil
  }

  var ownFunctionNames: [String] { globals.keys.filter { ownFunction($0) != nil } }
}
