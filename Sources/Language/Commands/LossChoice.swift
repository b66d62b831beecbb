import LossMath
import Training

/// The loss of a training run with the output layer and label form that go with it.
struct LossChoice {
  let objective: Objective
  let ownLoss: OwnLoss?
  private(set) var notes: [String] = []

  init(_ o: OptionReader, _ data: Dataset, _ interpreter: Interpreter) throws(Diagnostic) {
    guard let name = try o.word("loss") else {
      let suitable = LossMisfit.suitable(data)
      throw Diagnostic(
        .badCommand, "`train` wants a loss", at: o.call.verbSpan,
        hint: "such as loss=\(suitable[0]); for this data set \(suitable.joined(separator: ", "))")
    }
    if let function = interpreter.ownFunction(name) {
      guard function.parameters.count == 2 else { throw Self.notOfTwo(function, o) }
      let own = OwnLoss(function, interpreter, o.span("loss"))
      (objective, ownLoss) = (try own.objective(o, data), own)
      return
    }
    guard let loss = Loss.named(name) else { throw Self.unknown(name, o, interpreter) }
    ownLoss = nil
    let options = try TrainingLossOptions.read(loss, o, data)
    let form = try Self.form(loss, options, o, data)
    objective = Self.objective(loss, options, form, data)
    notes = form.notes(loss, data) + Self.logarithmNotes(loss, data)
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

  private static func form(
    _ loss: Loss, _ options: LossOptions, _ o: OptionReader, _ data: Dataset
  ) throws(Diagnostic) -> TrainingForm {
    let misfit = LossMisfit(loss: loss, data: data, reader: o)
    guard loss.trains else { throw misfit.ofPairs() }
    let output = try o.choice("output", OutputActivation.self)
    let labels = try o.choice("labels", LabelEncoding.self)
    if output == nil, labels == nil, loss.naturalForm(data.kind) == nil { throw misfit.ofTargets() }
    guard let form = loss.form(data.kind, labels: labels, output: output) else { throw misfit.ofTargets() }
    if let problem = misfit.problem(form, epsilon: options.epsilon) { throw problem }
    return form
  }

  private static func objective(
    _ loss: Loss, _ given: LossOptions, _ form: TrainingForm, _ data: Dataset
  ) -> Objective {
    var (options, activation) = (given, form.output)
    if loss.accepts(.fromLogits), given.epsilon == 0, [.sigmoid, .softmax, .linear].contains(activation),
      activation != .softmax || loss.predictionForm == .predictedDistribution
    {
      // The exact form works on what comes before the sigmoid or softmax.
      options.fromLogits = true
      activation = .linear
    }
    if loss.name == "msle", given.epsilon == 0 { options.epsilon = 1e-7 }
    let canBeNegative = [OutputActivation.linear, .tanh].contains(activation)
    let isScore = loss.labelForm == .plusMinusOne || loss.predictionForm == .scoreRow
    return Objective(
      name: loss.name, kernel: loss.kernel(options), activation: activation, labels: form.labels,
      metric: data.kind == .regression ? .mse : .accuracy,
      decidesBySign: canBeNegative && (options.fromLogits || isScore || form.labels == .plusMinusOne),
      lossOptions: options)
  }

  private static func logarithmNotes(_ loss: Loss, _ data: Dataset) -> [String] {
    guard loss.name == "msle", data.kind == .regression, data.targets.contains(where: { $0 < 0 }) else {
      return []
    }
    return [
      "Some targets are negative, where log(1 + y) loses its meaning; like Keras, this run replaces everything "
        + "below 1e-7 by 1e-7. See `help msle`."
    ]
  }
}

extension OwnLoss {
  /// The output layer follows the labels, and the labels the data, unless they are given.
  func objective(_ o: OptionReader, _ data: Dataset) throws(Diagnostic) -> Objective {
    try TrainingLossOptions.refuseForOwn(function.name, o)
    let output = try o.choice("output", OutputActivation.self)
    let possible = LabelEncoding.possible(data.kind)
    let usual: LabelEncoding =
      switch output {
      case .softmax, .logSoftmax: possible.contains(.oneHot) ? .oneHot : possible[0]
      case .tanh: possible.contains(.plusMinusOne) ? .plusMinusOne : possible[0]
      default: possible[0]
      }
    let labels = try o.choice("labels", LabelEncoding.self) ?? usual
    guard possible.contains(labels) else {
      throw Diagnostic(
        .lossDoesNotFit, "the target of \(data.name) cannot become \(labels.words)", at: o.span("labels"),
        hint: "labels can be " + possible.map(\.rawValue).joined(separator: ", "))
    }
    let activation = output ?? labels.usualOutput
    let needsColumns = [.softmax, .logSoftmax].contains(activation)
    guard !needsColumns || labels.hasColumns, activation != .meanVariance || !labels.hasColumns else {
      throw Diagnostic(
        .lossDoesNotFit,
        needsColumns ? "softmax of one number is always 1" : "mean_variance predicts one number, not classes",
        at: o.span("output"), hint: "output can be linear, sigmoid, tanh or exp")
    }
    var objective = Objective(
      name: function.name, kernel: kernel, activation: activation, labels: labels,
      metric: data.kind == .regression ? .mse : .accuracy)
    objective.typed = self
    return objective
  }
}

extension Interpreter {
  func ownFunction(_ name: String) -> FunctionDefinition? {
    if case .function(let function)? = globals[name] { return function }
    return nil
  }

  var ownFunctionNames: [String] { globals.keys.filter { ownFunction($0) != nil } }
}
