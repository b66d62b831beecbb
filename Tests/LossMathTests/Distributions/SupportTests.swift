import Testing

@testable import LossMath

struct SupportTests {
  private func violation(
    _ name: String, _ data: [Double], _ parameters: [Tensor] = []
  ) throws -> SupportViolation? {
    try #require(Distribution.named(name)).violation(in: Tensor(data), parameters: parameters)
  }

  @Test func whatADistributionCannotProduce() throws {
    typealias Case = (name: String, data: [Double], parameters: [Tensor], reason: SupportViolation.Reason)
    let cases: [Case] = [
      ("normal", [1, .infinity], [], .notFinite),
      ("laplace", [1, .nan], [], .notFinite),
      ("exponential", [0, -2], [], .negative),
      ("bernoulli", [1, 0.5], [], .notZeroOrOne),
      ("poisson", [3, 2.5], [], .notWhole),
      ("poisson", [3, -1], [], .negative),
      ("binomial", [3, 11], [Tensor(10), Tensor(0.5)], .above(limit: 10)),
      ("binomial", [3, 3], [Tensor([4, 2]), Tensor(0.5)], .above(limit: 2)),
      ("categorical", [1, 3], [Tensor([0.2, 0.5, 0.3])], .above(limit: 2)),
    ]
    for item in cases {
      let expected = SupportViolation(
        distribution: item.name, index: 1, value: item.data[1], reason: item.reason)
      let found = try violation(item.name, item.data, item.parameters)
      #expect(found == expected || (item.data[1].isNaN && found?.reason == expected.reason))
    }
    #expect(try violation("binomial", [3, 10], [Tensor(10), Tensor(0.5)]) == nil)
    #expect(try violation("categorical", [1, 99]) == nil)
  }

  @Test func parametersOutOfRange() throws {
    let normal = try #require(Distribution.named("normal"))
    #expect(normal.violation(ofParameters: [Tensor(0), Tensor([1, 2])]) == nil)
    #expect(normal.violation(ofParameters: [Tensor(0)]) == .count(found: 1, expected: ["mu", "sigma"]))
    #expect(
      normal.violation(ofParameters: [Tensor(0), Tensor([1, 0])])
        == .outOfRange(parameter: "sigma", index: 1, value: 0, range: .positive))
    let categorical = try #require(Distribution.named("categorical"))
    #expect(
      categorical.violation(ofParameters: [Tensor([0.5, 0.25])]) == .rowSum(parameter: "p", row: 0, sum: 0.75)
    )
    #expect(categorical.violation(ofParameters: [Tensor([Double]())]) == .empty(parameter: "p"))
  }
}
