import LossMath
import Training

/// The part of a script that defines the loss.
struct LossScript {
  /// Functions and constants at the module's level.
  var definitions: [[String]] = []
  /// What Keras's `compile` gets as `loss`, or what PyTorch's `criterion` is; nothing where the definitions hold a
  /// function `criterion`.
  var expression: PythonExpression?
  /// Python decides by values inside, which only works where Keras does not compile.
  var needsEagerSteps = false

  init(_ run: Run, _ library: ExportLibrary) throws(Diagnostic) {
    let objective = run.objective
    if let own = objective.typed as? OwnLoss {
      try write(own, run, library)
    } else if let object = LibraryLoss.object(objective, library) {
      expression = object
    } else {
      try writeFormula(objective, library)
    }
  }

  private mutating func write(_ own: OwnLoss, _ run: Run, _ library: ExportLibrary) throws(Diagnostic) {
    let translator = LossTranslator(library, outside: own.outside)
    let name = try translator.translate(own.function)
    definitions = translator.constants.map(\.lines) + translator.functions.map(\.lines)
    needsEagerSteps = translator.needsEagerSteps
    let objective = run.objective
    switch library {
    case .keras:
      let isVector = objective.outputs(run.data) == 1
      let labels =
        objective.labels.hasColumns && objective.labels != .classIndex
        ? "y_true" : "ops.reshape(y_true, [-1])"
      var predictions = isVector ? "ops.reshape(y_pred, [-1])" : "y_pred"
      if objective.activation == .meanVariance {
        predictions = "ops.stack([y_pred[:, 0], ops.exp(y_pred[:, 1])], axis=1)"
      }
      guard predictions != "y_pred" || labels != "y_true" else { return expression = .atom(name) }
      definitions.append(
        [
          "def loss(y_true, y_pred):",
          "    \"\"\"Lossbook hands over vectors where there is one number a row.\"\"\"",
        ] + PythonLayout.statement("return ", .call(name, .atom(labels), .atom(predictions)), indent: 4))
      expression = .atom("loss")
    case .pytorch:
      let outputs =
        objective.activation == .meanVariance
        ? "torch.stack([outputs[:, 0], outputs[:, 1].exp()], dim=1)" : "outputs"
      definitions.append([
        "def criterion(outputs, y):",
        "    # Under torchrun a process has its share of a batch, and the gradients are averaged:",
        "    # that is the gradient of the batch where the loss is a mean over rows.",
        "    return \(name)(y, \(outputs))",
      ])
    }
  }

  /// PyTorch has some losses as functions only, or of other arguments.
  private static func torchFunction(_ objective: Objective) -> [String]? {
    let o = objective.lossOptions ?? LossOptions()
    switch objective.name {
    case "kl" where o.fromLogits:
      return [
        "def criterion(outputs, y):",
        "    return F.kl_div(F.log_softmax(outputs, dim=1), y, reduction=\"batchmean\")",
      ]
    case "gaussian_nll":
      let words =
        (o.full ? ", full=True" : "") + (o.epsilon > 0 ? ", eps=\(PythonText.float(o.epsilon))" : "")
      return [
        "def criterion(outputs, y):",
        "    \"\"\"The network puts out the mean and the logarithm of the variance.\"\"\"",
        "    mean, variance = outputs[:, 0], outputs[:, 1].exp()",
        "    return F.gaussian_nll_loss(mean, y, variance\(words))",
      ]
    default: return nil
    }
  }

  private mutating func writeFormula(_ objective: Objective, _ library: ExportLibrary) throws(Diagnostic) {
    if library == .pytorch, let function = Self.torchFunction(objective) {
      definitions = [function]
      return
    }
    let options = objective.lossOptions ?? LossOptions()
    let translator = LossTranslator(library, outside: [:])
    let text = LossFormula.text(objective.name, options) ?? ""
    let name = try translator.translate(formula: text)
    var lines = translator.functions.flatMap(\.lines)
    if let reason = LibraryLoss.reason(objective, library) { lines.insert("    # " + reason, at: 1) }
    definitions = [lines]
    let isVariance = objective.activation == .meanVariance
    switch library {
    case .keras where isVariance:
      definitions.append([
        "def loss(y_true, y_pred):",
        "    \"\"\"The network puts out the mean and the logarithm of the variance.\"\"\"",
        "    return \(name)(y_true, y_pred[:, :1], ops.exp(y_pred[:, 1:]))",
      ])
      expression = .atom("loss")
    case .keras: expression = .atom(name)
    case .pytorch:
      definitions.append(["def criterion(outputs, y):", "    return \(name)(y, outputs).mean()"])
    }
  }
}

extension Objective {
  /// How many numbers the network puts out for a row.
  func outputs(_ data: Dataset) -> Int {
    if activation == .meanVariance { return 2 }
    if labels.hasColumns, case .classes(let count) = data.kind { return count }
    return 1
  }
}
