import Testing

@testable import LossMath

struct DistributionTests {
  @Test(arguments: Density.all) func logProb(_ item: Density) throws {
    let distribution = try #require(Distribution.named(item.name))
    let found = try #require(
      distribution.logProb(Traced(item.x), item.parameters.map { Traced($0) }).value.single)
    #expect(
      abs(found - item.value) <= 4 * max(item.largest, abs(item.value)).ulp,
      "\(found) for \(item.value), \(abs(found - item.value) / item.largest.ulp) ulps")
  }

  @Test func namesAreUnique() {
    let names = Distribution.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    for name in names { #expect(Distribution.named(name) != nil) }
    #expect(Distribution.named("cauchy") == nil)
    #expect(Distribution.all.count == 7)
  }

  private func logProb(_ name: String, _ x: [Double], _ parameters: [Tensor]) throws -> [Double] {
    let distribution = try #require(Distribution.named(name))
    return try distribution.logProb(Traced(Tensor(x)), parameters.map { Traced($0) }).value.elements
  }

  @Test func edges() throws {
    let certain = [Tensor([0, 1, 0, 1])]
    #expect(try logProb("bernoulli", [0, 1, 1, 0], certain) == [0, 0, -.infinity, -.infinity])
    #expect(
      try logProb("binomial", [0, 5, 1, 4, 0], [Tensor([5, 5, 5, 5, 0]), Tensor([0, 1, 0, 1, 0.3])])
        == [0, 0, -.infinity, -.infinity, 0])
    #expect(try logProb("poisson", [0, 1], [Tensor(0)]) == [0, -.infinity])
    #expect(try logProb("categorical", [0, 1, 2], [Tensor([0, 1, 0])]) == [-.infinity, 0, -.infinity])
    #expect(
      try logProb("normal", [.infinity, -.infinity], [Tensor(0), Tensor(1)]) == [-.infinity, -.infinity])
  }

  @Test func outsideTheSupport() throws {
    let nothing = -Double.infinity
    #expect(try logProb("poisson", [-1, .infinity], [Tensor(2)]) == [nothing, nothing])
    #expect(try logProb("exponential", [-0.1], [Tensor(2)]) == [nothing])
    #expect(try logProb("bernoulli", [-1, 2], [Tensor(0.4)]) == [nothing, nothing])
    #expect(try logProb("binomial", [-1, 11], [Tensor(10), Tensor(0.4)]) == [nothing, nothing])
    #expect(
      try logProb("categorical", [-1, 2, 0.5, 1e300], [Tensor([0.4, 0.6])])
        == [nothing, nothing, nothing, nothing])
  }

  @Test func badParametersAndMissingDataGiveNaN() throws {
    #expect(try logProb("normal", [1, 2], [Tensor(0), Tensor([-1, 0])]).allSatisfy(\.isNaN))
    #expect(try logProb("laplace", [1], [Tensor(0), Tensor(-1)]).allSatisfy(\.isNaN))
    #expect(try logProb("bernoulli", [1, 0, 7], [Tensor([1.2, -0.1, 3])]).allSatisfy(\.isNaN))
    #expect(try logProb("binomial", [1, -1], [Tensor(3), Tensor(1.2)]).allSatisfy(\.isNaN))
    #expect(try logProb("poisson", [1, -2], [Tensor(-1)]).allSatisfy(\.isNaN))
    #expect(try logProb("exponential", [1, -2], [Tensor(-1)]).allSatisfy(\.isNaN))
    for name in ["poisson", "exponential", "bernoulli"] {
      #expect(try logProb(name, [.nan], [Tensor(0.5)]).allSatisfy(\.isNaN))
    }
    #expect(try logProb("categorical", [.nan], [Tensor([0.5, 0.5])]).allSatisfy(\.isNaN))
  }

  @Test func slopesAtEdges() throws {
    let bernoulli = try #require(Distribution.named("bernoulli"))
    let inP = try gradient(at: Tensor([0, 1, 0.25])) { (p) throws(MathError) in
      try bernoulli.logProb(Traced(Tensor([0, 1, 1])), [p]).sum()
    }
    #expect(inP.elements == [-1, 1, 4])
    let poisson = try #require(Distribution.named("poisson"))
    let inRate = try gradient(at: Tensor([0, 2, 2])) { (rate) throws(MathError) in
      try poisson.logProb(Traced(Tensor([0, 3, -1])), [rate]).sum()
    }
    #expect(inRate.elements == [-1, 0.5, 0])
    let exponential = try #require(Distribution.named("exponential"))
    let inData = try gradient(at: Tensor([-1, 2])) { (x) throws(MathError) in
      try exponential.logProb(x, [Traced(3)]).sum()
    }
    #expect(inData.elements == [0, -3])
  }

  @Test func shapesBroadcast() throws {
    let normal = try #require(Distribution.named("normal"))
    let x = Traced(ramp([2, 1]))
    let found = try normal.logProb(x, [Traced(ramp([3])), Traced(0.7)]).value
    #expect(found.shape == [2, 3])
    let one = try normal.logProb(Traced(x.value.elements[1]), [Traced(ramp([3]).elements[2]), Traced(0.7)])
    #expect(found.elements[5] == one.value.single)
    let categorical = try #require(Distribution.named("categorical"))
    let rows = Traced(try #require(Tensor(shape: [2, 2], elements: [0.5, 0.5, 0.25, 0.75])))
    let each = try categorical.logProb(Traced(Tensor([0, 1])), [rows]).value
    #expect(try each == Tensor([0.5, 0.75]).map(Libm.log))
    #expect(throws: MathError.shapesDiffer(operation: "categorical", left: [3], right: [2, 2])) {
      try categorical.logProb(Traced(Tensor([0, 1, 1])), [rows])
    }
    #expect(throws: MathError.needsRows(operation: "categorical")) {
      try categorical.logProb(Traced(0), [Traced(1)])
    }
    #expect(throws: MathError.badOption(name: "parameters", value: "1", allowed: "mu, sigma")) {
      try normal.logProb(x, [x])
    }
    #expect(throws: MathError.self) {
      try normal.logProb(Traced(Tensor([1, 2])), [Traced(Tensor([1, 2, 3])), x])
    }
  }

  private static let points: [(String, [Tensor])] = [
    ("normal", [Tensor([0.3, -1.2, 2]), Tensor(0.4), Tensor(1.3)]),
    ("normal", [Tensor(0.8), Tensor([0.1, 1.9]), Tensor([0.7, 2.2])]),
    ("laplace", [Tensor([0.3, -1.2, 2]), Tensor(0.45), Tensor(1.3)]),
    ("bernoulli", [Tensor([0.25, 0.5, 0.75]), Tensor(0.35)]),
    ("binomial", [Tensor([2.5, 4, 7.3]), Tensor(11), Tensor(0.35)]),
    ("poisson", [Tensor([2.5, 4, 0.3]), Tensor(3.35)]),
    ("poisson", [Tensor(12), Tensor([9.1, 14])]),
    ("exponential", [Tensor([2.5, 4, 0.3]), Tensor(1.35)]),
  ]

  @Test(arguments: points.indices) func derivatives(_ index: Int) throws {
    let (name, point) = Self.points[index]
    let distribution = try #require(Distribution.named(name))
    try checkGradients(
      DifferentiableCase(name, at: point) { (v) throws(MathError) in
        try distribution.logProb(v[0], Array(v.dropFirst()))
      }, tolerance: 2e-7)
  }

  @Test func derivativesOfCategorical() throws {
    let categorical = try #require(Distribution.named("categorical"))
    try checkGradients(
      DifferentiableCase("categorical", at: [Tensor([0.2, 0.3, 0.5])]) { (v) throws(MathError) in
        try categorical.logProb(Traced(Tensor([2, 0, 2])), [v[0]])
      })
  }
}
