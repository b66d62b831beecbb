/// What the shades of a panel's heat maps stand for: the range of all their values.
struct HeatScale: Equatable {
  let scale: Scale
  /// From the lowest to the highest finite value that the scale can show.
  let range: ClosedRange<Double>

  /// Nothing where no value can be shown.
  init?(_ panel: Panel) {
    var (low, high) = (Double.infinity, -Double.infinity)
    var found: Scale?
    for mark in panel.marks {
      guard case .heat(_, let grid, let scale) = mark else { continue }
      found = found ?? scale
      for value in grid.values where (found ?? scale).transformed(value).isFinite {
        low = min(low, value)
        high = max(high, value)
      }
    }
    guard let found, low <= high else { return nil }
    (scale, range) = (found, low...high)
  }

  /// From 0 for the lowest value to 1 for the highest; in the middle where all are equal. Nothing for a value that the
  /// scale cannot show. Infinities take the end of their side.
  func share(_ value: Double) -> Double? {
    let position = scale.transformed(value)
    guard !position.isNaN else { return nil }
    let (low, high) = (scale.transformed(range.lowerBound), scale.transformed(range.upperBound))
    guard low < high else { return position < low ? 0 : position > high ? 1 : 0.5 }
    if position.isInfinite { return position < 0 ? 0 : 1 }
    return ((position / 2 - low / 2) / (high / 2 - low / 2)).held(in: 0...1)
  }

  /// The share as one of `count` steps.
  func level(_ value: Double, of count: Int) -> Int? {
    share(value).map { ($0 * Double(count) - 0.5).whole(in: 0...count - 1) }
  }
}

extension Panel {
  /// The name of the first heat map, which stands at the colour bar.
  var heatLabel: String? {
    marks.lazy.compactMap { mark in
      guard case .heat(let label?, _, _) = mark, !label.isEmpty else { return nil }
      return label
    }.first
  }

  /// Whether something fills the frame, so that what lies above needs to stand out.
  var hasGround: Bool { marks.contains { $0.kind == .heat || $0.kind == .region } }
}
