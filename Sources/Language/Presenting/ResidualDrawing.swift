import LossMath
import Plotting
import Training

/// Target minus prediction for both halves of a regression's data.
struct ResidualDrawing {
  private let halves: [(half: DataHalf, predictions: [Double], residuals: [Double])]
  private let title: String
  private static let binLimit = 30

  init(_ run: Run) {
    title = "\(run.objective.name) on \(run.data.name)"
    halves = DataHalf.allCases.map { half in
      let all = run.predictions(for: run.data.features(of: half))
      let predictions = (0..<all.rows).map(all.first(row:))
      return (half, predictions, zip(run.data.targets(of: half), predictions).map { $0 - $1 })
    }
  }

  var figure: Figure {
    Figure(title: title, panels: [scatter, histogram])
  }

  private var scatter: Panel {
    Panel(
      title: "residual over prediction", xLabel: "prediction",
      marks: [.horizontal(y: 0)]
        + halves.map { .points(label: $0.half.rawValue, x: $0.predictions, y: $0.residuals) })
  }

  /// The outlines of both histograms, as shares, so that halves of unequal size compare.
  private var histogram: Panel {
    let finite = halves.flatMap { $0.residuals.filter(\.isFinite) }
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    let rows = Double(max(finite.count / 2, 1))
    let bins = min(max(Int(exactly: rows.squareRoot().rounded()) ?? 1, 5), Self.binLimit)
    let width = high > low ? high / Double(bins) - low / Double(bins) : 1
    let edges = (0...bins).map { low + Double($0) * width }
    let marks: [Mark] = halves.map { half, _, residuals in
      var counts = [Double](repeating: 0, count: bins)
      for residual in residuals where residual.isFinite {
        let place = ((residual - low) / width).rounded(.down)
        counts[min(max(Int(exactly: place) ?? 0, 0), bins - 1)] += 1 / Double(residuals.count)
      }
      let inner = counts.indices.flatMap { [(edges[$0], counts[$0]), (edges[$0 + 1], counts[$0])] }
      let outline = [(edges[0], 0)] + inner + [(edges[bins], 0)]
      return .line(label: half.rawValue, x: outline.map(\.0), y: outline.map(\.1))
    }
    return Panel(title: "share of rows", xLabel: "residual", marks: marks)
  }

  var pieces: [Piece] {
    let rows = halves.map { half, _, residuals in
      let count = Double(residuals.count)
      let mean = residuals.reduce(0) { $0 + $1 / count }
      let deviation = residuals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / count }.squareRoot()
      let largest = residuals.map(abs).max() ?? 0
      return [half.rawValue, String(residuals.count)]
        + [mean, deviation, largest].map { NumberFormat.text($0, digits: 3) }
    }
    return [
      .text("A residual is the target minus the prediction: above zero the network said too little."),
      .table(Table(header: ["residuals", "rows", "mean", "std", "largest"], rows: rows)),
    ]
  }
}
