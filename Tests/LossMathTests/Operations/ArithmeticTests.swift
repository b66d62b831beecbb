import Testing

@testable import LossMath

struct ArithmeticTests {
  private static let shapePairs: [([Int], [Int])] = [
    ([], []), ([3], []), ([], [2, 3]), ([3], [3]), ([2, 3], [3]), ([2, 1], [3]), ([1, 3], [2, 1]),
    ([1], [2, 2]),
  ]

  private static let binary: [(String, @Sendable (Traced, Traced) throws(MathError) -> Traced)] = [
    ("+", { (a, b) throws(MathError) in try a + b }),
    ("-", { (a, b) throws(MathError) in try a - b }),
    ("*", { (a, b) throws(MathError) in try a * b }),
    ("/", { (a, b) throws(MathError) in try a / b }),
    ("^", { (a, b) throws(MathError) in try .power(a, b) }),
    ("maximum", { (a, b) throws(MathError) in try .maximum(a, b) }),
    ("minimum", { (a, b) throws(MathError) in try .minimum(a, b) }),
    ("xlogy", { (a, b) throws(MathError) in try .xlogy(a, b) }),
    ("xlog1py", { (a, b) throws(MathError) in try .xlog1py(a, b) }),
    ("safeQuotient", { (a, b) throws(MathError) in try .safeQuotient(a, b) }),
    (
      "where",
      { (a, b) throws(MathError) in try .select(Tensor.compare(">", a.value, b.value, >), a * a, b * a) }
    ),
  ]

  private static let binaryCases = binary.flatMap { name, body in
    shapePairs.map { left, right in
      DifferentiableCase(name, at: [ramp(left, from: 0.6), ramp(right, from: 0.85, by: 0.29)]) {
        (v) throws(MathError) in try body(v[0], v[1])
      }
    }
  }

  private static let otherCases = [
    DifferentiableCase("negated", at: [ramp([2, 2])]) { (v) throws(MathError) in try v[0].negated() },
    DifferentiableCase("clipped", at: [ramp([5])]) { (v) throws(MathError) in
      try (v[0] * v[0]).clipped(0.5, 2)
    },
    DifferentiableCase("negative base", at: [Tensor([-2, -0.5])]) { (v) throws(MathError) in
      try .power(v[0], Traced(3))
    },
    DifferentiableCase("expanded", at: [ramp([2, 1])]) { (v) throws(MathError) in
      try (v[0] * v[0]).expanded(to: [3, 2, 4])
    },
    DifferentiableCase("summed", at: [ramp([3, 2])]) { (v) throws(MathError) in
      try (v[0] * v[0]).summed(to: [1, 2])
    },
    DifferentiableCase("one value twice", at: [ramp([2])]) { (v) throws(MathError) in try v[0] * v[0] / v[0]
    },
  ]

  @Test(arguments: binaryCases + otherCases)
  func derivatives(_ item: DifferentiableCase) throws { try checkGradients(item) }

  @Test func thirdDerivativeOfAPower() throws {
    let tape = Tape()
    defer { tape.clear() }
    func derivative(_ order: Int, _ x: Traced) throws(MathError) -> Traced {
      try tape.nested { () throws(MathError) in
        let inner = tape.variable(x)
        let value = order == 1 ? try Traced.power(inner, Traced(4)) : try derivative(order - 1, inner)
        let found = try tape.gradient(of: value, withRespectTo: [inner], keepingGraph: true)
        return found[0] ?? Traced(0)
      }
    }
    #expect(try derivative(3, Traced(1.5)).value.single == 36)
    #expect(try derivative(4, Traced(1.5)).value.single == 24)
  }

  @Test(
    arguments: [
      (0, 0, 1), (0, 2, 0), (0, -1, .infinity), (-2, 3, -8), (-2, 0.5, .nan), (.infinity, 0, 1), (.nan, 0, 1),
      (2, .infinity, .infinity), (1, .nan, 1),
    ] as [(Double, Double, Double)])
  func powersAtTheEdges(_ base: Double, _ exponent: Double, _ expected: Double) throws {
    let found = try #require(try Traced.power(Traced(base), Traced(exponent)).value.single)
    #expect(ulps(found, expected) == 0)
  }

  @Test(
    arguments: [
      (0, 0, 0, 0), (0, 1, 1, 0), (0, 2, 0, 0), (2, 0, 0, 0.6931471805599453), (0, 0.5, .infinity, 0),
    ] as [(Double, Double, Double, Double)])
  func slopesOfPowersAtTheEdges(_ base: Double, _ exponent: Double, _ left: Double, _ right: Double) throws {
    let found = try gradients(at: [Tensor(base), Tensor(exponent)]) { (v) throws(MathError) in
      try .power(v[0], v[1])
    }
    #expect(found.map(\.single) == [left, right])
  }

  @Test func secondDerivativeOfASquareAtZero() throws {
    let item = DifferentiableCase("square", at: [Tensor(0)]) { (v) throws(MathError) in
      try .power(v[0], Traced(2))
    }
    try checkGradients(item)
  }

  @Test func tiesGoToTheFirst() throws {
    let twos = [Tensor(2), Tensor(2)]
    let larger = try gradients(at: twos) { (v) throws(MathError) in try .maximum(v[0], v[1]) }
    #expect(larger.map(\.single) == [1, 0])
    let smaller = try gradients(at: twos) { (v) throws(MathError) in try .minimum(v[0], v[1]) }
    #expect(smaller.map(\.single) == [1, 0])
  }

  @Test func nanWinsInMaximumAndMinimum() throws {
    for (a, b) in [(Double.nan, 1), (1, Double.nan)] {
      #expect(try Traced.maximum(Traced(a), Traced(b)).value.single?.isNaN == true)
      #expect(try Traced.minimum(Traced(a), Traced(b)).value.single?.isNaN == true)
    }
  }

  @Test func clippingStopsTheGradientAndKeepsItAtTheBounds() throws {
    let found = try gradient(at: Tensor([-1, 0, 0.5, 1, 2])) { (x) throws(MathError) in
      try x.clipped(0, 1).sum()
    }
    #expect(found.elements == [0, 1, 1, 1, 0])
  }

  @Test func zeroTimesLogarithmOfZero() throws {
    #expect(try Traced.xlogy(Traced(0), Traced(0)).value.single == 0)
    #expect(try Traced.xlog1py(Traced(0), Traced(-1)).value.single == 0)
    #expect(try Traced.safeQuotient(Traced(0), Traced(0)).value.single == 0)
    #expect(try Traced.xlogy(Traced(0), Traced(.nan)).value.single?.isNaN == true)
    let found = try gradients(at: [Tensor(0), Tensor(0)]) { (v) throws(MathError) in try .xlogy(v[0], v[1]) }
    #expect(found.map(\.single) == [-.infinity, 0])
  }

  @Test func theBranchNotTakenLeaksNothing() throws {
    let points = Tensor([-1, 0, 4])
    let found = try gradient(at: points) { (x) throws(MathError) in
      let isPositive = try Tensor.compare(">", x.value, Tensor(0), >)
      return try .select(isPositive, x.log(), x * Traced(3)).sum()
    }
    #expect(found.elements == [3, 3, 0.25])
    let root = try gradient(at: points) { (x) throws(MathError) in
      let isPositive = try Tensor.compare(">", x.value, Tensor(0), >)
      return try .select(isPositive, x.sqrt() / x, Traced(0)).sum()
    }
    #expect(root.elements == [0, 0, -0.0625])
  }

  @Test func shapesThatCannotBeBroadcast() {
    let (a, b) = (Traced(ramp([2, 3])), Traced(ramp([2])))
    #expect(throws: MathError.shapesDiffer(operation: "+", left: [2, 3], right: [2])) { try a + b }
    #expect(throws: MathError.shapesDiffer(operation: "where", left: [2, 3], right: [2])) {
      try Traced.select(Tensor(1), a, b)
    }
  }

  @Test func gradientsOfEmptyTensors() throws {
    let found = try gradients(at: [ramp([1, 3]), ramp([0, 3])]) { (v) throws(MathError) in
      try (v[0] * v[1]).sum()
    }
    #expect(found[0] == Tensor(shape: [1, 3], elements: [0, 0, 0]))
    #expect(found[1].count == 0)
  }
}
