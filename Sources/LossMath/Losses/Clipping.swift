/// Keras's clipping of probabilities into [ε, 1 − ε].
///
/// 1 − p is exact where p is near 1, and 1 − ε is not: so the upper side asks how far p is from 1.
struct Clipping {
  let epsilon: Double

  func isLow(_ p: Double) -> Bool { p < epsilon }
  func isHigh(_ p: Double) -> Bool { 1 - p < epsilon }
  /// Whether p is moved, and so has no gradient.
  func moves(_ p: Double) -> Bool { isLow(p) || isHigh(p) }

  func apply(_ p: Double) -> Double { isLow(p) ? epsilon : isHigh(p) ? 1 - epsilon : p }

  func log(_ p: Double) -> Double { isHigh(p) ? Libm.log1p(-epsilon) : Libm.log(apply(p)) }
  /// log(1 − p).
  func logOfRest(_ p: Double) -> Double {
    isHigh(p) ? Libm.log(epsilon) : Libm.log1p(-apply(p))
  }

  func apply(_ p: Traced) throws(MathError) -> Traced {
    let moved = try p.value.map { moves($0) ? 1 : 0 }
    return try .select(moved, Traced(try p.value.map(apply)), p)
  }
}

extension LossOptions {
  /// The clipping asked for, if any.
  var clipping: Clipping? { epsilon > 0 ? Clipping(epsilon: epsilon) : nil }
}
