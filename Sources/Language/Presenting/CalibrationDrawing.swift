import LossMath
import Plotting
import Training

/// A reliability curve beside the rows in each bin.
struct CalibrationDrawing {
  private let run: Run
  private let calibration: Calibration
  private let half: DataHalf

  init(_ run: Run, _ calibration: Calibration, _ half: DataHalf) {
    (self.run, self.calibration, self.half) = (run, calibration, half)
  }

  var value: Value {
    .record(
      Record(
        typeName: "calibration",
        fields: [
          ("ece", .number(calibration.expectedError)), ("brier", .number(calibration.brierScore)),
          ("probability", .tensor(Tensor(calibration.bins.map(\.confidence)))),
          ("frequency", .tensor(Tensor(calibration.bins.map(\.frequency)))),
          ("count", .tensor(Tensor(calibration.bins.map { Double($0.count) }))),
        ], drawing: Picture(figure: figure)))
  }

  private struct Picture: RecordDrawing {
    let figure: Figure
    func figure(_ interpreter: Interpreter, at span: Span) -> Figure { figure }
  }

  var pieces: [Piece] {
    let error = NumberFormat.text(calibration.expectedError, digits: 3)
    let brier = NumberFormat.text(calibration.brierScore, digits: 3)
    return [
      .text(
        "\(half.title) of \(run.data.name): the probabilities are off by \(error) on average (ECE), and the Brier score "
          + "is \(brier).\(leaning)")
    ]
  }

  /// Which way they are off, where they mostly are.
  private var leaning: String {
    guard run.data.kind != .classes(2) else { return "" }
    let gap = calibration.bins.filter { $0.count > 0 }.reduce(0) {
      $0 + Double($1.count) * ($1.confidence - $1.frequency)
    }
    let rows = Double(calibration.bins.reduce(0) { $0 + $1.count })
    if abs(gap / rows) < 0.01 { return "" }
    return gap > 0 ? " On the whole they promise too much." : " On the whole they promise too little."
  }

  var figure: Figure {
    let filled = calibration.bins.filter { $0.count > 0 }
    let isBinary = run.data.kind == .classes(2)
    let curve = Panel(
      title: "how often it came true",
      xLabel: isBinary ? "probability of \(run.data.names.label(1))" : "predicted probability",
      marks: [
        .line(label: half.rawValue, x: filled.map(\.confidence), y: filled.map(\.frequency)),
        .line(label: "as often as said", x: [0, 1], y: [0, 1]),
        .points(label: half.rawValue, x: filled.map(\.confidence), y: filled.map(\.frequency)),
      ], xRange: 0...1, yRange: 0...1)
    let bars = Panel(
      title: "rows with that probability",
      marks: [
        .bars(
          names: calibration.bins.map {
            "\(NumberFormat.text($0.range.lowerBound)) to \(NumberFormat.text($0.range.upperBound))"
          }, values: calibration.bins.map { Double($0.count) })
      ])
    return Figure(title: "\(run.objective.name) on \(run.data.name)", panels: [curve, bars])
  }
}
