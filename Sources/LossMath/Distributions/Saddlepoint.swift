/// Parts of the probabilities of counts in which nothing cancels.
///
/// C. Loader, "Fast and accurate computation of binomial probabilities" (2000): a factorial is taken as
/// Stirling's approximation times the exponential of its error, and what remains is a deviance, the distance
/// of the count from its mean. Every term of the logarithm then has one sign.
enum Saddlepoint {
  private static let halfLogTwoPi = 0.918_938_533_204_672_74

  /// log x! − (x + ½) log x + x − ½ log 2π, the error of Stirling's formula; x ≥ 1.
  static func stirlingError(_ x: Double) -> Double {
    var (sum, a) = (CompensatedSum(), x)
    while a < 16 {
      sum.add(stirlingStep(a))
      a += 1
    }
    let square = 1 / (a * a)
    let inner = 1.0 / 1680 - square * (1.0 / 1188 - square * (691.0 / 360_360 - square / 156))
    sum.add((1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * inner))) / a)
    return sum.value
  }

  /// stirlingError(a) − stirlingError(a + 1) = (a + ½) log(1 + 1/a) − 1, as the series of the area tangent.
  private static func stirlingStep(_ a: Double) -> Double {
    let square = 1 / ((2 * a + 1) * (2 * a + 1))
    var (power, sum, odd) = (square, 0.0, 3.0)
    while power > 1e-18 * sum {
      sum += power / odd
      power *= square
      odd += 2
    }
    return sum
  }

  /// x log(x / mean) + mean − x, which is 0 at x = mean and positive elsewhere; x > 0, mean > 0.
  ///
  /// - Parameter lost: what rounding took from `mean`, given back to first order.
  static func deviance(_ x: Double, _ mean: Double, lost: Double = 0) -> Double {
    let difference = x - mean
    let correction = lost == 0 ? 0 : -difference / mean * lost
    let v = difference / (x + mean)
    guard abs(v) < 0.5 else { return x * logQuotient(x, mean) - difference + correction }
    let square = v * v
    var (power, sum, odd) = (v * square, 0.0, 3.0)
    while abs(power) > 1e-18 * abs(sum) {
      sum += power / odd
      power *= square
      odd += 2
    }
    return difference * v + 2 * x * sum + correction
  }

  private static func logQuotient(_ x: Double, _ y: Double) -> Double {
    let quotient = x / y
    return quotient.isNormal ? Libm.log(quotient) : Libm.log(x) - Libm.log(y)
  }

  /// log(rateˣ e^(−rate) / x!); x ≥ 0, rate > 0.
  static func poisson(_ x: Double, rate: Double) -> Double {
    if x == 0 { return -rate }
    if x < 1 { return x * Libm.log(rate) - rate - Libm.logGamma(x + 1) }
    return -(halfLogTwoPi + 0.5 * Libm.log(x)) - stirlingError(x) - deviance(x, rate)
  }

  /// log(n! / (x! (n − x)!) pˣ (1 − p)ⁿ⁻ˣ); 0 ≤ x ≤ n, 0 < p < 1.
  static func binomial(_ x: Double, trials n: Double, _ p: Double) -> Double {
    let rest = n - x
    if x == 0 { return n * Libm.log1p(-p) }
    if rest == 0 { return n * Libm.log(p) }
    guard x >= 1, rest >= 1 else { return smallBinomial(x, n, p) }
    let q = 1 - p
    let (hits, misses) = (n * p, n * q)
    let hitsLost = (-hits).addingProduct(n, p)
    let missesLost = (-misses).addingProduct(n, q) + n * Rounding.errorOfSum(1, -p)
    let spread = halfLogTwoPi + 0.5 * Libm.log(x * (rest / n))
    let errors = stirlingError(x) + (stirlingError(rest) - stirlingError(n))
    return -spread - errors - deviance(x, hits, lost: hitsLost) - deviance(rest, misses, lost: missesLost)
  }

  /// Between two whole numbers at an end, where Stirling's formula does not reach.
  private static func smallBinomial(_ x: Double, _ n: Double, _ p: Double) -> Double {
    let choose = Libm.logGamma(n + 1) - Libm.logGamma(x + 1) - Libm.logGamma(n - x + 1)
    return choose + x * Libm.log(p) + (n - x) * Libm.log1p(-p)
  }
}
