import Testing

@testable import LossMath

struct MeanSquaredLogarithmicErrorTests {
  /// Near equality, among huge numbers, next to −1 and among tiny ones, where a difference of logarithms
  /// cancels.
  @Test(
    arguments: [
      (1, 1.0000001, 2.4999998779193413952e-15, 4.9999996279193583629e-8),
      (3e300, 5e300, 0.26094281789591346551, 2.0433024950639626255e-301),
      (-0.999, 7, 80.769706693316659363, 2.246799205165493023),
      (1e-10, 1.0000000001e-10, 9.9999864386179787731e-41, 1.9999986436613382349e-20),
      (1e300, -0.75, 479087.98819336131252, -5537.294578074668767),
    ] as [(Double, Double, Double, Double)])
  func keepsItsDigits(_ y: Double, _ p: Double, _ value: Double, _ slope: Double) throws {
    let loss = try #require(Loss.named("msle"))
    expectUlps(try loss.value(Tensor(y), Tensor(p), LossOptions()).elements, [value], within: 3, "msle")
    let found = try gradient(at: Tensor(p)) { (p) throws(MathError) in
      try loss.evaluate(yTrue: Traced(y), yPred: p)
    }
    expectUlps(found.elements, [slope], within: 3, "gradient")
  }

  @Test(
    arguments: [
      (-2, -3, .nan, .nan), (-3, -3, .nan, .nan), (0, .infinity, .infinity, 0),
      (.infinity, 0, .infinity, -.infinity),
      (.infinity, .infinity, .nan, .nan), (0, -1, .infinity, -.infinity), (-1, -1, .nan, .nan),
    ] as [(Double, Double, Double, Double)])
  func edges(_ y: Double, _ p: Double, _ value: Double, _ slope: Double) throws {
    let found = MeanSquaredLogarithmicError.value(y, p, LossOptions())
    #expect(ulps(found, value) == 0)
    #expect(ulps(MeanSquaredLogarithmicError.slope(y, p, LossOptions()), slope) == 0)
  }
}
