import Testing

@testable import LossMath

struct FitTests {
  private func fit(
    _ name: String, _ data: [Double], given: [String: Tensor] = [:], classes: Int? = nil,
    start: [String: Tensor] = [:]
  ) throws -> Fit {
    try Fit.run(
      try #require(Distribution.named(name)), to: Tensor(data), given: given, classes: classes, start: start)
  }

  /// Data that look like nothing in particular.
  private static let reals = [2.3, -0.7, 1.9, 4.4, 3.1, 0.2, 2.8, 1.1, 9.5, -3.3, 2.2]
  private static let counts = [3.0, 0, 1, 4, 2, 2, 7, 1, 0, 3]

  private static let cases: [(name: String, data: [Double], given: [String: Tensor])] = [
    ("normal", reals, [:]),
    ("normal", reals.map { 1e6 + 1e-2 * $0 }, [:]),
    ("normal", reals.map { 1e-8 * $0 }, [:]),
    ("normal", reals, ["mu": Tensor(1)]),
    ("normal", reals, ["sigma": Tensor(2)]),
    ("laplace", reals, [:]),
    ("laplace", Array(reals.dropLast()), [:]),
    ("laplace", [1, 1, 1, 5], [:]),
    ("laplace", reals.map { 1e6 + 1e-2 * $0 }, [:]),
    ("laplace", reals, ["mu": Tensor(1)]),
    ("laplace", reals, ["b": Tensor(0.5)]),
    ("bernoulli", [1, 0, 0, 1, 1, 1, 0, 1], [:]),
    ("binomial", counts, ["n": Tensor(10)]),
    ("categorical", [0, 2, 1, 2, 2, 0, 3, 2], [:]),
    ("poisson", counts, [:]),
    ("poisson", counts.map { 1e5 + 300 * $0 }, [:]),
    ("exponential", [0.3, 2.2, 0.9, 5.1, 0.01], [:]),
    ("exponential", [3e8, 1e7], [:]),
  ]

  @Test(arguments: cases.indices) func findsTheClosedForm(_ index: Int) throws {
    let item = Self.cases[index]
    let found = try fit(item.name, item.data, given: item.given)
    #expect(found.outcome == .converged)
    for (a, b) in zip(found.estimate, found.closedForm) {
      #expect(a.shape == b.shape)
      for (x, y) in zip(a.elements, b.elements) { #expect(isRelativelyClose(x, y, tolerance: 1e-8)) }
    }
    #expect(isClose(found.logLikelihood, found.closedFormLogLikelihood, tolerance: 1e-12))
    #expect(found.count == item.data.count && found.atEdge.isEmpty)
    for (name, value) in item.given {
      let place = try #require(found.distribution.parameters.firstIndex { $0.name == name })
      #expect(found.estimate[place] == value && found.standardErrors[place] == nil)
    }
  }

  @Test(arguments: cases.indices) func thePathClimbs(_ index: Int) throws {
    let item = Self.cases[index]
    let path = try fit(item.name, item.data, given: item.given).path
    #expect(path.count >= 2 && path[0].fraction == 0)
    for (a, b) in zip(path, path.dropFirst()) where item.name != "laplace" {
      #expect(b.logLikelihood >= a.logLikelihood - 1e-12 * abs(a.logLikelihood))
    }
    let (first, last) = (try #require(path.first), try #require(path.last))
    #expect(last.logLikelihood > first.logLikelihood)
    #expect(last.gradientNorm < 1e-5 || item.name == "laplace")
  }

  @Test func standardErrorsMatchTheTextbook() throws {
    func errors(_ name: String, _ data: [Double], given: [String: Tensor] = [:]) throws -> [Double] {
      try fit(name, data, given: given).standardErrors.compactMap { $0?.elements }.flatMap { $0 }
    }
    let n = Double(Self.reals.count)
    let sigma = Moments.meanSquare(Self.reals, around: Moments.mean(Self.reals)).squareRoot()
    let normal = [sigma / n.squareRoot(), sigma / (2 * n).squareRoot()]
    expectClose(try errors("normal", Self.reals), normal, within: 1e-8, "normal")
    let b = Moments.meanDistance(Self.reals, from: 2.2)
    expectClose(
      try errors("laplace", Self.reals), [b / n.squareRoot(), b / n.squareRoot()], within: 1e-12, "laplace")
    expectClose(
      try errors("bernoulli", [1, 0, 0, 1, 1]), [(0.6 * 0.4 / 5).squareRoot()], within: 1e-8, "bernoulli")
    expectClose(
      try errors("binomial", [3, 5], given: ["n": Tensor(10)]), [(0.4 * 0.6 / 20).squareRoot()], within: 1e-8,
      "binomial")
    expectClose(try errors("poisson", [2, 3, 4]), [1], within: 1e-8, "poisson")
    expectClose(
      try errors("exponential", [1, 2, 6]), [1 / 3.0 / 3.0.squareRoot()], within: 1e-8, "exponential")
    let shares = [0.25, 0.125, 0.5, 0.125].map { ($0 * (1 - $0) / 8).squareRoot() }
    expectClose(
      try errors("categorical", [0, 2, 1, 2, 2, 0, 3, 2]), shares, within: 1e-8, "categorical")
  }

  @Test func whereTheInformationComesFrom() throws {
    #expect(try fit("normal", Self.reals).information == .observed)
    #expect(try fit("laplace", Self.reals).information == .expected)
  }

  @Test func atTheEdgeOfTheRange() throws {
    let sure = try fit("bernoulli", [1, 1, 1])
    #expect(sure.atEdge == ["p"] && sure.standardErrors == [nil])
    #expect(isClose(sure.estimate[0].single ?? .nan, 1, tolerance: 1e-8) && sure.closedForm == [Tensor(1)])
    let never = try fit("poisson", [0, 0])
    #expect(never.atEdge == ["rate"] && isClose(never.estimate[0].single ?? .nan, 0, tolerance: 1e-8))
    let missing = try fit("categorical", [0, 1, 0], classes: 4)
    #expect(missing.atEdge == ["p"] && missing.estimate[0].count == 4)
    expectClose(missing.estimate[0].elements, [2.0 / 3, 1.0 / 3, 0, 0], within: 1e-8, "shares")
    let only = try fit("categorical", [0, 0])
    #expect(only.estimate == [Tensor([1])] && only.outcome == .converged)
  }

  @Test func aStartOfOnesOwn() throws {
    let found = try fit("normal", Self.reals, start: ["mu": Tensor(40), "sigma": Tensor(0.05)])
    #expect(found.path[0].parameters == [Tensor(40), Tensor(exp(log: 0.05))])
    #expect(found.outcome == .converged)
    #expect(isClose(found.estimate[0].single ?? .nan, Moments.mean(Self.reals), tolerance: 1e-8))
    let far = try fit("laplace", Self.reals, start: ["mu": Tensor(-70)])
    #expect(far.outcome == .converged && far.estimate[0] == Tensor(2.2))
  }

  /// What becomes of a number on its way through its logarithm.
  private func exp(log x: Double) -> Double { Libm.exp(Libm.log(x)) }

  @Test func cancelled() throws {
    let normal = try #require(Distribution.named("normal"))
    let found = try Fit.run(normal, to: Tensor(Self.reals), isCancelled: { true })
    #expect(found.outcome == .cancelled && found.path.count == 1)
  }

  @Test func errors() throws {
    func error(
      _ name: String, _ data: [Double], given: [String: Tensor] = [:], classes: Int? = nil,
      start: [String: Tensor] = [:]
    ) throws -> FitError? {
      #expect(throws: FitError.self) {
        try fit(name, data, given: given, classes: classes, start: start)
      }
    }
    func outside(_ name: String, _ value: Double, _ reason: SupportViolation.Reason) -> FitError {
      .outsideSupport(SupportViolation(distribution: name, index: 1, value: value, reason: reason))
    }
    #expect(try error("normal", []) == .noData)
    #expect(try error("normal", [1]) == .tooFew(found: 1, needed: 2))
    #expect(try error("normal", [3, 3, 3]) == .noVariance(parameter: "sigma", value: 3))
    #expect(try error("laplace", [3, 3], given: ["mu": Tensor(3)]) == .noVariance(parameter: "b", value: 3))
    #expect(try error("exponential", [0, 0]) == .unbounded(parameter: "rate"))
    #expect(try error("exponential", [1, -2]) == outside("exponential", -2, .negative))
    #expect(try error("poisson", [1, 2.5]) == outside("poisson", 2.5, .notWhole))
    #expect(try error("bernoulli", [1, 2]) == outside("bernoulli", 2, .notZeroOrOne))
    #expect(try error("binomial", [1, 2]) == .missing(parameter: "n"))
    #expect(
      try error("binomial", [1, 12], given: ["n": Tensor(10)]) == outside("binomial", 12, .above(limit: 10)))
    #expect(try error("categorical", [1, 2], classes: 2) == outside("categorical", 2, .above(limit: 1)))
    #expect(try error("categorical", [1, 1e9]) == .tooManyClasses(found: 1e9 + 1, limit: Fit.classLimit))
    #expect(
      try error("normal", [1, 2], given: ["s": Tensor(1)])
        == .unknownParameter(name: "s", known: ["mu", "sigma"]))
    #expect(
      try error("normal", [1, 2], given: ["sigma": Tensor(-1)])
        == .parameter(.outOfRange(parameter: "sigma", index: 0, value: -1, range: .positive)))
    #expect(
      try error("normal", [1, 2], given: ["mu": Tensor([1, 2])]) == .wrongShape(parameter: "mu", shape: [2]))
    #expect(
      try error("categorical", [0, 1], start: ["p": Tensor([0.2, 0.3, 0.5])])
        == .wrongShape(parameter: "p", shape: [3]))
    #expect(
      try error("bernoulli", [0, 1], start: ["p": Tensor(1)]) == .startNotFinite(logLikelihood: -.infinity))
  }
}
