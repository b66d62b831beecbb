import LossMath
import Plotting
import Training

/// What came of many runs: the losses of a comparison, or the values of a sweep.
struct ManyRunsResult {
  /// The option that varies.
  let varied: String
  let groups: [RunGroup]
  let objectives: [Objective]
  /// The options of the first seed, one a group.
  let options: [TrainingOptions]
  /// Whether every group has a data set of its own.
  let variesData: Bool
  /// The values that varied, where they are numbers.
  var values: [Double]?

  var seeds: Int { groups.first?.runs.count ?? 0 }
  var firstSeed: Int { Int(options.first?.seed ?? 0) }
  var metric: Metric { objectives.first?.metric ?? .mse }
  var isOneLoss: Bool { Set(objectives.map(\.name)).count == 1 }
  var data: String { groups.lazy.flatMap(\.runs).compactMap { $0?.run.data.name }.first ?? "the data" }

  /// What ranks the groups; the first counts most. The loss itself where all have the same one and nothing is
  /// classified, for then it is what the reader chose.
  var measures: [Measure] {
    if metric == .accuracy { return [.metric(.accuracy)] }
    return isOneLoss ? [.testLoss] : [.metric(.mse), .absoluteError]
  }

  /// Whether some runs were not trained to their end because somebody stopped them.
  var isCancelled: Bool { groups.contains { $0.ended.count < $0.runs.count } }

  /// How many seeds of a group came to their end: the fewest and the most.
  var endedSeeds: (fewest: Int, most: Int) {
    let counts = groups.map(\.ended.count)
    return (counts.min() ?? 0, counts.max() ?? 0)
  }

  /// The runs themselves, where each group has one: they are shown as runs that were trained by hand.
  var singles: RunComparison? {
    guard seeds == 1, values == nil, varied == "loss" else { return nil }
    let runs = groups.compactMap { group in group.runs.first.flatMap { $0 }.map { (group.name, $0.run) } }
    return runs.count == groups.count ? RunComparison(runs) : nil
  }

  func shown(after notes: [String]) -> CommandResult {
    let notes = notes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return CommandResult(value: .record(record), pieces: notes.map { .text($0, .muted) } + pieces)
  }

  private var pieces: [Piece] {
    let stopped: [Piece] = isCancelled ? [.text(stoppedSentence, .muted)] : []
    let words = stopped + RunVerdict(self).sentences.map { Piece.text($0) }
    if let singles { return singles.pieces(saying: words) }
    guard groups.contains(where: { !$0.ended.isEmpty }) else { return words }
    let tables = ManyRunsTable(self)
    return [.text(tables.headline)] + tables.pieces + words + [.figure(ManyRunsFigure(self).figure)]
  }

  private var stoppedSentence: String {
    let ended = groups.reduce(0) { $0 + $1.ended.count }
    return "Stopped after \(ended) of \(groups.count * seeds) runs; the result keeps what there is."
  }

  /// What a name is given to. Of the matrices a row is a group and a column a seed.
  private var record: Record {
    func matrix(_ measure: Measure) -> Value {
      let elements = groups.flatMap(measure.finiteValues)
      return Tensor(shape: [groups.count, seeds], elements: elements).map { .tensor($0) } ?? .nothing
    }
    let names = groups.map(\.name)
    let best = RunVerdict(self).best.map { group -> Value in
      values.map { .number($0[group]) } ?? .text(names[group])
    }
    let choices: Value = values.map { .tensor(Tensor($0)) } ?? .text(names.joined(separator: ", "))
    var fields: [(name: String, value: Value)] = [
      (varied == "loss" ? "losses" : "values", choices),
      ("seeds", .tensor(Tensor((0..<seeds).map { Double(firstSeed + $0) }))),
      ("train_loss", matrix(.trainLoss)), ("test_loss", matrix(.testLoss)),
      ("test_\(metric.rawValue)", matrix(.metric(metric))),
    ]
    if metric == .mse { fields.append(("test_mae", matrix(.absoluteError))) }
    fields.append(("diverged", .tensor(Tensor(groups.map { Double($0.diverged) }))))
    if let best { fields.append(("best", best)) }
    if let singles { fields += singles.runs.map { ($0.name, .run($0.run)) } }
    return Record(
      typeName: varied == "loss" ? "comparison" : "sweep", fields: fields, drawing: ManyRunsFigure(self))
  }
}
