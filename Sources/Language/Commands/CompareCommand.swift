import Plotting
import Training

extension Command {
  static var compare: Command {
    Command(
      name: "compare", topic: .training, syntax: "compare RUN, RUN, ...",
      summary: "sets training runs side by side: a table of their last values and a plot of the test half",
      details: ["Losses of different kinds are different numbers; compare runs by the metric they share."],
      example: "a = train circles loss=bce epochs=20; b = train circles loss=hinge epochs=20; compare a, b"
    ) { (call, interpreter) throws(Diagnostic) in
      _ = try OptionReader(call, interpreter, known: [])
      guard call.values.count > 1 else {
        throw Diagnostic(
          .badCommand, "`compare` wants two runs or more", at: call.verbSpan,
          hint: "a = train circles loss=bce; b = train circles loss=hinge; compare a, b")
      }
      let runs = try call.values.map { (expression) throws(Diagnostic) in
        let value = try interpreter.evaluate(expression)
        guard case .run(let run) = value else {
          throw Diagnostic(
            .wrongType, "`compare` wants training runs; this is \(value.described)", at: expression.span,
            hint: "such as run1 = train circles loss=bce")
        }
        return (interpreter.label(expression.span), run)
      }
      return CommandResult(pieces: [.table(RunComparison.table(runs)), .figure(RunComparison.figure(runs))])
    }
  }
}

/// Several runs in one table and one figure.
enum RunComparison {
  static func table(_ runs: [(name: String, run: Run)]) -> Table {
    func last(_ values: [Double]) -> String { values.last.map { NumberFormat.text($0, digits: 4) } ?? "-" }
    return Table(
      header: ["run", "loss", "data", "epochs", "train loss", "test loss", "metric", "train", "test"],
      rows: runs.map { name, run in
        [
          name, run.objective, run.dataset, String(run.epochs), last(run.trainLoss), last(run.testLoss),
          run.metric.rawValue, last(run.trainMetric), last(run.testMetric),
        ]
      }, leftAligned: [0, 1, 2, 6])
  }

  static func figure(_ runs: [(name: String, run: Run)]) -> Figure {
    let metrics = Set(runs.map(\.run.metric))
    let metric = metrics.count == 1 ? metrics.first.map(\.rawValue) ?? "metric" : "metric"
    return Figure(panels: [
      panel("test loss", runs.map { ($0.name, $0.run.testLoss) }),
      panel("test \(metric)", runs.map { ($0.name, $0.run.testMetric) }),
    ])
  }

  private static func panel(_ title: String, _ series: [(String, [Double])]) -> Panel {
    Panel(
      title: title, xLabel: "epoch",
      marks: series.map { .line(label: $0.0, x: $0.1.indices.map { Double($0 + 1) }, y: $0.1) })
  }
}
