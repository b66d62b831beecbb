import Plotting
import Training

/// Several runs in one table and one figure. What all of them share is said once: the table stays narrow.
struct RunComparison {
  let runs: [(name: String, run: Run)]

  init(_ runs: [(name: String, run: Run)]) { self.runs = runs }

  var pieces: [Piece] { pieces(saying: []) }

  /// - Parameter words: What is said of the table, before the figure.
  func pieces(saying words: [Piece]) -> [Piece] {
    let shared = settings.filter(\.isShared).map { "\($0.name) \($0.values.first ?? "")" }
    let fact: [Piece] =
      shared.isEmpty ? [] : [.text("The same for all: " + shared.joined(separator: ", ") + ".")]
    return fact + [.table(table)] + words + (figure.map { [.figure($0)] } ?? [])
  }

  private struct Column {
    let name: String
    let values: [String]
    var isLeftAligned = false
    var isShared: Bool { Set(values).count == 1 }
  }

  private func column(_ name: String, _ value: (Run) -> String) -> Column {
    Column(name: name, values: runs.map { value($0.run) }, isLeftAligned: true)
  }

  private func last(_ name: String, _ series: KeyPath<Run, [Double]>) -> Column {
    Column(
      name: name, values: runs.map { $0.run.kept(series).map { NumberFormat.text($0, digits: 4) } ?? "-" })
  }

  /// What was chosen before the training.
  private var settings: [Column] {
    [
      column("loss", \.objective.name), column("data", \.data.name), column("epochs") { String($0.epochs) },
      column("lr") { NumberFormat.text($0.options.learningRate) },
      column("momentum") { NumberFormat.text($0.options.momentum) },
      column("batch") { String($0.options.batchSize) },
      column("hidden") { "[" + $0.options.hidden.map(String.init).joined(separator: ", ") + "]" },
      column("seed") { String($0.options.seed) },
    ] + rarer.filter { !$0.isShared }
  }

  /// What most readers leave as it is, and need not hear of then.
  private var rarer: [Column] {
    [
      column("optimizer", \.options.optimizer.name), column("activation", \.options.activation.rawValue),
      column("init", \.options.initializer.rawValue),
    ]
  }

  /// The metric that all runs have; nothing where they differ.
  private var metric: String? {
    let metrics = Set(runs.map(\.run.metric))
    return metrics.count == 1 ? metrics.first?.rawValue : nil
  }

  /// Whether the metric says anything that the losses do not.
  private var showsMetric: Bool { runs.contains { RunText.showsMetric($0.run) } }

  private var results: [Column] {
    let losses = [last("train loss", \.trainLoss), last("test loss", \.testLoss)]
    guard showsMetric else { return losses }
    let metrics = metric == nil ? [column("metric", \.metric.rawValue)] : []
    let suffix = metric.map { " " + $0 } ?? ""
    return losses + metrics + [last("train" + suffix, \.trainMetric), last("test" + suffix, \.testMetric)]
  }

  private var table: Table {
    let names = Column(name: "run", values: runs.map(\.name), isLeftAligned: true)
    // Runs that go by the names of their losses need no second column of them.
    let others = settings.filter { !$0.isShared && $0.values != names.values }
    let columns = [names] + others + results
    return Table(
      header: columns.map(\.name), rows: runs.indices.map { row in columns.map { $0.values[row] } },
      leftAligned: Set(columns.indices.filter { columns[$0].isLeftAligned }))
  }

  /// The test half over the epochs; nothing where no run has an epoch.
  var figure: Figure? {
    guard runs.contains(where: { $0.run.epochs > 0 }) else { return nil }
    var panels = [panel("test loss", \.testLoss)]
    if showsMetric { panels.append(panel("test \(metric ?? "metric")", \.testMetric)) }
    return Figure(panels: panels)
  }

  private func panel(_ title: String, _ values: (Run) -> [Double]) -> Panel {
    RunText.panel(title, runs.map { ($0.name, values($0.run)) })
  }
}
