/// Sums that keep their accuracy.
///
/// Compensated summation (Neumaier, ZAMM 54, 1974; Ogita, Rump and Oishi, SIAM J. Sci. Comput. 26, 2005): the
/// error of each addition is found exactly and carried along, so the result is as good as a sum in twice the
/// precision, rounded once. Infinities and NaN come out as a plain sum gives them. Long sums run in four
/// lanes, which the processor adds side by side.
public enum Summation {
  private typealias Lanes = SIMD4<Double>

  /// The sum of a list; 0 for an empty one.
  public static func sum(_ values: [Double]) -> Double {
    values.withUnsafeBufferPointer { buffer in sum(count: buffer.count) { buffer[$0] } }
  }

  /// Sums `term(0) + … + term(count − 1)`, calling `term` once for each, in order.
  ///
  /// A long sum that is told to stop is no sum: who records it as the result of an operation looks at ``Interruption``.
  @inline(__always)
  public static func sum(count: Int, _ term: (Int) -> Double) -> Double {
    var sum = CompensatedSum()
    let body = count >= 8 ? count & ~3 : 0
    if body > 0 {
      var (total, lost) = (Lanes.zero, Lanes.zero)
      var i = 0
      while i < body {
        if i & (Interruption.stretch - 1) == 0, i > 0, Interruption.isRequested() { break }
        let x = Lanes(term(i), term(i + 1), term(i + 2), term(i + 3))
        let next = total + x
        let part = next - total
        lost += (total - (next - part)) + (x - part)
        total = next
        i += 4
      }
      for lane in 0..<4 { sum.add(total[lane], lost: lost[lane]) }
    }
    for i in body..<max(body, count) { sum.add(term(i)) }
    return sum.value
  }
}

/// A compensated sum that grows term by term.
struct CompensatedSum {
  private var total = 0.0
  private var lost = 0.0

  @inline(__always)
  mutating func add(_ term: Double, lost termLost: Double = 0) {
    lost += Rounding.errorOfSum(total, term) + termLost
    total += term
  }

  /// An infinite total makes the carried error NaN; the total alone is then the answer.
  var value: Double { total.isFinite ? total + lost : total }
}
