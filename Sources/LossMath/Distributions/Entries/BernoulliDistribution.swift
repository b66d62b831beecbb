/// x log p + (1 − x) log(1 − p).
enum BernoulliDistribution: DensityFormula {
  static func reaches(_ x: Double, _ p: Double, _ b: Double) -> Bool { x >= 0 && x <= 1 }

  static func value(_ x: Double, _ p: Double, _ b: Double) -> Double {
    guard p >= 0 && p <= 1 else { return .nan }
    if x == 1 { return Libm.log(p) }
    if x == 0 { return Libm.log1p(-p) }
    return x * Libm.log(p) + (1 - x) * Libm.log1p(-p)
  }

  static func slopeInData(_ x: Traced, _ p: Traced, _ b: Traced) throws(MathError) -> Traced {
    try p.log() - p.negated().log1p()
  }

  static func slopeInFirst(_ x: Traced, _ p: Traced, _ b: Traced) throws(MathError) -> Traced {
    let one = Traced(1)
    return try .safeQuotient(x, p) - .safeQuotient(one - x, one - p)
  }

  static let entry = Distribution(
    name: "bernoulli",
    title: "Bernoulli distribution",
    aliases: ["coin"],
    summary: "Yes or no, 1 or 0, with one probability of yes.",
    parameters: [
      DistributionParameter(name: "p", range: .probability, meaning: "the probability of 1")
    ],
    support: .zeroOne,
    formula: "x * log(p) + (1 - x) * log(1 - p)",
    latex: #"x \log p + (1 - x) \log(1 - p)"#,
    estimate: "p = mean(x)",
    identity: LossIdentity(
      loss: "bce",
      statement: "mean(-log probability) = bce(x, p)",
      latex: #"\mathrm{bce}(x, p)"#,
      meaning: "Binary cross-entropy is the negative log-likelihood of yes-or-no data, nothing else.",
      fromLoss: { (x, parameters) throws(MathError) in
        try LossIdentity.mean(BinaryCrossentropy.entry, x, parameters[0])
      }),
    example: "bernoulli([1, 0, 1], p=0.7)",
    pitfalls: [
      "p is a probability. A logit goes through sigmoid first.",
      "The estimate from data that are all alike is 0 or 1: the other outcome then counts as impossible.",
    ],
    body: DistributionBody(
      logProb: { (x, parameters) throws(MathError) in try logProb(x, parameters) },
      closedForm: { data, given, _ in [given[0] ?? Tensor(Moments.mean(data))] },
      start: { _, given, _ in [given[0] ?? Tensor(0.5)] }))
}
