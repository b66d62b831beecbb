import Testing

@testable import LossMath

/// Probabilities sum to 1, and densities integrate to 1.
struct TotalProbabilityTests {
  private func density(_ name: String, _ x: [Double], _ parameters: [Tensor]) throws -> [Double] {
    let distribution = try #require(Distribution.named(name))
    let found = try distribution.logProb(Traced(Tensor(x)), parameters.map { Traced($0) })
    return found.value.elements.map(Libm.exp)
  }

  @Test func sums() throws {
    let counts = (0...400).map(Double.init)
    let totals = [
      try density("bernoulli", [0, 1], [Tensor(0.3)]),
      try density("binomial", Array(counts.prefix(31)), [Tensor(30), Tensor(0.27)]),
      try density("binomial", counts, [Tensor(400), Tensor(0.6)]),
      try density("poisson", counts, [Tensor(0.4)]),
      try density("poisson", counts, [Tensor(150)]),
      try density("categorical", [0, 1, 2], [Tensor([0.2, 0.5, 0.3])]),
    ].map(Summation.sum)
    expectClose(totals, totals.map { _ in 1 }, within: 1e-14, "total probability")
  }

  /// The trapezoid rule converges exponentially for the smooth normal density; densities with a kink or an
  /// edge are integrated from there by Simpson's rule.
  @Test func integrals() throws {
    let step = 1.0 / 16
    let wide = (-400...400).map { Double($0) * step + 0.7 }
    let normal = Summation.sum(try density("normal", wide, [Tensor(0.9), Tensor(1.6)])) * step
    #expect(isClose(normal, 1, tolerance: 1e-14))
    let half = (0...8000).map { Double($0) / 160 }
    let exponential = simpson(try density("exponential", half, [Tensor(1.3)]), step: 1.0 / 160)
    #expect(isClose(exponential, 1, tolerance: 1e-10))
    let right = simpson(try density("laplace", half, [Tensor(0), Tensor(0.8)]), step: 1.0 / 160)
    let left = simpson(try density("laplace", half.map { -$0 }, [Tensor(0), Tensor(0.8)]), step: 1.0 / 160)
    #expect(isClose(left + right, 1, tolerance: 1e-10))
  }

  private func simpson(_ values: [Double], step: Double) -> Double {
    let last = values.count - 1
    let weighted = values.enumerated().map { i, v in v * (i == 0 || i == last ? 1 : i % 2 == 1 ? 4 : 2) }
    return Summation.sum(weighted) * step / 3
  }
}
