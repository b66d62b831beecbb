import Training

/// Trainings that differ in one option and in their seeds: what `compare ... on` and `sweep` ask for.
///
/// Each is the `train` line that a reader would write for it, so that options mean the same in all three commands.
struct ManyTrainings {
  let call: CommandCall
  let interpreter: Interpreter
  /// The option that varies.
  let varied: String
  let seeds: Int
  /// Whether the varied option makes the data set.
  let variesData: Bool
  private let line: CommandCall
  /// The data set, where all share one.
  private let data: Dataset?

  init(
    _ call: CommandCall, _ interpreter: Interpreter, varying varied: String, at variedSpan: Span
  ) throws(Diagnostic) {
    (self.call, self.interpreter, self.varied) = (call, interpreter, varied)
    line = CommandCall(
      verb: "train", verbSpan: call.verbSpan, values: call.clause("on")?.values ?? [],
      options: call.options.filter { $0.name != "seeds" }, text: call.text, span: call.span)
    let (source, given) = try TrainingPlan.subject(line, interpreter)
    let known = TrainingPlan.optionNames + (source?.options ?? [])
    guard known.contains(varied), varied != "seed" else {
      throw Self.unknown(varied, variedSpan, call, known.filter { $0 != "seed" })
    }
    let reader = try OptionReader(call, interpreter, known: known.filter { $0 != varied } + ["seeds"])
    seeds = try reader.integer("seeds", ManyRunsLimits.seeds) ?? 1
    variesData = source?.options.contains(varied) ?? false
    let train = try OptionReader(line, interpreter, known: known)
    data = variesData ? nil : try TrainingPlan.ready(given, source, train)
  }

  private static func unknown(
    _ name: String, _ span: Span, _ call: CommandCall, _ known: [String]
  ) -> Diagnostic {
    let seed = name == "seed" || name == "seeds"
    let near = Suggestions.nearest(to: name, among: known).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      .unknownOption, "`\(call.verb)` cannot vary `\(name)`", at: span,
      hint: seed
        ? "seeds=20 trains each value with 20 seeds" : near + "it takes " + known.joined(separator: ", "))
  }

  /// The training with one value of the option that varies.
  func plan(_ value: Expression) throws(Diagnostic) -> TrainingPlan {
    try interpreter.checkCancelled(call.span)
    let argument = Argument(name: varied, nameSpan: value.span, value: value)
    var line = line
    line.options.append(argument)
    return try TrainingPlan(line, interpreter, data: data)
  }

  /// Trains all of them with all seeds.
  func run(_ plans: [(name: String, plan: TrainingPlan)]) throws(Diagnostic) -> ManyRunsResult {
    let host = interpreter.host
    let label = "\(call.verb) on \(plans.first?.plan.data.name ?? "")"
    let runs: [[ManyRun?]]
    do throws(ManyRunsError) {
      runs = try train(plans.map(\.plan.planned), seeds: seeds, cancel: host.cancel) { progress in
        host.progress(TrainingProgress(label: label, stage: .runs(progress)))
      }
    } catch {
      throw Diagnostic(error, self, plans.map(\.plan))
    }
    for plan in plans.map(\.plan) { if let failure = plan.ownLoss?.failure { throw failure } }
    return ManyRunsResult(
      varied: varied, groups: zip(plans, runs).map { RunGroup(name: $0.name, runs: $1) },
      objectives: plans.map(\.plan.objective), options: plans.map(\.plan.options),
      variesData: variesData)
  }
}

extension TrainingPlan {
  fileprivate var planned: PlannedRun {
    PlannedRun(
      data: data, objective: objective, options: options, weights: weights,
      failure: ownLoss.map { loss in CancelToken { loss.failure != nil } })
  }
}

extension Diagnostic {
  fileprivate init(_ error: ManyRunsError, _ trainings: ManyTrainings, _ plans: [TrainingPlan]) {
    let call = trainings.call
    func span(_ name: String) -> Span { call.options.first { $0.name == name }?.value.span ?? call.span }
    switch error {
    case .training(let error, let place): self.init(error, plans[place].call, plans[place].data)
    case .seeds(let found, let allowed):
      self.init(.badArgument, "`seeds` " + WholeNumbers.refusal(Double(found), allowed), at: span("seeds"))
    case .seedTooLarge(let first):
      self.init(
        .badArgument, "\(trainings.seeds) seeds from \(first) upwards go beyond \(UInt32.max)",
        at: span("seed"), hint: "begin with a smaller seed")
    case .tooManyRuns(let found, let limit):
      self.init(.tooLarge, "these are \(found) runs; the limit is \(limit)", at: span("seeds"))
    case .tooLarge(let numbers, let limit):
      self.init(
        .tooLarge, "curves and weights of all runs would take \(numbers) numbers; the limit is \(limit)",
        at: call.span, hint: "take fewer seeds, fewer epochs or narrower layers")
    }
  }
}
