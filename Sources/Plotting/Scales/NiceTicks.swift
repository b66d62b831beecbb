/// The smallest of 1, 2, 2.5 and 5 × 10^k that divides `range` into at most `count` steps; the smallest
/// whole one where only whole numbers mean something.
func niceStep(in range: ClosedRange<Double>, atMost count: Int, isWhole: Bool = false) -> DecimalNumber {
  // Halves, because the whole width of a range may be beyond the largest number.
  let half = range.upperBound / 2 - range.lowerBound / 2
  let least = (half / Double(max(1, count)) * 2).held(in: 1e-300...Double.greatestFiniteMagnitude)
  let power = decimalLogarithm(least).rounded(.down).whole(in: -300...308) - 1
  let steps = [10, 20, 25, 50, 100].map { DecimalNumber(significand: $0, exponent: power) }
  let found = steps.first { $0.value * (1 + 1e-9) >= least && !(isWhole && $0.decimals > 0) }
  return found ?? (isWhole ? DecimalNumber(significand: 1, exponent: 0) : steps[steps.count - 1])
}

/// The multiples of a nice step inside `range`, rising, at most `count + 1` of them.
func niceTicks(in range: ClosedRange<Double>, atMost count: Int) -> [DecimalNumber] {
  multiples(of: niceStep(in: range, atMost: count), in: range)
}

/// All multiples of `step` inside `range`, with room for a rounding error at both ends.
func multiples(of step: DecimalNumber, in range: ClosedRange<Double>) -> [DecimalNumber] {
  let limit = Int.max / 1_000
  let size = step.value
  let first = (range.lowerBound / size - 1e-9).rounded(.up).whole(in: -limit...limit)
  let last = (range.upperBound / size + 1e-9).rounded(.down).whole(in: -limit...limit)
  guard first <= last, last - first < 1_000 else { return [] }
  return (first...last).map { DecimalNumber(significand: $0 * step.significand, exponent: step.exponent) }
}
