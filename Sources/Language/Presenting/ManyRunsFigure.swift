import Plotting
import Training

/// Many runs as a figure: medians over the epochs, each in the band of its middle half; of numbers that were swept
/// also what they lead to.
struct ManyRunsFigure: RecordDrawing {
  private let result: ManyRunsResult
  private static let mostCurves = 6
  /// Epochs that are drawn: more than any window has columns of dots.
  private static let mostPoints = 400

  init(_ result: ManyRunsResult) { self.result = result }

  func figure(_ interpreter: Interpreter, at span: Span) -> Figure { figure }

  var figure: Figure {
    if let singles = result.singles?.figure { return singles }
    guard result.varied != "loss" else {
      return Figure(panels: [epochs("test \(result.metric.rawValue)", result.groups, \.testMetric)])
    }
    return Figure(panels: [overValues, curves])
  }

  /// The curve that belongs to what ranks the values.
  private var curves: Panel {
    let shown = Self.spread(result.groups, Self.mostCurves)
    let part = shown.count < result.groups.count ? ", \(shown.count) of \(result.groups.count)" : ""
    return result.metric == .accuracy
      ? epochs("test accuracy" + part, shown, \.testMetric) : epochs("test loss" + part, shown, \.testLoss)
  }

  /// A few of many, both ends among them.
  private static func spread(_ groups: [RunGroup], _ most: Int) -> [RunGroup] {
    guard groups.count > most else { return groups }
    return (0..<most).map { groups[$0 * (groups.count - 1) / (most - 1)] }
  }

  // MARK: Over the values

  private var overValues: Panel {
    let measure = result.measures.first ?? .testLoss
    let quartiles = result.groups.map { measure.quartiles($0) }
    guard let values = result.values else {
      return Panel(
        title: measure.name,
        marks: [.bars(names: result.groups.map(\.name), values: quartiles.map { $0?.median ?? .nan })])
    }
    let order = values.indices.sorted { values[$0] < values[$1] }
    let x = order.map { values[$0] }
    func y(_ part: KeyPath<Quartiles, Double>) -> [Double] {
      order.map { quartiles[$0]?[keyPath: part] ?? .nan }
    }
    let median = y(\.median)
    let line: [Mark] = [.line(label: measure.name, x: x, y: median)]
    let band: [Mark] =
      result.seeds > 1 ? [.band(label: measure.name, x: x, low: y(\.low), high: y(\.high))] : []
    return Panel(
      title: measure.name, xLabel: result.varied, marks: band + line, xScale: Self.scale(x),
      yScale: measure.isHigherBetter ? .linear : Self.scale(median))
  }

  /// Logarithmic where positive values span nearly two decades.
  private static func scale(_ values: [Double]) -> Scale {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low > 0, high >= 50 * low else { return .linear }
    return .log
  }

  // MARK: Over the epochs

  private func epochs(_ title: String, _ groups: [RunGroup], _ values: KeyPath<Run, [Double]>) -> Panel {
    var marks: [Mark] = []
    var medians: [Double] = []
    let isHigherBetter = title.hasSuffix("accuracy")
    for group in groups {
      let (x, quartiles) = curve(group, values, worst: isHigherBetter ? -.infinity : .infinity)
      let median = quartiles.map(\.median)
      medians += median
      if result.seeds > 1 {
        marks.append(.band(label: group.name, x: x, low: quartiles.map(\.low), high: quartiles.map(\.high)))
      }
      marks.append(.line(label: group.name, x: x, y: median))
    }
    // Bands first: a line must not disappear behind the band of another.
    let ordered = marks.filter(\.isBand) + marks.filter { !$0.isBand }
    return Panel(
      title: title, xLabel: "epoch", marks: ordered,
      yScale: result.metric == .mse ? Self.scale(medians) : .linear, hasWholeX: true)
  }

  /// The quartiles over the seeds after each epoch; a run that diverged is infinitely bad from there on.
  private func curve(
    _ group: RunGroup, _ values: KeyPath<Run, [Double]>, worst: Double
  ) -> (x: [Double], y: [Quartiles]) {
    let curves = group.ended.map { ($0.run.run[keyPath: values], $0.run.run.hasDiverged) }
    let length = curves.map(\.0.count).max() ?? 0
    let points = min(length, Self.mostPoints)
    var x: [Double] = []
    var y: [Quartiles] = []
    for point in 0..<points {
      let epoch = points > 1 ? point * (length - 1) / (points - 1) : 0
      let numbers = curves.map { curve, diverged in
        epoch < curve.count ? curve[epoch] : diverged ? worst : curve.last ?? .nan
      }
      guard let quartiles = Quartiles(numbers) else { continue }
      x.append(Double(epoch + 1))
      y.append(quartiles)
    }
    return (x, y)
  }
}

extension Mark {
  fileprivate var isBand: Bool {
    if case .band = self { return true }
    return false
  }
}
