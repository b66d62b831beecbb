/// x log(rate) − rate − log x!.
enum PoissonDistribution: DensityFormula {
  static func reaches(_ x: Double, _ rate: Double, _ b: Double) -> Bool { x >= 0 && x.isFinite }

  static func value(_ x: Double, _ rate: Double, _ b: Double) -> Double {
    guard rate >= 0 && rate.isFinite && !x.isNaN else { return .nan }
    if rate == 0 { return x == 0 ? 0 : -.infinity }
    return Saddlepoint.poisson(x, rate: rate)
  }

  static func slopeInData(_ x: Traced, _ rate: Traced, _ b: Traced) throws(MathError) -> Traced {
    try rate.log() - (x + Traced(1)).polygamma(0)
  }

  static func slopeInFirst(_ x: Traced, _ rate: Traced, _ b: Traced) throws(MathError) -> Traced {
    try .safeQuotient(x, rate) - Traced(1)
  }

  static let entry = Distribution(
    name: "poisson",
    title: "Poisson distribution",
    aliases: [],
    summary: "Counts of independent events in a stretch of time or space: letters a day, calls an hour.",
    parameters: [
      DistributionParameter(name: "rate", range: .nonNegative, meaning: "the mean count")
    ],
    support: .counts,
    formula: "x * log(rate) - rate - log(x!)",
    latex: #"x \log\lambda - \lambda - \log x!"#,
    estimate: "rate = mean(x)",
    identity: LossIdentity(
      loss: "poisson",
      statement: "mean(-log probability) = mean(rate - x * log(rate)) + mean(log(x!))",
      latex: #"\frac{1}{n}\sum_i \bigl(\lambda_i - x_i \log\lambda_i\bigr) + \frac{1}{n}\sum_i \log x_i!"#,
      meaning:
        "The Poisson loss is the negative log-likelihood of counts without the part that no prediction "
        + "can change.",
      fromLoss: { (x, parameters) throws(MathError) in
        let (counts, rate) = (Traced(x), Traced(parameters[0]))
        let loss = try (rate - .xlogy(counts, rate)).mean()
        return try (loss + (counts + Traced(1)).logGamma().mean()).value.single ?? .nan
      }),
    example: "poisson([2, 0, 3], rate=1.5)",
    pitfalls: [
      "Its variance equals its mean; counts that scatter more than that want another distribution.",
      "Networks predict the logarithm of the rate, so that the rate stays positive.",
    ],
    body: DistributionBody(
      logProb: { (x, parameters) throws(MathError) in try logProb(x, parameters) },
      closedForm: { data, given, _ in [given[0] ?? Tensor(Moments.mean(data))] },
      start: { data, given, _ in [given[0] ?? Tensor(Moments.extremes(data).high / 2 + 0.5)] }))
}
