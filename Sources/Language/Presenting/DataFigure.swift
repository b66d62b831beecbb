import Plotting
import Training

/// Pictures of a data set: classes as points in the plane of two features, numbers over a feature.
enum DataFigure {
  /// The most classes that are told apart by mark.
  private static let mostClasses = 8

  /// Over the features that say most about the target.
  static func figure(_ data: Dataset) -> Figure {
    let order = data.featuresByStrength
    guard let first = order.first else { return Figure(panels: []) }
    if data.kind == .regression {
      return Figure(panels: [points(data, .feature(first), .target), histogram(data)])
    }
    let across = min(first, order.count > 1 ? order[1] : first)
    guard order.count > 1 else { return Figure(panels: [points(data, .feature(first), .target)]) }
    return Figure(panels: [points(data, .feature(across), .feature(max(first, order[1])))])
  }

  /// What an axis shows.
  enum Axis: Equatable {
    case feature(Int)
    case target
  }

  static func points(_ data: Dataset, _ x: Axis, _ y: Axis) -> Panel {
    Panel(
      title: DataFileText.name(data.name), xLabel: label(data, x), yLabel: label(data, y),
      marks: groups(data).map { name, rows in
        .points(label: name, x: rows.map { value(data, x, $0) }, y: rows.map { value(data, y, $0) })
      })
  }

  private static func groups(_ data: Dataset) -> [(name: String?, rows: [Int])] {
    guard case .classes(let count) = data.kind else { return [(nil, Array(0..<data.rows))] }
    var groups: [[Int]] = Array(repeating: [], count: min(count, mostClasses))
    var others: [Int] = []
    for row in 0..<data.rows {
      guard let label = Int(exactly: data.targets[row]), groups.indices.contains(label) else {
        others.append(row)
        continue
      }
      groups[label].append(row)
    }
    return groups.enumerated().map { (DataFileText.name(data.names.label($0)), $1) }
      + (others.isEmpty ? [] : [("others", others)])
  }

  private static func label(_ data: Dataset, _ axis: Axis) -> String {
    switch axis {
    case .feature(let column): DataFileText.name(data.names.feature(column))
    case .target: DataFileText.name(data.names.target)
    }
  }

  private static func value(_ data: Dataset, _ axis: Axis, _ row: Int) -> Double {
    switch axis {
    case .feature(let column): data.features[row * data.columns + column]
    case .target: data.targets[row]
    }
  }

  /// How many rows have a target within each of some equal ranges.
  private static func histogram(_ data: Dataset) -> Panel {
    let summary = data.summary.target
    let bins = 10
    let width = (summary.maximum - summary.minimum) / Double(bins)
    var counts = [Double](repeating: 0, count: bins)
    for target in data.targets {
      let place = width > 0 ? ((target - summary.minimum) / width).rounded(.down) : 0
      counts[Int(exactly: min(max(place, 0), Double(bins - 1))) ?? 0] += 1
    }
    let names = counts.indices.map {
      NumberFormat.text(summary.minimum + (Double($0) + 0.5) * width, digits: 3)
    }
    return Panel(
      title: "rows by \(DataFileText.name(data.names.target))", marks: [.bars(names: names, values: counts)])
  }
}

extension Dataset {
  /// The features, the one that goes most closely with the target first: by the share of a feature's variance that
  /// lies between the classes, or by the squared correlation with a number.
  fileprivate var featuresByStrength: [Int] {
    let strengths = (0..<columns).map(strength)
    return strengths.indices.sorted { (strengths[$0], $1) > (strengths[$1], $0) }
  }

  private func strength(_ column: Int) -> Double {
    let values = stride(from: column, to: features.count, by: columns).map { features[$0] }
    let mean = values.reduce(0, +) / Double(rows)
    let total = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard total > 0, total.isFinite else { return 0 }
    guard case .classes(let count) = kind else { return squaredCorrelation(values, mean, total) }
    var sums = [Double](repeating: 0, count: count)
    var counts = sums
    for (value, target) in zip(values, targets) {
      guard let label = Int(exactly: target) else { continue }
      sums[label] += value - mean
      counts[label] += 1
    }
    return zip(sums, counts).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 } / total
  }

  private func squaredCorrelation(_ values: [Double], _ mean: Double, _ total: Double) -> Double {
    let targetMean = targets.reduce(0, +) / Double(rows)
    let spread = targets.reduce(0) { $0 + ($1 - targetMean) * ($1 - targetMean) }
    let common = zip(values, targets).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - targetMean) }
    let share = common / total * (common / spread)
    return share.isFinite ? share : 0
  }
}
