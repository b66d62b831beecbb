import Testing

@testable import LossMath

struct TapeTests {
  @Test func derivativeThroughALoop() throws {
    // w ← w − 0.1·2(w − 3), ten times: the end depends on the start as 0.8¹⁰.
    let found = try gradient(at: Tensor(1)) { (start) throws(MathError) in
      var w = start
      for _ in 0..<10 { w = try w - Traced(0.2) * (w - Traced(3)) }
      return w
    }
    expectUlps(found.elements, [0.1073741824], within: 8, "0.8^10")
  }

  @Test func gradientInsideALoopInsideAGradient() throws {
    // The same descent with the slope found by differentiation.
    let found = try descend(from: 1, steps: 10) { (w) throws(MathError) in
      try (w - Traced(3)) * (w - Traced(3))
    }
    expectUlps([found], [0.1073741824], within: 8, "0.8^10")
  }

  @Test(arguments: Loss.all.filter { !$0.isRowwise && $0.inputs.count == 2 }.map(\.name))
  func descentOnALossIsDifferentiable(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    func end(_ start: Double, _ steps: Int) throws -> Double {
      var w = start
      for _ in 0..<steps {
        let slope = try gradient(at: Tensor(w)) { (w) throws(MathError) in
          try loss.evaluate(yTrue: Traced(1), yPred: w)
        }
        w -= 0.1 * (slope.single ?? .nan)
      }
      return w
    }
    let expected = try differences(at: [Tensor(0.4)], varying: 0) { points in
      try end(#require(points[0].single), 3)
    }
    let found = try descend(from: 0.4, steps: 3) { (w) throws(MathError) in
      try loss.evaluate(yTrue: Traced(1), yPred: w)
    }
    expectClose([found], expected.compactMap { $0 }, within: 1e-8, "d end / d start")
  }

  /// The derivative of the end of a gradient descent with respect to its start.
  private func descend(
    from start: Double, steps: Int, _ loss: (Traced) throws(MathError) -> Traced
  ) throws -> Double {
    let tape = Tape()
    defer { tape.clear() }
    let found = try tape.nested { () throws(MathError) in
      let first = tape.variable(Traced(start))
      var w = first
      for _ in 0..<steps {
        let slope = try tape.nested { () throws(MathError) in
          let inner = tape.variable(w)
          return try tape.gradient(of: loss(inner), withRespectTo: [inner], keepingGraph: true)[0]
        }
        w = try w - Traced(0.1) * (slope ?? Traced(0))
      }
      return try tape.gradient(of: w, withRespectTo: [first], keepingGraph: false)[0]
    }
    return try #require(found?.value.single)
  }

  @Test func secondDerivativeOfALossWithoutNesting() throws {
    let tape = Tape()
    defer { tape.clear() }
    let w = tape.variable(Traced(3))
    let loss = try #require(Loss.named("mse")).evaluate(yTrue: Traced(1), yPred: w)
    let slope = try #require(tape.gradient(of: loss, withRespectTo: [w], keepingGraph: true)[0])
    let bend = try #require(tape.gradient(of: slope, withRespectTo: [w], keepingGraph: false)[0])
    #expect(slope.value.single == 4 && bend.value.single == 2)
  }

  @Test func whatDoesNotDependHasNoGradient() throws {
    let tape = Tape()
    defer { tape.clear() }
    let (x, y) = (tape.variable(Traced(2)), tape.variable(Traced(5)))
    let found = try tape.gradient(of: x * x, withRespectTo: [x, y, Traced(1)], keepingGraph: false)
    #expect(found.map { $0?.value.single } == [4, nil, nil])
    #expect(try tape.gradient(of: Traced(1), withRespectTo: [x], keepingGraph: false)[0] == nil)
    let itself = try tape.gradient(of: x, withRespectTo: [x], keepingGraph: false)
    #expect(itself[0]?.value.single == 1)
  }

  @Test func valuesOfAnotherTapeAreConstants() throws {
    let (tape, other) = (Tape(), Tape())
    defer {
      tape.clear()
      other.clear()
    }
    _ = try tape.variable(Traced(1)) + Traced(1)
    let (x, foreign) = (tape.variable(Traced(2)), other.variable(Traced(7)))
    let found = try tape.gradient(of: x * foreign, withRespectTo: [x, foreign], keepingGraph: false)
    #expect(found.map { $0?.value.single } == [7, nil])
  }

  @Test func onlyANumberHasAGradient() throws {
    let tape = Tape()
    defer { tape.clear() }
    let x = tape.variable(Traced(Tensor([1, 2])))
    #expect(throws: MathError.notScalar(shape: [2])) {
      try tape.gradient(of: x + x, withRespectTo: [x], keepingGraph: false)
    }
    let single = tape.variable(Traced(Tensor([5])))
    let found = try tape.gradient(of: single * single, withRespectTo: [single], keepingGraph: false)
    #expect(found[0]?.value == Tensor([10]))
  }

  @Test func aLongRecordIsFreedWithoutRecursion() throws {
    weak var freed: Tape?
    var last: Double?
    do {
      let tape = Tape()
      freed = tape
      let x = tape.variable(Traced(1))
      var sum = x
      for _ in 0..<300_000 { sum = try sum + Traced(1e-6) }
      last = try tape.gradient(of: sum * sum, withRespectTo: [x], keepingGraph: false)[0]?.value.single
      tape.clear()
    }
    #expect(isRelativelyClose(last ?? .nan, 2.6, tolerance: 1e-9))
    #expect(freed == nil)
  }

  @Test func theRecordIsBounded() throws {
    let tape = Tape()
    defer { tape.clear() }
    let x = tape.variable(Traced(try Tensor.filled(1, shape: [2_000_000])))
    var steps = 0
    #expect(throws: MathError.recordTooLarge(limit: Tape.elementLimit)) {
      var y = x
      while steps < 1000 {
        y = try y.reshaped(y.shape == [2_000_000] ? [1_000_000, 2] : [2_000_000])
        steps += 1
      }
    }
    #expect(steps == 66)
  }

  @Test func everyOperationTakesRoomBesideItsResult() throws {
    let tape = Tape(limit: 3300)
    defer { tape.clear() }
    var (y, steps) = (tape.variable(Traced(1)), 0)
    #expect(throws: MathError.recordTooLarge(limit: 3300)) {
      while steps < 1000 {
        y = try y + Traced(1)
        steps += 1
      }
    }
    #expect(steps == 99)
  }

  @Test func nestingIsCountedAndEndsWithAnError() {
    let tape = Tape()
    #expect(tape.nested { tape.nested { tape.nesting } } == 2)
    #expect(throws: MathError.empty(operation: "mean")) {
      try tape.nested { () throws(MathError) in try Traced(Tensor([])).mean() }
    }
    #expect(tape.nesting == 0)
  }
}
