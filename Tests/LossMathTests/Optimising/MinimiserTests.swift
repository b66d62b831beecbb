import Testing

@testable import LossMath

struct MinimiserTests {
  /// L/2·x² + l/2·y².
  private func bowl(
    _ rate: Double, momentum: Double = 0, steps: Int = 1000, curvatures: (Double, Double) = (4, 1)
  ) throws -> Minimisation {
    let options = try MinimiserOptions(learningRate: rate, momentum: momentum, steps: steps)
    return try Minimiser.run(
      { (v) throws(MathError) in
        try Traced(curvatures.0 / 2) * v[0] * v[0] + Traced(curvatures.1 / 2) * v[1] * v[1]
      }, from: [Tensor(1), Tensor(1)], options)
  }

  /// Each step multiplies the distance along a direction by 1 − lr·L.
  @Test func theKnownFactorOnAQuadratic() throws {
    let found = try bowl(0.1, steps: 5)
    #expect(found.outcome == .ranOutOfSteps && found.path.count == 6)
    for (k, step) in found.path.enumerated() {
      let expected = [Libm.pow(0.6, Double(k)), Libm.pow(0.9, Double(k))]
      expectClose(step.position.flatMap(\.elements), expected, within: 1e-14, "position \(k)")
      let (x, y) = (expected[0], expected[1])
      #expect(isClose(step.value, 2 * x * x + y * y / 2, tolerance: 1e-14))
      #expect(isClose(step.gradientNorm, (16 * x * x + y * y).squareRoot(), tolerance: 1e-14))
    }
  }

  /// With momentum the error follows e₊ = (1 + β − lr·L) e − β e₋.
  @Test func theKnownRecurrenceWithMomentum() throws {
    let found = try bowl(0.1, momentum: 0.5, steps: 8)
    var (before, now) = (1.0, 1.0)
    for step in found.path {
      #expect(isClose(step.position[0].single ?? .nan, now, tolerance: 1e-14))
      (before, now) = (now, (1.5 - 0.4) * now - 0.5 * before)
    }
  }

  @Test(arguments: [0.0, 0.6]) func theBoundOnTheLearningRateIsTrue(_ momentum: Double) throws {
    let bound = 2 * (1 + momentum) / 4
    let below = try bowl(0.98 * bound, momentum: momentum, steps: 1500)
    #expect(below.outcome == .converged && below.stepSize.judgement == .large)
    let above = try bowl(1.02 * bound, momentum: momentum, steps: 1500)
    #expect(above.stepSize.judgement == .tooLarge)
    guard case .diverged(_, .rose) = above.outcome else {
      Issue.record("converged beyond the bound: \(above.outcome)")
      return
    }
  }

  @Test func judgementsOfTheStepSize() throws {
    let right = try bowl(0.25)
    #expect(right.outcome == .converged && right.stepSize.judgement == .right)
    #expect(isClose(right.stepSize.ratio ?? .nan, 1, tolerance: 1e-14))
    #expect(isClose(right.stepSize.suggestion ?? .nan, 0.25, tolerance: 1e-14))
    #expect(isClose(right.stepSize.curvature ?? .nan, 4, tolerance: 1e-14))
    #expect(isClose(right.stepSize.smallestCurvature ?? .nan, 1, tolerance: 1e-14))
    let slow = try bowl(0.01, steps: 50)
    #expect(slow.outcome == .ranOutOfSteps && slow.stepSize.judgement == .tooSmall)
    // Exactly at the bound it swings for ever.
    let swinging = try bowl(0.5, steps: 50)
    #expect(swinging.outcome == .ranOutOfSteps && swinging.stepSize.judgement == .tooLarge)
    let slightly = try bowl(0.501, steps: 20)
    #expect(slightly.stepSize.judgement == .tooLarge)
  }

  @Test func curvatureThatChangesAlongTheWay() throws {
    // x⁴ is steep far out and flat at the bottom.
    let options = try MinimiserOptions(learningRate: 0.5, steps: 100)
    let found = try Minimiser.run(
      { (v) throws(MathError) in try v[0] * v[0] * v[0] * v[0] }, from: [Tensor(3)], options)
    guard case .diverged(1, _) = found.outcome else {
      Issue.record("\(found.outcome)")
      return
    }
    #expect(found.stepSize.judgement == .tooLarge)
    #expect(found.stepSize.curvature == 108)
  }

  @Test func otherEnds() throws {
    func run(
      _ start: Double, rate: Double = 0.1, steps: Int = 1000,
      _ f: (Traced) throws(MathError) -> Traced
    ) throws -> Minimisation {
      try Minimiser.run(
        { (v) throws(MathError) in try f(v[0]) }, from: [Tensor(start)],
        try MinimiserOptions(learningRate: rate, steps: steps))
    }
    let falling = try run(1, rate: 10) { (x) throws(MathError) in try (x * x).negated() }
    guard case .fellWithoutBound = falling.outcome else {
      Issue.record("\(falling.outcome)")
      return
    }
    let outside = try run(0.1, rate: 1) { (x) throws(MathError) in try x.log() }
    #expect(outside.outcome == .diverged(step: 1, .notFinite))
    let kinked = try run(1) { (x) throws(MathError) in try x.abs() }
    #expect(kinked.stepSize.judgement == .unknown)
    let there = try run(0) { (x) throws(MathError) in try x * x }
    #expect(there.outcome == .converged && there.path.count == 1)
    let best = try run(1, rate: 0.3, steps: 3) { (x) throws(MathError) in try x * x }
    #expect(best.best == best.path.last && best.end == best.path.last)
  }

  @Test func cancelledAndBounded() throws {
    var asked = 0
    var options = try MinimiserOptions(learningRate: 0.01)
    let stopped = try Minimiser.run(
      { (v) throws(MathError) in try v[0] * v[0] }, from: [Tensor(1)], options,
      isCancelled: {
        asked += 1
        return asked > 3
      })
    #expect(stopped.outcome == .cancelled && stopped.path.count == 4)
    options.pathLimit = 2500
    let wide = [Tensor([Double](repeating: 1, count: 120))]
    let long = try Minimiser.run(
      { (v) throws(MathError) in try (v[0] * v[0]).sum() }, from: wide, options)
    #expect(long.outcome == .pathTooLong(limit: 2500) && long.path.count == 20)
    #expect(long.stepSize.judgement == .unknown)
  }

  private struct Complaint: Error, Equatable {}

  @Test func errors() throws {
    let options = try MinimiserOptions()
    #expect(throws: Complaint()) {
      try Minimiser.run(
        { (_) throws(Complaint) in throw Complaint() }, from: [Tensor(1)], options,
        mapping: { _ in Complaint() })
    }
    #expect(throws: MathError.notScalar(shape: [2])) {
      try Minimiser.run({ (v) throws(MathError) in v[0] }, from: [Tensor([1, 2])], options)
    }
    #expect(throws: MinimiserError.learningRate(found: 0)) { try MinimiserOptions(learningRate: 0) }
    #expect(throws: MinimiserError.momentum(found: 1)) { try MinimiserOptions(momentum: 1) }
    #expect(throws: MinimiserError.steps(found: 0, limit: 1_000_000)) { try MinimiserOptions(steps: 0) }
    #expect(throws: MinimiserError.tolerance(found: -1)) { try MinimiserOptions(tolerance: -1) }
  }
}
