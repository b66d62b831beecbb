import LossMath
import Plotting

/// A fitted distribution beside the data: the density over the shares of the data, or the bars of both.
struct FitDrawing: RecordDrawing {
  let distribution: DistributionValue
  let data: [Double]
  private static let binLimit = 40

  func figure(_ interpreter: Interpreter, at span: Span) throws(Diagnostic) -> Figure {
    let panel = try interpreter.math(span) { () throws(MathError) in
      if let counts = try counts() { bars(counts) } else { try histogram() }
    }
    return Figure(panels: [panel])
  }

  /// How often each number occurs; nothing where they are too many for a bar each, or a density is drawn.
  private func counts() throws(MathError) -> [Double: Int]? {
    guard distribution.family.isDiscrete else { return nil }
    let most = distribution.family.support == .classIndex ? Int.max : DistributionPlot.barLimit
    var counts: [Double: Int] = [:]
    for (turn, x) in data.enumerated() {
      try Interruption.check(at: turn)
      counts[x, default: 0] += 1
      if counts.count > most { return nil }
    }
    return counts
  }

  private func bars(_ counts: [Double: Int]) -> Panel {
    let x = counts.keys.sorted()
    let names = x.map { NumberFormat.text($0) }
    let shares = x.map { Double(counts[$0] ?? 0) / Double(data.count) }
    return Panel(
      title: "probability",
      marks: [
        .bars(label: "data", names: names, values: shares),
        .bars(label: distribution.text, names: names, values: DistributionPlot.heights(distribution, x)),
      ])
  }

  /// The outline of a histogram whose area is 1, and the density on it.
  private func histogram() throws(MathError) -> Panel {
    let bins = try Bins(data, min(max(Int(Double(data.count).squareRoot().rounded()), 4), Self.binLimit))
    let edges = bins.edges
    var (outlineX, outlineY) = ([bins.low], [0.0])
    for (bin, count) in bins.counts.enumerated() {
      let height = count / Double(data.count) / bins.width
      outlineX += [edges[bin], edges[bin + 1]]
      outlineY += [height, height]
    }
    outlineX.append(edges[bins.counts.count])
    outlineY.append(0)
    let x = places(around: bins)
    return Panel(
      title: distribution.family.isDiscrete ? "probability" : "density", xLabel: "x",
      marks: [
        .band(label: "data", x: outlineX, low: outlineX.map { _ in 0 }, high: outlineY),
        .line(label: distribution.text, x: x, y: DistributionPlot.heights(distribution, x)),
      ])
  }

  /// Where the density is drawn: over the data, and a little beyond them.
  private func places(around bins: Bins) -> [Double] {
    let margin = bins.width * Double(bins.counts.count) / 5
    if distribution.family.isDiscrete {
      return DistributionPlot.wholeNumbers(distribution, from: bins.low - margin, to: bins.high + margin)
    }
    let start = distribution.family.support == .nonNegative ? 0 : bins.low - margin
    return (0...240).map { start + (bins.high + margin - start) * (Double($0) / 240) }
  }
}

/// Numbers counted in ranges of equal width.
private struct Bins {
  let low: Double
  let high: Double
  let width: Double
  private(set) var counts: [Double]

  init(_ data: [Double], _ count: Int) throws(MathError) {
    var (low, high) = (data.first ?? 0, data.first ?? 1)
    for (turn, x) in data.enumerated() {
      try Interruption.check(at: turn)
      (low, high) = (min(low, x), max(high, x))
    }
    (self.low, self.high) = (low, high)
    width = high > low ? (high - low) / Double(count) : 1
    counts = [Double](repeating: 0, count: count)
    for (turn, x) in data.enumerated() where x.isFinite {
      try Interruption.check(at: turn)
      counts[min(max(Int(((x - low) / width).rounded(.down).clamped), 0), count - 1)] += 1
    }
  }

  /// Where each begins, and where the last one ends.
  var edges: [Double] { (0...counts.count).map { low + Double($0) * width } }
}

extension Double {
  /// Within what a whole number can hold.
  fileprivate var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e9), 1e9) }
}
