/// Sums that keep their accuracy.
///
/// Compensated summation (Neumaier, ZAMM 54, 1974; Ogita, Rump and Oishi, SIAM J. Sci. Comput. 26, 2005): the error of
/// each addition is found exactly and carried along, so the result is as good as a sum in twice the precision, rounded
/// once. Infinities and NaN come out as a plain sum gives them. Long sums run in four lanes, which the processor adds
/// side by side.
public enum Summation {
  private typealias Lanes = SIMD4<Double>

  public static func sum(_ values: [Double]) -> Double {
    values.withUnsafeBufferPointer { buffer in sum(count: buffer.count) { buffer[$0] } }
  }

  /// Sums `term(0) + … + term(count − 1)`, calling `term` once for each, in order.
  @inline(__always)
  public static func sum(count: Int, _ term: (Int) -> Double) -> Double {
    guard count >= 8 else { return finish(0, 0, 0..<count, term) }
    var (total, lost) = (Lanes.zero, Lanes.zero)
    let body = count & ~3
    var i = 0
    while i < body {
      let x = Lanes(term(i), term(i + 1), term(i + 2), term(i + 3))
      let next = total + x
      let part = next - total
      lost += (total - (next - part)) + (x - part)
      total = next
      i += 4
    }
    let (start, rest) = joined(total)
    return finish(start, rest + lost.sum(), body..<count, term)
  }

  /// Goes on from a total and what it lost, term by term.
  @inline(__always)
  private static func finish(
    _ start: Double, _ startLost: Double, _ range: Range<Int>, _ term: (Int) -> Double
  ) -> Double {
    var (total, lost) = (start, startLost)
    for i in range {
      let x = term(i)
      lost += Rounding.errorOfSum(total, x)
      total += x
    }
    // An infinite total makes the carried error NaN; the total alone is then the answer.
    return total.isFinite ? total + lost : total
  }

  private static func joined(_ lanes: Lanes) -> (total: Double, lost: Double) {
    var (total, lost) = (lanes[0], 0.0)
    for lane in 1..<4 {
      lost += Rounding.errorOfSum(total, lanes[lane])
      total += lanes[lane]
    }
    return (total, lost)
  }
}
