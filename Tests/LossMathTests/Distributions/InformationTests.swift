import Testing

@testable import LossMath

struct InformationTests {
  private let p = Traced(Tensor([0.1, 0.4, 0.5]))
  private let q = Traced(Tensor([0.8, 0.15, 0.05]))

  @Test func exactValues() throws {
    let found = [
      try Information.entropy(p), try Information.crossEntropy(p, q), try Information.divergence(p, q),
      try Information.jensenShannon(p, q), try Information.jensenShannon(p, q, in: .bits),
      try Information.jensenShannon(p, Traced(Tensor([0, 1, 0]))),
    ].compactMap(\.value.single)
    expectUlps(
      found,
      [
        0.9433483923290392, 2.279028485862769, 1.3356800935337299, 0.291260840626064, 0.42020057037637326,
        0.27435846855026524,
      ], within: 4, "information")
  }

  @Test func closeDistributionsKeepTheirDigits() throws {
    let near = Traced(Tensor([0.1000001, 0.4, 0.4999999]))
    let found = try #require(Information.jensenShannon(p, near).value.single)
    #expect(isRelativelyClose(found, 1.4999993997396898e-14, tolerance: 1e-8))
    #expect(try Information.jensenShannon(p, p).value.single == 0)
  }

  @Test func zeroTimesLogZeroIsZero() throws {
    let sure = Traced(Tensor([1, 0]))
    #expect(try Information.entropy(sure).value.single == 0)
    #expect(try Information.crossEntropy(sure, sure).value.single == 0)
    #expect(try Information.divergence(sure, sure).value.single == 0)
    #expect(try Information.divergence(Traced(Tensor([0.5, 0.5])), sure).value.single == .infinity)
    let other = Traced(Tensor([0, 1]))
    #expect(try Information.jensenShannon(sure, other, in: .bits).value.single == 1)
    #expect(try Information.entropy(Traced(Tensor([-0.1, 1.1]))).value.single?.isNaN == true)
    #expect(try Information.jensenShannon(Traced(Tensor([-0.1, 1.1])), sure).value.single?.isNaN == true)
  }

  @Test(arguments: 1...10) func identities(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let rows = try #require(Tensor(shape: [3, 4], elements: (0..<3).flatMap { _ in random.distribution(4) }))
    let (p, q) = (Traced(rows), Traced(Tensor(random.distribution(4))))
    let divergence = try Information.divergence(p, q).value
    let difference = try (Information.crossEntropy(p, q) - Information.entropy(p)).value
    #expect(divergence.shape == [3])
    expectClose(divergence.elements, difference.elements, within: 1e-15, "KL = CE - H")
    #expect(divergence.elements.allSatisfy { $0 >= 0 })
    let wide = try q.expanded(to: [3, 4])
    let middle = try (p + wide) * Traced(0.5)
    let half = try (Information.divergence(p, middle) + Information.divergence(wide, middle)) * Traced(0.5)
    let found = try Information.jensenShannon(p, q).value.elements
    expectClose(found, half.value.elements, within: 1e-15, "Jensen-Shannon")
    #expect(found == (try Information.jensenShannon(q, p).value.elements))
  }

  @Test func derivatives() throws {
    let points = [Tensor([0.2, 0.3, 0.5]), Tensor([0.6, 0.3, 0.1])]
    try checkGradients(
      DifferentiableCase("entropy", at: [points[0]]) { (v) throws(MathError) in
        try Information.entropy(v[0], in: .bits)
      })
    try checkGradients(
      DifferentiableCase("cross-entropy", at: points) { (v) throws(MathError) in
        try Information.crossEntropy(v[0], v[1])
      })
    try checkGradients(
      DifferentiableCase("divergence", at: points) { (v) throws(MathError) in
        try Information.divergence(v[0], v[1])
      })
    try checkGradients(
      DifferentiableCase("Jensen-Shannon", at: points) { (v) throws(MathError) in
        try Information.jensenShannon(v[0], v[1])
      })
  }

  @Test func errors() {
    #expect(throws: MathError.needsRows(operation: "entropy")) { try Information.entropy(Traced(1)) }
    #expect(throws: MathError.empty(operation: "entropy")) { try Information.entropy(Traced(Tensor([]))) }
    #expect(throws: MathError.shapesDiffer(operation: "kl", left: [3], right: [2])) {
      try Information.divergence(p, Traced(Tensor([0.5, 0.5])))
    }
  }
}
