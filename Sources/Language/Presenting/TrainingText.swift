import Plotting
import Training

/// A training run as it is shown: its last numbers and the two plots of the tutorial.
enum RunText {
  static func pieces(_ run: Run) -> [Piece] {
    guard run.epochs > 0 else { return outcome(run) }
    return [.table(table(run))] + outcome(run) + (figure(run).map { [.figure($0)] } ?? [])
  }

  /// `bce on circles, 200 epochs, test accuracy 0.852`.
  static func headline(_ run: Run) -> String {
    let metric =
      showsMetric(run)
      ? run.metric.rawValue + " " + kept(run, run.testMetric) : "loss " + kept(run, run.testLoss)
    return "\(run.objective.name) on \(run.data.name), \(counted(run.epochs, "epoch")), test \(metric)"
  }

  /// The value of the epoch whose weights the run keeps.
  private static func kept(_ run: Run, _ values: [Double]) -> String {
    let index = run.keptEpoch - 1
    return values.indices.contains(index) ? NumberFormat.text(values[index], digits: 4) : "-"
  }

  private static func table(_ run: Run) -> Table {
    var rows = [["loss (\(run.objective.name))", kept(run, run.trainLoss), kept(run, run.testLoss)]]
    if showsMetric(run) {
      rows.append([run.metric.rawValue, kept(run, run.trainMetric), kept(run, run.testMetric)])
    }
    return Table(header: ["after \(counted(run.keptEpoch, "epoch"))", "train", "test"], rows: rows)
  }

  static func showsMetric(_ run: Run) -> Bool { run.metric == .accuracy || run.objective.name != "mse" }

  private static func outcome(_ run: Run) -> [Piece] {
    let kept = "the run keeps epoch \(run.keptEpoch)'s weights"
    switch run.outcome {
    case .finished:
      guard run.keptEpoch != run.epochs else { return [] }
      return [.text("The test loss was least after epoch \(run.keptEpoch); \(kept).", .muted)]
    case .stoppedEarly:
      let waited = counted(run.epochs - run.keptEpoch, "epoch")
      return [
        .text(
          "Stopped after epoch \(run.epochs): the test loss had not improved for \(waited) since epoch "
            + "\(run.keptEpoch); \(kept).", .muted)
      ]
    case .cancelled(let epoch):
      let what = run.keptEpoch == epoch ? "the run keeps what there is" : kept
      return [.text("Stopped after \(counted(epoch, "epoch")); \(what).", .muted)]
    case .diverged(let epoch): return [.text(DivergenceText(run, epoch).sentences, .error)]
    }
  }

  /// Loss and metric over the epochs; nothing where there was no epoch.
  static func figure(_ run: Run) -> Figure? {
    guard run.epochs > 0 else { return nil }
    var panels = [panel(run.objective.name + " loss", [("train", run.trainLoss), ("test", run.testLoss)])]
    if showsMetric(run) {
      panels.append(panel(run.metric.rawValue, [("train", run.trainMetric), ("test", run.testMetric)]))
    }
    return Figure(title: nil, panels: panels)
  }

  /// Values after each epoch.
  static func panel(_ title: String, _ series: [(label: String, values: [Double])]) -> Panel {
    Panel(
      title: title, xLabel: "epoch",
      marks: series.map { label, values in
        .line(label: label, x: values.indices.map { Double($0 + 1) }, y: values)
      }, hasWholeX: true)
  }
}

/// A data set as it is shown: what it holds, and a picture where it has two features.
enum DataText {
  static func pieces(_ data: Dataset) -> [Piece] {
    let summary = data.summary
    var facts = "\(data.name): \(data.rows) rows of \(counted(data.columns, "feature")); "
    facts += "the first \(summary.trainRows) train, the other \(summary.testRows) test. "
    switch data.kind {
    case .regression: facts += "The target is a number."
    case .classes(let count):
      let sizes = summary.classCounts.enumerated().map { "\($1) of class \($0)" }.joined(separator: ", ")
      facts += "The target is one of \(count) classes: \(sizes)."
    }
    return [.text(facts), .table(table(summary))] + (data.columns == 2 ? [.figure(scatter(data))] : [])
  }

  private static func table(_ summary: DatasetSummary) -> Table {
    func row(_ name: String, _ c: DatasetSummary.Column) -> [String] {
      // What rounding left of a mean of 0 says nothing.
      let mean = abs(c.mean) < 1e-12 * c.deviation ? 0 : c.mean
      return [name] + [mean, c.deviation, c.minimum, c.maximum].map { NumberFormat.text($0, digits: 4) }
    }
    var rows = summary.features.prefix(5).enumerated().map { row("x[\($0)]", $1) }
    if summary.features.count > 5 { rows.append(["...", "", "", "", ""]) }
    rows.append(row("y", summary.target))
    return Table(header: ["column", "mean", "std", "min", "max"], rows: rows)
  }

  static func scatter(_ data: Dataset) -> Figure {
    let classes: Int = if case .classes(let count) = data.kind { count } else { 1 }
    let marks: [Mark] = (0..<classes).map { label in
      let rows = (0..<data.rows).filter { classes == 1 || data.targets[$0] == Double(label) }
      return .points(
        label: classes == 1 ? nil : "class \(label)", x: rows.map { data.features[$0 * data.columns] },
        y: rows.map { data.features[$0 * data.columns + 1] })
    }
    return Figure(title: nil, panels: [Panel(title: data.name, xLabel: "x[0]", yLabel: "x[1]", marks: marks)])
  }
}
