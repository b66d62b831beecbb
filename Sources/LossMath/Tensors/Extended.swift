/// A number as the sum of two doubles, for the few places where a difference would cancel.
///
/// The sums and products are those of Dekker (Numerische Mathematik 18, 1971) with fused products; the results
/// hold about 100 bits.
struct Extended {
  var high: Double
  var low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  var value: Double { high.isFinite && low.isFinite ? high + low : high }

  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> Extended { Extended(a + b, Rounding.errorOfSum(a, b)) }

  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> Extended {
    let product = a * b
    return Extended(product, (-product).addingProduct(a, b))
  }

  static func + (a: Extended, b: Extended) -> Extended {
    let sum = sum(a.high, b.high)
    return Extended.sum(sum.high, sum.low + a.low + b.low)
  }

  static func * (a: Extended, b: Extended) -> Extended {
    let product = product(a.high, b.high)
    return Extended.sum(product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: Extended, b: Extended) -> Extended {
    let quotient = a.high / b.high
    let part = product(quotient, b.high)
    let rest = ((a.high - part.high) - part.low) + a.low - quotient * b.low
    return Extended.sum(quotient, rest / b.high)
  }

  prefix static func - (a: Extended) -> Extended { Extended(-a.high, -a.low) }

  /// The square root of a number that is not negative.
  var squareRoot: Extended {
    let root = high.squareRoot()
    guard root.isFinite, root > 0 else { return Extended(root) }
    let rest = (self + -Extended.product(root, root)).value
    return Extended.sum(root, rest / (2 * root))
  }

  /// e to a power, by the series after a reduction to at most log(2) / 2.
  static func exp(_ x: Extended) -> Extended {
    guard abs(x.high) < 700 else { return Extended(Libm.exp(x.value)) }
    let k = (x.high / ln2.high).rounded()
    let r = x + -(Extended(k) * ln2)
    var series = Extended(1)
    for n in stride(from: 24.0, to: 0, by: -1) { series = Extended(1) + r * series / Extended(n) }
    let scale = Double(sign: .plus, exponent: Int(k), significand: 1)
    return Extended(series.high * scale, series.low * scale)
  }

  private static let ln2 = Extended(0.693147180559945309, 2.3190468138462996e-17)

  /// The natural logarithm of a positive normal number, by the series of the area tangent.
  static func log(_ x: Double) -> Extended {
    guard x.isNormal, x > 0 else { return Extended(Libm.log(x)) }
    var (m, k) = (x.significand, Double(x.exponent))
    if m > 1.4142135623730951 { (m, k) = (m / 2, k + 1) }
    let s = Extended(m - 1) / Extended.sum(m, 1)
    let square = s * s
    var series = Extended(0)
    for odd in stride(from: 41.0, to: 0, by: -2) {
      series = square * series + Extended(1) / Extended(odd)
    }
    return Extended(k) * ln2 + Extended(2) * s * series
  }
}

extension Summation {
  /// Σ a·b with the errors of the products carried along.
  static func dot(count: Int, _ a: (Int) -> Double, _ b: (Int) -> Double) -> Double {
    var sum = CompensatedSum()
    for i in 0..<count {
      let product = Extended.product(a(i), b(i))
      sum.add(product.high, lost: product.low)
    }
    return sum.value
  }
}
