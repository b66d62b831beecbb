/// How a number that should be whole and within bounds is refused.
enum WholeNumbers {
  /// The whole number within bounds that is nearest.
  static func nearest(_ number: Double, _ range: ClosedRange<Int>) -> Int {
    let rounded = Int(exactly: number.rounded()) ?? (number > 0 ? range.upperBound : range.lowerBound)
    return min(max(rounded, range.lowerBound), range.upperBound)
  }

  static func refusal(_ number: Double, _ range: ClosedRange<Int>) -> String {
    let bounds =
      range.upperBound == .max
      ? ", \(range.lowerBound) or more" : " from \(range.lowerBound) to \(range.upperBound)"
    return "is a whole number\(bounds), not \(NumberFormat.text(number))"
  }
}
