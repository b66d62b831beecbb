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
    let pieces: [Piece] =
      switch run.outcome {
      case .finished: []
      case .stoppedEarly:
        [
          .text(
            "Stopped after epoch \(run.epochs): the test loss had not improved for "
              + counted(run.epochs - run.keptEpoch, "epoch") + " since epoch \(run.keptEpoch).", .muted)
        ]
      case .cancelled(let epoch):
        [.text("Stopped after \(counted(epoch, "epoch")); the run keeps what there is.", .muted)]
      case .diverged(let epoch): [.text(DivergenceText(run, epoch).sentences, .error)]
      }
    guard run.keptEpoch != run.epochs else { return pieces }
    let least = "The run keeps the weights of epoch \(run.keptEpoch), where the test loss was least."
    return pieces + [.text(least, .muted)]
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
