import LossMath
import Training

extension Command {
  static var compare: Command {
    Command(
      name: "compare", topic: .training, syntax: "compare LOSS, LOSS, ... on DATA option=value ...",
      summary: "trains the same network with several losses, or sets training runs side by side",
      details: [
        "compare bce, hinge on circles trains each loss once; seeds=20 trains each with 20 seeds on all processors "
          + "and shows medians and how far the seeds spread.",
        "compare run1, run2 sets runs side by side that were trained before.",
        "Losses of different kinds are different numbers; compare ranks them by a metric they share: accuracy, or "
          + "mse and mae.",
        "It takes the options of train. A name keeps the result: c = compare ...; then `plot c`, and of c.test_loss "
          + "and its like a row is a loss, a column a seed.",
      ],
      options: [("seeds", "how many seeds each loss is trained with; 1 unless you say another")]
        + train.options.filter { $0.name != "loss" },
      example: "compare bce, hinge, squared_hinge on circles epochs=20"
    ) { (call, interpreter) throws(Diagnostic) in
      call.clause("on") == nil ? try compareRuns(call, interpreter) : try compareLosses(call, interpreter)
    }
  }

  private static func compareRuns(
    _ call: CommandCall, _ interpreter: Interpreter
  ) throws(Diagnostic) -> CommandResult {
    guard call.values.count > 1 || call.values.first.flatMap({ lossName($0, interpreter) }) != nil else {
      throw Diagnostic(
        .badCommand, "`compare` wants two losses and a data set, or two runs", at: call.verbSpan,
        hint: "compare bce, hinge on circles; or run1 = train ..., run2 = train ..., compare run1, run2")
    }
    let runs = try call.values.map { (expression) throws(Diagnostic) in
      if let name = lossName(expression, interpreter) {
        throw Diagnostic(
          .badCommand, "\(name) is a loss, and `compare` does not know on which data to train with it",
          at: expression.span, hint: "say on what: compare mse, mae on regression")
      }
      let value = try interpreter.evaluate(expression)
      guard case .run(let run) = value else {
        throw Diagnostic(
          .wrongType, "`compare` wants training runs; this is \(value.described)", at: expression.span,
          hint: "such as run1 = train circles loss=bce")
      }
      return (interpreter.label(expression.span), run)
    }
    if let option = call.options.first {
      throw Diagnostic(
        .unknownOption, "runs that were trained before take no options", at: option.nameSpan ?? call.span,
        hint: "options go with losses: compare bce, hinge on circles seeds=5")
    }
    return CommandResult(pieces: RunComparison(runs).pieces)
  }

  /// The name of a loss, the language's or the reader's own.
  private static func lossName(_ expression: Expression, _ interpreter: Interpreter) -> String? {
    guard let name = expression.bareName else { return nil }
    if interpreter.globals[name] == nil { return Loss.named(name)?.name }
    return interpreter.ownFunction(name)?.name
  }

  private static func compareLosses(
    _ call: CommandCall, _ interpreter: Interpreter
  ) throws(Diagnostic) -> CommandResult {
    let trainings = try ManyTrainings(call, interpreter, varying: "loss", at: call.verbSpan)
    guard call.values.count > 1 else {
      throw Diagnostic(
        .badCommand, "`compare` wants two losses or more", at: call.verbSpan,
        hint: "such as compare bce, hinge on circles; one alone is trained by `train`")
    }
    var plans: [(name: String, plan: TrainingPlan)] = []
    for expression in call.values {
      let plan = try trainings.plan(expression)
      guard !plans.contains(where: { $0.name == plan.objective.name }) else {
        throw Diagnostic(
          .badCommand, "\(plan.objective.name) is here twice", at: expression.span,
          hint:
            "to see how one loss varies with the seed: sweep loss in [\(plan.objective.name)] ... seeds=20")
      }
      plans.append((plan.objective.name, plan))
    }
    return try trainings.run(plans).shown(after: plans.flatMap(\.plan.notes))
  }
}
