/// The median of some numbers and the two that bound their middle half.
///
/// Between neighbours it is linear, as NumPy's `quantile` is. A run that diverged counts as infinitely bad, so that
/// the quartiles speak of all runs and not only of those that went well.
struct Quartiles: Equatable {
  let low: Double
  let median: Double
  let high: Double

  /// Nothing where there is no number; NaN counts as none.
  init?(_ values: [Double]) {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return nil }
    low = Self.quantile(sorted, 0.25)
    median = Self.quantile(sorted, 0.5)
    high = Self.quantile(sorted, 0.75)
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = sorted[Int(place)]
    let above = sorted[min(Int(place) + 1, sorted.count - 1)]
    let part = place - place.rounded(.down)
    if part == 0 || below == above { return below }
    if !below.isFinite || !above.isFinite { return below.isFinite ? above : below }
    return below + part * (above - below)
  }
}
