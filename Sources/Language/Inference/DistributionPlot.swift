import LossMath
import Plotting

/// Distributions as curves of their density, and discrete ones as bars of probability.
enum DistributionPlot {
  private static let samples = 241
  /// More bars than this are drawn as points.
  static let barLimit = 30

  private struct Item {
    let name: String
    let distribution: DistributionValue
    let mean: Double
    let deviation: Double
  }

  /// Nothing where no value is a distribution.
  static func figure(
    _ values: [(expression: Expression, value: Value)], _ name: (Expression) -> String
  ) throws(Diagnostic) -> Figure? {
    guard values.contains(where: { if case .distribution = $0.value { true } else { false } }) else {
      return nil
    }
    var (smooth, discrete): ([Item], [Item]) = ([], [])
    for (expression, value) in values {
      guard case .distribution(let distribution) = value else {
        throw Diagnostic(
          .wrongType, "beside a distribution `plot` draws distributions; this is \(value.described)",
          at: expression.span, hint: "for a curve say what varies: plot exp(log_prob(d, x)) for x in -3..3")
      }
      let item = try item(distribution, name(expression), expression.span)
      if distribution.family.isDiscrete { discrete.append(item) } else { smooth.append(item) }
    }
    let panels = [smooth.isEmpty ? nil : densities(smooth), discrete.isEmpty ? nil : probabilities(discrete)]
    return Figure(panels: panels.compactMap { $0 })
  }

  private static func item(
    _ distribution: DistributionValue, _ name: String, _ span: Span
  ) throws(Diagnostic) -> Item {
    for (parameter, value) in zip(distribution.family.parameters, distribution.values) {
      guard parameter.range == .simplex ? value.rank == 1 : value.count == 1 else {
        throw Diagnostic(
          .badCommand,
          "`plot` draws one distribution, and `\(parameter.name)` is \(Value.described(value.shape))",
          at: span, hint: "name them one by one: plot normal(0, 1), normal(2, 1)")
      }
    }
    let moments = DistributionMoments(distribution)
    let classes = Double(distribution.values.first?.count ?? 1)
    return Item(
      name: name, distribution: distribution, mean: moments?.mean.elements.first ?? classes / 2,
      deviation: moments?.variance.elements.first?.squareRoot() ?? classes)
  }

  private static func densities(_ items: [Item]) -> Panel {
    let ends = items.map { item -> (Double, Double) in
      item.distribution.family.support == .nonNegative
        ? (0, 5 * item.mean) : (item.mean - 4 * item.deviation, item.mean + 4 * item.deviation)
    }
    let (low, high) = (ends.map(\.0).min() ?? 0, ends.map(\.1).max() ?? 1)
    let x = (0..<samples).map { low + (high - low) * (Double($0) / Double(samples - 1)) }
    return Panel(
      title: "density", xLabel: "x",
      marks: items.map { .line(label: $0.name, x: x, y: heights($0.distribution, x)) })
  }

  private static func probabilities(_ items: [Item]) -> Panel {
    let ranges = items.map(range)
    if ranges.allSatisfy({ $0.count <= barLimit }) {
      return Panel(
        title: "probability",
        marks: zip(items, ranges).map { item, x in
          .bars(
            label: item.name, names: x.map { NumberFormat.text($0) }, values: heights(item.distribution, x))
        })
    }
    return Panel(
      title: "probability", xLabel: "x",
      marks: zip(items, ranges).map { .points(label: $0.name, x: $1, y: heights($0.distribution, $1)) })
  }

  private static func range(_ item: Item) -> [Double] {
    wholeNumbers(
      item.distribution, from: item.mean - 4 * item.deviation, to: item.mean + 4 * item.deviation)
  }

  /// The whole numbers between two that a discrete distribution may give; some of them, where they are many.
  static func wholeNumbers(
    _ distribution: DistributionValue, from low: Double, to high: Double
  ) -> [Double] {
    let last: Double =
      switch distribution.family.support {
      case .zeroOne: 1
      case .countsThrough: distribution.values[0].elements[0]
      case .classIndex: Double(distribution.values[0].count - 1)
      default: .infinity
      }
    let low = max(low.rounded(.down), 0)
    let high = min(max(high.rounded(.up), low + 1), last)
    let step = max(((high - low) / Double(samples - 1)).rounded(.up), 1)
    guard step.isFinite else { return [low] }
    return (0..<samples).map { low + Double($0) * step }.filter { $0 <= high }
  }

  static func heights(_ distribution: DistributionValue, _ x: [Double]) -> [Double] {
    let parameters = distribution.parameters.map(\.detached)
    let scalars = parameters.map { $0.value.rank == 1 && $0.value.count == 1 }
    // One number in brackets is still one number, except where it is the only class.
    let values = zip(parameters, scalars).map { p, isBoxed in
      isBoxed && distribution.family.support != .classIndex ? Traced(p.value.elements[0]) : p
    }
    guard let logs = try? distribution.family.logProb(Traced(Tensor(x)), values),
      let heights = try? logs.exp()
    else { return x.map { _ in .nan } }
    return heights.value.elements
  }
}
