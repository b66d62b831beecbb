extension RandomState {
  /// The next draw from the Poisson distribution: NumPy's `poisson(lam)`.
  ///
  /// NumPy computes in whole numbers; all of them are exact in doubles below 2⁵³.
  /// - Parameter rate: from 0 through `SamplingLimits.size`.
  mutating func poisson(rate: Double) -> Double {
    if rate >= 10 { return transformedRejection(rate) }
    return rate == 0 ? 0 : multiplication(rate)
  }

  /// Uniform draws are multiplied until the product falls below e^(−rate).
  private mutating func multiplication(_ rate: Double) -> Double {
    let threshold = Libm.exp(-rate)
    var (count, product) = (0.0, 1.0)
    while true {
      product *= uniform()
      guard product > threshold else { return count }
      count += 1
    }
  }

  /// PTRS: W. Hörmann, "The transformed rejection method for generating Poisson random variables", Insurance:
  /// Mathematics and Economics 12 (1993).
  private mutating func transformedRejection(_ rate: Double) -> Double {
    let (root, logRate) = (rate.squareRoot(), Libm.log(rate))
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let limit = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let edge = 0.5 - abs(u)
      let k = ((2 * a / edge + b) * u + rate + 0.43).rounded(.down)
      if edge >= 0.07 && v <= limit { return k }
      if k < 0 || (edge < 0.013 && v > edge) { continue }
      let left = Libm.log(v) + Libm.log(inverseAlpha) - Libm.log(a / (edge * edge) + b)
      if left <= -rate + k * logRate - Self.logGamma(k + 1) { return k }
    }
  }

  /// NumPy's own log-gamma, whose last bits decide which draws are kept. `x` is a whole number above 0.
  private static func logGamma(_ x: Double) -> Double {
    if x == 1 || x == 2 { return 0 }
    let steps = x <= 7 ? Int(7 - x) : 0
    var at = x + Double(steps)
    let square = 1 / (at * at)
    var series = gammaCoefficients[gammaCoefficients.count - 1]
    for coefficient in gammaCoefficients.dropLast().reversed() {
      series *= square
      series += coefficient
    }
    var result = series / at + 0.5 * 1.8378770664093453 + (at - 0.5) * Libm.log(at) - at
    for _ in 0..<steps {
      result -= Libm.log(at - 1)
      at -= 1
    }
    return result
  }

  private static let gammaCoefficients = [
    8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
    8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
    1.796443723688307e-01, -1.39243221690590e+00,
  ]
}
