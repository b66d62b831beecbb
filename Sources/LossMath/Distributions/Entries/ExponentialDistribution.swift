/// log(rate) − rate · x.
enum ExponentialDistribution: DensityFormula {
  static func reaches(_ x: Double, _ rate: Double, _ b: Double) -> Bool { x >= 0 }

  static func value(_ x: Double, _ rate: Double, _ b: Double) -> Double {
    rate > 0 ? Libm.log(rate) - rate * x : .nan
  }

  static func slopeInData(_ x: Traced, _ rate: Traced, _ b: Traced) throws(MathError) -> Traced {
    try rate.negated()
  }

  static func slopeInFirst(_ x: Traced, _ rate: Traced, _ b: Traced) throws(MathError) -> Traced {
    try Traced(1) / rate - x
  }

  static let entry = Distribution(
    name: "exponential",
    title: "Exponential distribution",
    aliases: ["expon"],
    summary: "Waiting times until the next event, where events come independently at a constant rate.",
    parameters: [
      DistributionParameter(name: "rate", range: .positive, meaning: "events per unit of time; 1 / mean")
    ],
    support: .nonNegative,
    formula: "log(rate) - rate * x",
    latex: #"\log\lambda - \lambda x"#,
    estimate: "rate = 1 / mean(x)",
    identity: nil,
    example: "exponential([0.3, 1.2, 0.8], rate=1.5)",
    pitfalls: ["NumPy and SciPy take the scale, which is 1 / rate."],
    body: DistributionBody(
      logProb: { (x, parameters) throws(MathError) in try logProb(x, parameters) },
      closedForm: { data, given, _ in [given[0] ?? Tensor(1 / Moments.mean(data))] },
      start: { data, given, _ in [given[0] ?? Tensor(1 / Moments.extremes(data).high)] }))
}
