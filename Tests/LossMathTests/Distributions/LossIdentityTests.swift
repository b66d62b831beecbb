import Testing

@testable import LossMath

/// Negative log-likelihoods are losses, at random inputs.
struct LossIdentityTests {
  @Test(arguments: 1...20) func holdsOnAnyData(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let real = Tensor(random.vector(7, -4, 4))
    let center = Tensor(random.vector(7, -4, 4))
    let width = Tensor(random.uniform(0.2, 3))
    let labels = Tensor(random.vector(7, 0, 1).map { $0.rounded() })
    let classes = Tensor(random.vector(7, 0, 3.99).map { $0.rounded(.down) })
    let rows = try #require(Tensor(shape: [7, 4], elements: (0..<7).flatMap { _ in random.distribution(4) }))
    let counts = Tensor(random.vector(7, 0, 9).map { $0.rounded() })
    try check("normal", "mse", real, [center, width])
    try check("laplace", "mae", real, [center, width])
    try check("bernoulli", "bce", labels, [Tensor(random.vector(7, 0.01, 0.99))])
    try check("categorical", "cce", classes, [rows])
    try check("categorical", "cce", classes, [Tensor(random.distribution(4))])
    try check("poisson", "poisson", counts, [Tensor(random.vector(7, 0.1, 9))])
    try check("poisson", "poisson", counts, [Tensor(2.5)])
  }

  private func check(_ name: String, _ loss: String, _ x: Tensor, _ parameters: [Tensor]) throws {
    let distribution = try #require(Distribution.named(name))
    let sides = try #require(try distribution.sides(x, parameters))
    #expect(distribution.identity?.loss == loss)
    #expect(sides.meanNegativeLogLikelihood.isFinite)
    #expect(
      isClose(sides.meanNegativeLogLikelihood, sides.fromLoss, tolerance: 2e-15),
      "\(name): \(sides.meanNegativeLogLikelihood), \(sides.fromLoss)")
  }

  @Test func gradientsAgreeToo() throws {
    let normal = try #require(Distribution.named("normal"))
    let (x, width) = (Tensor([1, -2, 0.5]), 0.7)
    let center = Tensor([0.3, 0.1, 2])
    let fromDensity = try gradient(at: center) { (mu) throws(MathError) in
      try normal.logProb(Traced(x), [mu, Traced(width)]).mean().negated()
    }
    let fromLoss = try gradient(at: center) { (mu) throws(MathError) in
      try MeanSquaredError.entry.evaluate(yTrue: Traced(x), yPred: mu) / Traced(2 * width * width)
    }
    expectClose(fromDensity.elements, fromLoss.elements, within: 1e-14, "slope")
  }

  @Test func noIdentityNoSides() throws {
    #expect(try #require(Distribution.named("exponential")).sides(Tensor([1]), [Tensor(2)]) == nil)
    #expect(throws: MathError.shapesDiffer(operation: "identity", left: [2], right: [2])) {
      try #require(Distribution.named("normal")).sides(Tensor([1, 2]), [Tensor(0), Tensor([1, 2])])
    }
  }
}
