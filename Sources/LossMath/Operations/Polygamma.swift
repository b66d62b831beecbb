/// The derivatives of log Γ.
///
/// ψ⁽ᵐ⁾(x) = (−1)ᵐ⁺¹ m! ζ(m + 1, x): terms are taken one by one until the argument is large, and the rest is
/// the Euler–Maclaurin series of the Hurwitz zeta function (DLMF 5.15 and 25.11.5). Within a few ULP on x > 0,
/// of the larger of value and 1 near the zero of digamma at 1.46.
enum Polygamma {
  /// B₂ⱼ, j = 1 …
  private static let bernoulli: [Double] = {
    let numerators: [Double] = [1, -1, 1, -1, 5, -691, 7, -3617, 43867, -174_611]
    let denominators: [Double] = [6, 30, 42, 30, 66, 2730, 6, 510, 798, 330]
    return zip(numerators, denominators).map { $0 / $1 }
  }()
  /// Further left than this, or in a higher order, the terms of a derivative would take too long: NaN.
  private static let leftmost = -1000.0
  private static let highestOrder = 100

  /// ψ⁽ᵐ⁾(x); order 0 is digamma. NaN at 0, −1, −2, …, which are poles.
  static func value(order: Int, _ x: Double) -> Double {
    if x <= 0 && x == x.rounded() || x.isNaN { return .nan }
    if order > 0 && (x < leftmost || order > highestOrder) { return .nan }
    if x == .infinity { return order <= 0 ? x : 0 }
    return order <= 0 ? digamma(x) : derivative(order, x)
  }

  private static func digamma(_ x: Double) -> Double {
    if x < 0 {
      // Reflection; the argument of the tangent is reduced first, which is exact.
      return digamma(1 - x) - Double.pi / Libm.tan(Double.pi * (x - x.rounded()))
    }
    var (sum, a) = (CompensatedSum(), x)
    while a < 10 {
      sum.add(-1 / a)
      a += 1
    }
    let square = 1 / (a * a)
    var power = 1.0
    for (j, b) in bernoulli.enumerated() {
      power *= square
      sum.add(-b / Double(2 * j + 2) * power)
    }
    sum.add(-0.5 / a)
    sum.add(Libm.log(a))
    return sum.value
  }

  private static func derivative(_ order: Int, _ x: Double) -> Double {
    let s = Double(order + 1)
    var (sum, a) = (CompensatedSum(), x)
    while a < 10 + s {
      sum.add(Libm.pow(a, -s))
      a += 1
    }
    let tail = Libm.pow(a, -s)
    sum.add(a * tail / (s - 1))
    sum.add(tail / 2)
    var factor = s * tail / a / 2
    for (j, b) in bernoulli.enumerated() {
      sum.add(b * factor)
      let k = Double(2 * j + 2)
      factor *= (s + k - 1) * (s + k) / ((k + 1) * (k + 2) * a * a)
    }
    let factorial = (1...max(order, 1)).reduce(1.0) { $0 * Double($1) }
    return (order % 2 == 0 ? -1 : 1) * factorial * sum.value
  }
}
