/// Ticks for a logarithmic axis between the exponents in `range`, about `count` of them: powers of ten when
/// there are several, else 1, 2 and 5 times those, else what a linear axis would have.
func logTicks(in range: ClosedRange<Double>, atMost count: Int) -> [DecimalNumber] {
  let reach = (range.lowerBound - 1e-9)...(range.upperBound + 1e-9)
  let first = reach.lowerBound.rounded(.up).whole(in: -400...400)
  let last = reach.upperBound.rounded(.down).whole(in: -400...400)
  if last - first >= 2 { return powers(first, last, atMost: count) }
  let finer = [first - 1, first, first + 1].flatMap { exponent in
    [1, 2, 5].map { DecimalNumber(significand: $0, exponent: exponent) }
  }.filter { reach.contains(decimalLogarithm($0.value)) }
  if finer.count >= 3 { return finer.count <= count + 1 ? finer : finer.filter { $0.significand == 1 } }
  let values = powerOfTen(range.lowerBound)...max(powerOfTen(range.lowerBound), powerOfTen(range.upperBound))
  return niceTicks(in: values, atMost: count).filter { $0.significand > 0 }
}

private func powers(_ first: Int, _ last: Int, atMost count: Int) -> [DecimalNumber] {
  let stride = (last - first) / max(1, count) + 1
  return (first...last).filter { $0 % stride == 0 }.map { DecimalNumber(significand: 1, exponent: $0) }
}
