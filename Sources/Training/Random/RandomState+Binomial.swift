extension RandomState {
  /// The next draw from the binomial distribution: NumPy's `RandomState.binomial(n, p)`.
  ///
  /// One uniform draw at least is used up, even where the result is certain. NumPy computes in whole numbers;
  /// all of them are exact in doubles below 2⁵³.
  /// - Parameters:
  ///   - trials: a whole number from 0 through `SamplingLimits.size`.
  ///   - p: from 0 through 1.
  mutating func binomial(trials: Double, p: Double) -> Double {
    if p <= 0.5 { return rarer(trials, p) }
    return trials - rarer(trials, 1 - p)
  }

  /// p ≤ ½.
  private mutating func rarer(_ n: Double, _ p: Double) -> Double {
    if p * n <= 30 { return inversion(n, p) }
    let plan = BinomialPlan(n, p)
    while true {
      if let y = plan.attempt(&self) { return y }
    }
  }

  /// Walks along the probabilities of 0, 1, 2, … until a uniform draw is used up.
  private mutating func inversion(_ n: Double, _ p: Double) -> Double {
    let q = 1 - p
    let none = Libm.exp(n * Libm.log(q))
    let mean = n * p
    let bound = min(n, mean + 10 * (mean * q + 1).squareRoot()).rounded(.towardZero)
    var (x, probability, u) = (0.0, none, uniform())
    while u > probability {
      x += 1
      if x > bound {
        (x, probability, u) = (0, none, uniform())
      } else {
        u -= probability
        probability = (n - x + 1) * p * probability / (x * q)
      }
    }
    return x
  }
}

/// BTPE: V. Kachitvichyanukul and B. W. Schmeiser, "Binomial random variate generation", Communications of the
/// ACM 31 (1988). The probabilities lie below a triangle, two parallelograms and two exponential tails; a point
/// drawn there is kept if it lies below the probabilities as well. The letters are the paper's.
private struct BinomialPlan {
  private let n, r, q, m, p1, xm, xl, xr, c, leftRate, rightRate, p2, p3, p4, variance: Double

  /// p ≤ ½ and n p > 30.
  init(_ n: Double, _ p: Double) {
    self.n = n
    r = min(p, 1 - p)
    q = 1 - r
    let fm = n * r + r
    m = fm.rounded(.down)
    p1 = (2.195 * (n * r * q).squareRoot() - 4.6 * q).rounded(.down) + 0.5
    xm = m + 0.5
    xl = xm - p1
    xr = xm + p1
    c = 0.134 + 20.5 / (15.3 + m)
    let left = (fm - xl) / (fm - xl * r)
    leftRate = left * (1 + left / 2)
    let right = (xr - fm) / (xr * q)
    rightRate = right * (1 + right / 2)
    p2 = p1 * (1 + 2 * c)
    p3 = p2 + c / leftRate
    p4 = p3 + c / rightRate
    variance = n * r * q
  }

  /// One point under the hat; nothing where it is thrown away.
  func attempt(_ random: inout RandomState) -> Double? {
    let u = random.uniform() * p4
    let v = random.uniform()
    if u <= p1 { return (xm - p1 * v + u).rounded(.down) }
    if u <= p2 {
      let x = xl + (u - p1) / c
      let height = v * c + 1 - abs(m - x + 0.5) / p1
      return height > 1 ? nil : kept(x.rounded(.down), height)
    }
    if v == 0 { return nil }
    if u <= p3 {
      let y = (xl + Libm.log(v) / leftRate).rounded(.down)
      return y < 0 ? nil : kept(y, v * (u - p2) * leftRate)
    }
    let y = (xr - Libm.log(v) / rightRate).rounded(.down)
    return y > n ? nil : kept(y, v * (u - p3) * rightRate)
  }

  private func kept(_ y: Double, _ v: Double) -> Double? {
    let k = abs(y - m)
    let isBelow = k > 20 && k < variance / 2 - 1 ? isBelowFar(y, k, v) : v <= ratio(y)
    return isBelow ? y : nil
  }

  /// The probability of y relative to that of the mode, step by step.
  private func ratio(_ y: Double) -> Double {
    let s = r / q
    let a = s * (n + 1)
    var (f, i) = (1.0, min(m, y) + 1)
    while i <= max(m, y) {
      if m < y { f *= a / i - s } else { f /= a / i - s }
      i += 1
    }
    return f
  }

  /// The same far from the mode: squeezes first, then Stirling's formula.
  private func isBelowFar(_ y: Double, _ k: Double, _ v: Double) -> Bool {
    let rho = (k / variance) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / variance + 0.5)
    let t = -k * k / (2 * variance)
    let height = Libm.log(v)
    if height < t - rho { return true }
    if height > t + rho { return false }
    return height <= exactBound(y)
  }

  private func exactBound(_ y: Double) -> Double {
    let (x1, f1, z, w) = (y + 1, m + 1, n + 1 - m, n - y + 1)
    let first = xm * Libm.log(f1 / x1)
    let second = (n - m + 0.5) * Libm.log(z / w)
    let third = (y - m) * Libm.log(w * r / (x1 * q))
    return first + second + third + stirling(f1) + stirling(z) + stirling(x1) + stirling(w)
  }

  private func stirling(_ x: Double) -> Double {
    let square = x * x
    return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166_320
  }
}
