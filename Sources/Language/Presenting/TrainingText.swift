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
      ? run.metric.rawValue + " " + kept(run, \.testMetric) : "loss " + kept(run, \.testLoss)
    return "\(run.objective.name) on \(run.data.name), \(counted(run.epochs, "epoch")), test \(metric)"
  }

  private static func kept(_ run: Run, _ series: KeyPath<Run, [Double]>) -> String {
    run.kept(series).map { NumberFormat.text($0, digits: 4) } ?? "-"
  }

  private static func table(_ run: Run) -> Table {
    var rows = [["loss (\(run.objective.name))", kept(run, \.trainLoss), kept(run, \.testLoss)]]
    if showsMetric(run) {
      rows.append([run.metric.rawValue, kept(run, \.trainMetric), kept(run, \.testMetric)])
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
