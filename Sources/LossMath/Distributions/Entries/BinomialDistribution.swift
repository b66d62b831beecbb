/// log(n! / (x! (n − x)!)) + x log p + (n − x) log(1 − p).
enum BinomialDistribution: DensityFormula {
  static func reaches(_ x: Double, _ n: Double, _ p: Double) -> Bool { x >= 0 && x <= n && x.isFinite }

  static func value(_ x: Double, _ n: Double, _ p: Double) -> Double {
    guard p >= 0 && p <= 1 && n >= 0 && n.isFinite && !x.isNaN else { return .nan }
    if p == 0 { return x == 0 ? 0 : -.infinity }
    if p == 1 { return x == n ? 0 : -.infinity }
    return Saddlepoint.binomial(x, trials: n, p)
  }

  static func slopeInData(_ x: Traced, _ n: Traced, _ p: Traced) throws(MathError) -> Traced {
    let one = Traced(1)
    let odds = try p.log() - p.negated().log1p()
    return try odds + (n - x + one).polygamma(0) - (x + one).polygamma(0)
  }

  static func slopeInFirst(_ x: Traced, _ n: Traced, _ p: Traced) throws(MathError) -> Traced {
    let one = Traced(1)
    return try (n + one).polygamma(0) - (n - x + one).polygamma(0) + p.negated().log1p()
  }

  static func slopeInSecond(_ x: Traced, _ n: Traced, _ p: Traced) throws(MathError) -> Traced {
    try .safeQuotient(x, p) - .safeQuotient(n - x, Traced(1) - p)
  }

  static let entry = Distribution(
    name: "binomial",
    title: "Binomial distribution",
    aliases: [],
    summary: "How many of n independent tries succeed.",
    parameters: [
      DistributionParameter(name: "n", range: .wholeNumber, meaning: "the number of tries"),
      DistributionParameter(name: "p", range: .probability, meaning: "the probability of success in one try"),
    ],
    support: .countsThrough,
    formula: "log(n! / (x! * (n - x)!)) + x * log(p) + (n - x) * log(1 - p)",
    latex: #"\log\binom{n}{x} + x \log p + (n - x) \log(1 - p)"#,
    estimate: "p = mean(x) / n",
    identity: nil,
    example: "binomial([3, 5, 4], n=10, p=0.4)",
    pitfalls: [
      "n must be known; only p is estimated.",
      "With n = 1 it is the Bernoulli distribution.",
    ],
    body: DistributionBody(
      logProb: { (x, parameters) throws(MathError) in try logProb(x, parameters) },
      closedForm: { data, given, _ in
        let trials = given[0] ?? Tensor(.nan)
        return [trials, given[1] ?? Tensor(Moments.mean(data) / (trials.single ?? .nan))]
      },
      start: { _, given, _ in [given[0] ?? Tensor(1), given[1] ?? Tensor(0.5)] }))
}
