/// Sums that keep their accuracy.
///
/// Compensated summation after Neumaier (ZAMM 54, 1974): the error of each addition is carried along, so the result is
/// as good as a sum in twice the precision, rounded once. Infinities and NaN come out as a plain sum gives them.
public enum Summation {
  public static func sum(_ values: [Double]) -> Double {
    values.withUnsafeBufferPointer { sum(count: $0.count) { [buffer = $0] in buffer[$0] } }
  }

  /// Sums `term(0) + … + term(count − 1)`.
  @inline(__always)
  public static func sum(count: Int, _ term: (Int) -> Double) -> Double {
    var total = 0.0
    var lost = 0.0
    for i in 0..<count {
      let x = term(i)
      let next = total + x
      lost += abs(total) >= abs(x) ? (total - next) + x : (x - next) + total
      total = next
    }
    // An infinite total makes the carried error NaN; the total alone is then the answer.
    return total.isFinite ? total + lost : total
  }
}
