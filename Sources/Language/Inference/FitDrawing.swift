import LossMath
import Plotting

/// A fitted distribution beside the data: the density over the shares of the data, or the bars of both.
struct FitDrawing: RecordDrawing {
  let distribution: DistributionValue
  let data: [Double]
  private static let binLimit = 40

  func figure(_ interpreter: Interpreter) throws(Diagnostic) -> Figure {
    Figure(panels: [distribution.family.isDiscrete ? bars : histogram])
  }

  /// The outline of a histogram whose area is 1, and the density on it.
  private var histogram: Panel {
    let (low, high) = (data.min() ?? 0, data.max() ?? 1)
    let bins = min(max(Int(Double(data.count).squareRoot().rounded()), 4), Self.binLimit)
    let width = high > low ? (high - low) / Double(bins) : 1
    var counts = [Double](repeating: 0, count: bins)
    for x in data where x.isFinite {
      counts[min(max(Int(((x - low) / width).rounded(.down).clamped), 0), bins - 1)] += 1
    }
    let heights = counts.map { $0 / Double(data.count) / width }
    let edges = (0...bins).map { low + Double($0) * width }
    var (outlineX, outlineY) = ([low], [0.0])
    for (bin, height) in heights.enumerated() {
      outlineX += [edges[bin], edges[bin + 1]]
      outlineY += [height, height]
    }
    outlineX.append(edges[bins])
    outlineY.append(0)
    let margin = width * Double(bins) / 5
    let start = distribution.family.support == .nonNegative ? 0 : low - margin
    let x = (0...240).map { start + (high + margin - start) * (Double($0) / 240) }
    return Panel(
      title: "density", xLabel: "x",
      marks: [
        .band(label: "data", x: outlineX, low: outlineX.map { _ in 0 }, high: outlineY),
        .line(label: distribution.text, x: x, y: DistributionPlot.heights(distribution, x)),
      ])
  }

  private var bars: Panel {
    var counts: [Double: Double] = [:]
    for x in data { counts[x, default: 0] += 1 }
    let x = counts.keys.sorted()
    let names = x.map { NumberFormat.text($0) }
    return Panel(
      title: "probability",
      marks: [
        .bars(label: "data", names: names, values: x.map { (counts[$0] ?? 0) / Double(data.count) }),
        .bars(label: distribution.text, names: names, values: DistributionPlot.heights(distribution, x)),
      ])
  }
}

extension Double {
  /// Within what a whole number can hold.
  fileprivate var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e9), 1e9) }
}
