import Testing

@testable import LossMath

struct SoftmaxTests {
  private static let points = [Tensor(0.4), Tensor([0.3, -1.1, 2]), ramp([2, 3], from: -1)]

  private static let cases = points.flatMap { point in
    [
      DifferentiableCase("logSumExp", at: [point]) { (v) throws(MathError) in try v[0].logSumExp() },
      DifferentiableCase("softmax", at: [point]) { (v) throws(MathError) in try v[0].softmax() },
      DifferentiableCase("logSoftmax", at: [point]) { (v) throws(MathError) in try v[0].logSoftmax() },
    ]
  }

  @Test(arguments: cases)
  func derivatives(_ item: DifferentiableCase) throws { try checkGradients(item) }

  @Test(
    arguments: [
      ([1000, 1000], 1000.6931471805599), ([-1000, -1000], -999.3068528194401), ([1000, -1000], 1000),
      ([-.infinity, 2], 2), ([.infinity, 2], .infinity), ([-.infinity, -.infinity], -.infinity),
      ([], -.infinity),
      ([.nan, 1], .nan), ([1, .nan], .nan), ([0, -40], 4.248354255291589e-18),
    ] as [([Double], Double)])
  func logarithmsOfSums(_ x: [Double], _ expected: Double) throws {
    expectUlps(try Traced(Tensor(x)).logSumExp().value.elements, [expected], within: 1, "logSumExp")
  }

  @Test(
    arguments: [
      ([1000, 0], [1, 0]), ([-1000, -1000], [0.5, 0.5]), ([.infinity, 0], [1, 0]),
      ([-.infinity, 0], [0, 1]),
      ([3], [1]), ([], []), ([.nan, 0], [.nan, .nan]),
    ] as [([Double], [Double])])
  func softmaxFarOut(_ x: [Double], _ expected: [Double]) throws {
    expectUlps(try Traced(Tensor(x)).softmax().value.elements, expected, within: 0, "softmax")
  }

  @Test(
    arguments: [
      ([40, 0], [-4.248354255291589e-18, -40]), ([1000, -1000], [0, -2000]),
      ([.infinity, 0], [0, -.infinity]),
    ] as [([Double], [Double])])
  func logarithmOfSoftmax(_ x: [Double], _ expected: [Double]) throws {
    expectUlps(try Traced(Tensor(x)).logSoftmax().value.elements, expected, within: 1, "logSoftmax")
  }

  @Test func aRoundedShiftIsGivenBack() throws {
    let found = try Traced(Tensor([0.1, 700.3])).softmax().value.elements
    expectUlps(found, [8.072420401778117e-305, 1], within: 2, "softmax")
  }

  @Test func rowsAreIndependent() throws {
    let rows = Traced(try #require(Tensor(shape: [2, 2], elements: [1, 2, 500, 501])))
    let found = try rows.softmax().value.elements
    #expect(found[0] == found[2] && found[1] == found[3])
    #expect(try rows.logSumExp().shape == [2])
  }
}
