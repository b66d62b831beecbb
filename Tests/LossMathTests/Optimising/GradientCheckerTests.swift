import Testing

@testable import LossMath

/// The gradient checker as users see it.
struct GradientCheckerTests {
  typealias Function = @Sendable (Traced) throws(MathError) -> Traced

  private func check(_ point: Tensor, _ f: Function) throws -> GradientCheck {
    try GradientCheck.run({ (v) throws(MathError) in try f(v[0]).sum() }, at: [point])
  }

  private static let smooth: [(name: String, at: [Double], f: Function)] = [
    ("exp", [-3, 0, 2, 30], { (x) throws(MathError) in try x.exp() }),
    ("log", [1e-8, 0.1, 5, 1e9], { (x) throws(MathError) in try x.log() }),
    ("sqrt", [1e-10, 1, 1e10], { (x) throws(MathError) in try x.sqrt() }),
    ("square", [-1e6, 0, 1e-6, 3], { (x) throws(MathError) in try x * x }),
    ("reciprocal", [1e-5, -0.3, 1e5], { (x) throws(MathError) in try Traced(1) / x }),
    ("fast wave", [0.3, 1.7], { (x) throws(MathError) in try (x * Traced(1000)).sin() }),
    ("steep sigmoid", [0.001, 0.02], { (x) throws(MathError) in try (x * Traced(300)).sigmoid() }),
    ("tiny scale", [0.4], { (x) throws(MathError) in try (x * Traced(1e-12)).exp() * Traced(1e-9) }),
    ("huge scale", [0.4], { (x) throws(MathError) in try x.exp() * Traced(1e200) }),
    ("log-gamma", [0.01, 2.5, 50], { (x) throws(MathError) in try x.logGamma() }),
    ("constant", [2], { (x) throws(MathError) in try x * Traced(0) + Traced(3) }),
    ("near a kink", [1e-6, -1e-6], { (x) throws(MathError) in try x.relu() + x.abs() }),
    ("a step's flat side", [1.3], { (x) throws(MathError) in try x.floor() }),
  ]

  @Test(arguments: smooth.indices) func agreesOnSmoothFunctions(_ index: Int) throws {
    let item = Self.smooth[index]
    for point in item.at {
      let found = try check(Tensor([point]), item.f)
      #expect(found.passes && found.rows.map(\.verdict) == [.agrees], "\(item.name): \(found.rows)")
    }
  }

  /// The larger terms of a sum leave too few digits of the small ones to tell.
  @Test func whatRoundingDrownsIsNotCalledWrong() throws {
    let exponentials = try check(Tensor([-3, 0, 30])) { (x) throws(MathError) in try x.exp() }
    #expect(exponentials.rows.map(\.verdict) == [.unresolved, .unresolved, .agrees])
    let roots = try check(Tensor([1e-10, 1, 1e10])) { (x) throws(MathError) in try x.sqrt() }
    for row in roots.rows { #expect(row.verdict == .agrees || row.verdict == .unresolved, "\(row)") }
  }

  @Test func kinks() throws {
    let functions: [(Double, Function, left: Double, right: Double)] = [
      (0, { (x) throws(MathError) in try x.abs() }, -1, 1),
      (0, { (x) throws(MathError) in try x.relu() }, 0, 1),
      (1, { (x) throws(MathError) in try Loss.hinge(x) }, -1, 0),
      (2, { (x) throws(MathError) in try .maximum(x, Traced(2)) }, 0, 1),
    ]
    for (point, f, left, right) in functions {
      let row = try #require(try check(Tensor([point]), f).rows.first)
      #expect(row.verdict == .kink && row.isSubgradient)
      expectClose([row.left, row.right], [left, right], within: 1e-6, "one-sided slopes")
    }
    // A squared hinge has none.
    let smooth = try check(Tensor([1])) { (x) throws(MathError) in
      let margin = try (Traced(1) - x).relu()
      return try margin * margin
    }
    #expect(smooth.rows[0].verdict == .agrees)
  }

  @Test func jumpsEdgesAndInfinities() throws {
    #expect(try check(Tensor([1])) { (x) throws(MathError) in try x.floor() }.rows[0].verdict == .jump)
    #expect(try check(Tensor([0])) { (x) throws(MathError) in try x.sign() }.rows[0].verdict == .jump)
    #expect(try check(Tensor([0])) { (x) throws(MathError) in try x.sqrt() }.rows[0].verdict == .notFinite)
    #expect(try check(Tensor([-1])) { (x) throws(MathError) in try x.log() }.rows[0].verdict == .notFinite)
    let ending = try check(Tensor([0])) { (x) throws(MathError) in try .power(x, Traced(1.5)) }
    #expect(ending.rows[0].verdict == .edge)
  }

  @Test(arguments: [1.01, 0.99, -1, 0, 1.00001]) func findsAWrongGradient(_ factor: Double) throws {
    let found = try check(Tensor([0.3, 2, -1.1])) { (x) throws(MathError) in
      try Tape.record(
        [x], try x.value.map { $0 * $0 * $0 },
        .elementwise { (x, _, g) throws(MathError) in try g * Traced(3 * factor) * x * x })
    }
    #expect(!found.passes)
    #expect(found.rows.allSatisfy { $0.verdict == .differs })
    #expect(isClose(found.worst?.relativeDifference ?? .nan, abs(1 - factor), tolerance: 0.02) || factor < 0)
  }

  @Test func rowsNameTheirElements() throws {
    let found = try GradientCheck.run(
      { (v) throws(MathError) in try (v[0] * v[1]).sum() }, at: [Tensor(2), Tensor([3, 5])])
    #expect(found.rows.map(\.variable) == [0, 1, 1])
    #expect(found.rows.map(\.element) == [0, 0, 1])
    #expect(found.rows.map(\.exact) == [8, 2, 2])
    #expect(found.rows.map(\.value) == [2, 3, 5])
  }

  @Test(arguments: LossTrial.all.filter { $0.seed <= 2 }) func everyLoss(_ trial: LossTrial) throws {
    let sample = try #require(trial.sample)
    let found = try GradientCheck.run(
      { (v) throws(MathError) in
        try trial.loss.evaluate(sample.inputs.map { Traced($0) }.replacing(1, with: v[0]), sample.options)
      }, at: [sample.yPred])
    #expect(found.passes)
    #expect(found.rows.allSatisfy { $0.verdict == .agrees }, "\(found.rows.filter { $0.verdict != .agrees })")
  }

  @Test func limits() throws {
    #expect(throws: MathError.tooLarge(elements: 1001, limit: 1000)) {
      try check(Tensor([Double](repeating: 1, count: 1001))) { x in x }
    }
    let cancelled = try GradientCheck.run(
      { (v) throws(MathError) in try v[0].sum() }, at: [Tensor([1, 2])], mapping: { $0 },
      isCancelled: { true })
    #expect(cancelled.rows.isEmpty)
  }
}

extension Loss {
  /// The hinge of one score for the label 1.
  fileprivate static func hinge(_ score: Traced) throws(MathError) -> Traced {
    try LossMath.Hinge.entry.evaluate(yTrue: Traced(Tensor([1])), yPred: score)
  }
}
