/// How a number that should be whole and within bounds is refused.
enum WholeNumbers {
  static func refusal(_ number: Double, _ range: ClosedRange<Int>) -> String {
    let bounds =
      range.upperBound == .max
      ? ", \(range.lowerBound) or more" : " from \(range.lowerBound) to \(range.upperBound)"
    return "is a whole number\(bounds), not \(NumberFormat.text(number))"
  }
}
