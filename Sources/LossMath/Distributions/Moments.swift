/// Averages of data, by compensated sums. NaN without data.
enum Moments {
  static func mean(_ x: [Double]) -> Double { Summation.sum(x) / Double(x.count) }

  static func meanSquare(_ x: [Double], around center: Double) -> Double {
    Summation.sum(count: x.count) { (x[$0] - center) * (x[$0] - center) } / Double(x.count)
  }

  static func meanDistance(_ x: [Double], from center: Double) -> Double {
    Summation.sum(count: x.count) { abs(x[$0] - center) } / Double(x.count)
  }

  static func extremes(_ x: [Double]) -> (low: Double, high: Double) { (x.min() ?? .nan, x.max() ?? .nan) }

  /// A centre and a scale to start a search from: the middle of the range and a quarter of it, or 1 where all values are
  /// alike.
  static func roughly(_ x: [Double]) -> (center: Double, scale: Double) {
    let (low, high) = extremes(x)
    return (low + (high - low) / 2, high > low ? (high - low) / 4 : 1)
  }

  /// The middle value; between two middle values their mean.
  /// - Throws: `MathError.interrupted`.
  static func median(_ x: [Double]) throws(MathError) -> Double {
    let sorted = try x.interruptiblySorted(by: <)
    guard let last = sorted.last else { return .nan }
    let upper = sorted.count / 2
    let high = upper < sorted.count ? sorted[upper] : last
    return sorted.count % 2 == 1 ? high : sorted[upper - 1] + (high - sorted[upper - 1]) / 2
  }
}
