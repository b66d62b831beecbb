/// −(x − μ)² / (2σ²) − log(σ √(2π)).
enum NormalDistribution: DensityFormula {
  static func reaches(_ x: Double, _ mean: Double, _ deviation: Double) -> Bool { true }

  static func value(_ x: Double, _ mean: Double, _ deviation: Double) -> Double {
    guard deviation > 0 else { return .nan }
    let z = (x - mean) / deviation
    return -0.5 * z * z - logWidth(deviation)
  }

  /// log(σ √(2π)) in one logarithm, exact even where it is near 0; σ > 0.
  static func logWidth(_ deviation: Double) -> Double {
    let (root, rootLost) = (2.506_628_274_631_000_7, -1.832_857_998_045_916_7e-16)
    let width = deviation * root
    guard width.isNormal, deviation.isNormal else { return Libm.log(deviation) + 0.918_938_533_204_672_74 }
    let lost = (-width).addingProduct(deviation, root) + deviation * rootLost
    return Libm.log(width) + lost / width
  }

  static func slopeInData(_ x: Traced, _ mean: Traced, _ deviation: Traced) throws(MathError) -> Traced {
    try (mean - x) / deviation / deviation
  }

  static func slopeInFirst(_ x: Traced, _ mean: Traced, _ deviation: Traced) throws(MathError) -> Traced {
    try (x - mean) / deviation / deviation
  }

  static func slopeInSecond(_ x: Traced, _ mean: Traced, _ deviation: Traced) throws(MathError) -> Traced {
    let z = try (x - mean) / deviation
    return try (z - Traced(1)) * (z + Traced(1)) / deviation
  }

  static let entry = Distribution(
    name: "normal",
    title: "Normal distribution",
    aliases: ["gaussian", "norm"],
    summary: "Real numbers scattered around a centre, the sum of many small influences.",
    parameters: [
      DistributionParameter(name: "mu", range: .real, meaning: "the mean"),
      DistributionParameter(name: "sigma", range: .positive, meaning: "the standard deviation"),
    ],
    support: .real,
    formula: "-(x - mu)^2 / (2 * sigma^2) - log(sigma * sqrt(2 * pi))",
    latex: #"-\frac{(x - \mu)^2}{2\sigma^2} - \log\bigl(\sigma\sqrt{2\pi}\bigr)"#,
    estimate: "mu = mean(x), sigma = sqrt(mean((x - mu)^2))",
    identity: LossIdentity(
      loss: "mse",
      statement: "mean(-log density) = mse(x, mu) / (2 * sigma^2) + log(sigma * sqrt(2 * pi))",
      latex: #"\frac{1}{2\sigma^2}\,\mathrm{mse}(x, \mu) + \log\bigl(\sigma\sqrt{2\pi}\bigr)"#,
      meaning: "Minimising the squared error is maximum likelihood for errors that are Gaussian.",
      fromLoss: { (x, parameters) throws(MathError) in
        let deviation = try LossIdentity.number(parameters[1], besides: x)
        let loss = try LossIdentity.mean(MeanSquaredError.entry, x, parameters[0])
        return loss / (2 * deviation * deviation) + logWidth(deviation)
      }),
    example: "normal([1.2, 0.7, 1.9], mu=1, sigma=0.5)",
    pitfalls: [
      "sigma is the standard deviation, not the variance.",
      "A log-density may be above 0: where sigma is small, densities exceed 1.",
      "Maximum likelihood divides by n, not n - 1: sigma comes out a little small on few values.",
    ],
    body: DistributionBody(
      logProb: { (x, parameters) throws(MathError) in try logProb(x, parameters) },
      closedForm: { data, given, _ in
        let mean = given[0]?.single ?? Moments.mean(data)
        let deviation = given[1]?.single ?? Moments.meanSquare(data, around: mean).squareRoot()
        return [Tensor(mean), Tensor(deviation)]
      },
      start: { data, given, _ in
        let (center, scale) = Moments.roughly(data)
        return [given[0] ?? Tensor(center), given[1] ?? Tensor(scale)]
      }))
}
