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
      showsMetric(run) ? run.metric.rawValue + " " + last(run.testMetric) : "loss " + last(run.testLoss)
    return "\(run.objective.name) on \(run.data.name), \(counted(run.epochs, "epoch")), test \(metric)"
  }

  private static func last(_ values: [Double]) -> String {
    values.last.map { NumberFormat.text($0, digits: 4) } ?? "-"
  }

  private static func table(_ run: Run) -> Table {
    var rows = [["loss (\(run.objective.name))", last(run.trainLoss), last(run.testLoss)]]
    if showsMetric(run) { rows.append([run.metric.rawValue, last(run.trainMetric), last(run.testMetric)]) }
    return Table(header: ["after \(counted(run.epochs, "epoch"))", "train", "test"], rows: rows)
  }

  static func showsMetric(_ run: Run) -> Bool { run.metric == .accuracy || run.objective.name != "mse" }

  private static func outcome(_ run: Run) -> [Piece] {
    switch run.outcome {
    case .finished: return []
    case .cancelled(let epoch):
      return [.text("Stopped after \(counted(epoch, "epoch")); the run keeps what there is.", .muted)]
    case .diverged(let epoch):
      let smaller = NumberFormat.text(min(run.options.learningRate / 10, 0.01))
      return [
        .text(
          "Diverged in epoch \(epoch): the loss was no longer a finite number. The steps were too large: "
            + "try a smaller learning rate, such as lr=\(smaller), "
            + "or standardised data (data regression standardize=on).", .error)
      ]
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
