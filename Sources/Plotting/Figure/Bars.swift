/// A named value in a bar chart.
struct Bar: Equatable {
  let name: String
  let value: Double
}

/// The bars of one mark.
struct BarGroup {
  let label: String?
  let color: Int
  let bars: [Bar]
  /// How many bars there are beyond those shown: a million rows would help nobody.
  let omitted: Int

  static let most = 200
}

extension Panel {
  /// What the bar marks of the panel show.
  var barGroups: [BarGroup] {
    series.compactMap { series in
      guard case .bars(let label, let names, let values) = series.mark else { return nil }
      let bars = zip(names, values).prefix(BarGroup.most).map { Bar(name: $0, value: $1) }
      let omitted = min(names.count, values.count) - bars.count
      return BarGroup(label: label, color: series.color ?? 0, bars: bars, omitted: omitted)
    }
  }
}

/// Where bars start and how long they are, as shares of the room there is.
struct BarScale {
  private let low: Double
  private let high: Double

  init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    low = min(0, finite.min() ?? 0)
    high = max(0, finite.max() ?? 0)
  }

  /// Where zero stands, from 0 at the left to 1 at the right.
  var zero: Double {
    low == 0 ? 0 : (-low / 2) / half
  }

  /// The length of a bar, negative to the left. An infinity takes all the room there is.
  func share(_ value: Double) -> Double {
    if value.isNaN || value == 0 { return 0 }
    if value.isInfinite { return value < 0 ? -zero : 1 - zero }
    return ((value / 2) / half).held(in: -zero...(1 - zero))
  }

  private var half: Double {
    let width = high / 2 - low / 2
    return width > 0 ? width : 1
  }
}
