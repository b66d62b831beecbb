import Testing

@testable import LossMath

struct KullbackLeiblerDivergenceTests {
  /// Where the rows are close, the terms cancel to a number that is smaller by their distance.
  @Test(
    arguments: [
      ([0.5, 0.5], [0.50001, 0.49999], 2.0000005555044106601e-10),
      ([0.1, 0.4, 0.5], [0.1000001, 0.3999999, 0.5], 6.2513846527549883032e-14),
      ([0.5, 0.3, 0.2], [0.4, 0.3, 0.3], 0.030478754035471987734),
      ([0.25, 0.75], [0.2500000001, 0.75], -1.000000082540370966e-10),
    ] as [([Double], [Double], Double)])
  func keepsItsDigitsNearEquality(_ y: [Double], _ p: [Double], _ expected: Double) throws {
    let loss = try #require(Loss.named("kl"))
    expectUlps(try loss.value(Tensor(y), Tensor(p), LossOptions()).elements, [expected], within: 3, "kl")
  }

  @Test(arguments: [([-0.1, 1.1], [-0.1, 1.1]), ([-0.2, 1.2], [-0.1, 1.1]), ([-0.1, 1.1], [0.5, 0.5])])
  func negativeProbabilitiesHaveNoLogarithm(_ y: [Double], _ p: [Double]) throws {
    let loss = try #require(Loss.named("kl"))
    #expect(try loss.value(Tensor(y), Tensor(p), LossOptions()).single?.isNaN == true)
    #expect(try loss.contributions(yTrue: Tensor(y), yPred: Tensor(p)).elements[0].isNaN)
  }

  @Test func isCrossEntropyLessEntropy() throws {
    let (y, p) = (Tensor([0.1, 0.4, 0.5]), Tensor([0.8, 0.15, 0.05]))
    let (kl, cce) = (try #require(Loss.named("kl")), try #require(Loss.named("cce")))
    let entropy = try cce.value(y, y, LossOptions()).elements[0]
    let crossEntropy = try cce.value(y, p, LossOptions()).elements[0]
    expectUlps(try kl.value(y, p, LossOptions()).elements, [crossEntropy - entropy], within: 4, "kl")
  }
}
