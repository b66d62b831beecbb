/// −|x − μ| / b − log(2b).
enum LaplaceDistribution: DensityFormula {
  static func reaches(_ x: Double, _ center: Double, _ scale: Double) -> Bool { true }

  static func value(_ x: Double, _ center: Double, _ scale: Double) -> Double {
    guard scale > 0 else { return .nan }
    return -abs(x - center) / scale - logWidth(scale)
  }

  static func logWidth(_ scale: Double) -> Double {
    let width = 2 * scale
    return width.isFinite ? Libm.log(width) : Libm.log(scale) + Libm.log(2)
  }

  static func slopeInData(_ x: Traced, _ center: Traced, _ scale: Traced) throws(MathError) -> Traced {
    try (center - x).sign() / scale
  }

  static func slopeInFirst(_ x: Traced, _ center: Traced, _ scale: Traced) throws(MathError) -> Traced {
    try (x - center).sign() / scale
  }

  static func slopeInSecond(_ x: Traced, _ center: Traced, _ scale: Traced) throws(MathError) -> Traced {
    try ((x - center).abs() / scale - Traced(1)) / scale
  }

  static let entry = Distribution(
    name: "laplace",
    title: "Laplace distribution",
    aliases: ["double_exponential"],
    summary: "Real numbers around a centre with far more outliers than a normal distribution has.",
    parameters: [
      DistributionParameter(name: "mu", range: .real, meaning: "the centre, which is the median"),
      DistributionParameter(name: "b", range: .positive, meaning: "the scale, the mean distance from mu"),
    ],
    support: .real,
    formula: "-abs(x - mu) / b - log(2 * b)",
    latex: #"-\frac{|x - \mu|}{b} - \log(2b)"#,
    estimate: "mu = median(x), b = mean(abs(x - mu))",
    identity: LossIdentity(
      loss: "mae",
      statement: "mean(-log density) = mae(x, mu) / b + log(2 * b)",
      latex: #"\frac{1}{b}\,\mathrm{mae}(x, \mu) + \log(2b)"#,
      meaning: "Minimising the absolute error is maximum likelihood for errors that are Laplacian.",
      fromLoss: { (x, parameters) throws(MathError) in
        let scale = try LossIdentity.number(parameters[1], besides: x)
        return try LossIdentity.mean(MeanAbsoluteError.entry, x, parameters[0]) / scale + logWidth(scale)
      }),
    example: "laplace([1.2, 0.7, 1.9], mu=1, b=0.5)",
    pitfalls: [
      "b is no standard deviation: that is b * sqrt(2).",
      "At x = mu the density has a kink; its slope there counts as 0, as for abs.",
      "With an even number of values every mu between the two middle ones is equally likely.",
    ],
    body: DistributionBody(
      logProb: { (x, parameters) throws(MathError) in try logProb(x, parameters) },
      closedForm: { (data, given, _) throws(MathError) in
        let known = given[0]?.single
        let center = if let known { known } else { try Moments.median(data) }
        return [Tensor(center), Tensor(given[1]?.single ?? Moments.meanDistance(data, from: center))]
      },
      start: { data, given, _ in
        let (center, scale) = Moments.roughly(data)
        return [given[0] ?? Tensor(center), given[1] ?? Tensor(scale)]
      }))
}
