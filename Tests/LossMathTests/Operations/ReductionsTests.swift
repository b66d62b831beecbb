import Testing

@testable import LossMath

struct ReductionsTests {
  typealias Reduce = @Sendable (Traced, Int?) throws(MathError) -> Traced

  private static let reductions: [(String, Reduce)] = [
    ("sum", { (x, axis) throws(MathError) in try (x * x).sum(axis: axis) }),
    ("mean", { (x, axis) throws(MathError) in try (x * x).mean(axis: axis) }),
    ("variance", { (x, axis) throws(MathError) in try x.variance(axis: axis) }),
    ("sample variance", { (x, axis) throws(MathError) in try (x * x).variance(axis: axis, ddof: 0.5) }),
    ("product", { (x, axis) throws(MathError) in try x.product(axis: axis) }),
    ("max", { (x, axis) throws(MathError) in try (x * x).max(axis: axis) }),
    ("min", { (x, axis) throws(MathError) in try (x * x).min(axis: axis) }),
  ]

  private static let places: [(shape: [Int], axes: [Int?])] = [
    ([], [nil]), ([5], [nil, 0, -1]), ([2, 3], [nil, 0, 1, -2]), ([2, 3, 2], [nil, 0, 1, 2]),
    ([1, 4], [0, 1]),
  ]

  private static let cases = reductions.flatMap { name, body in
    places.flatMap { shape, axes in
      axes.map { axis in
        let label = "\(name) along \(axis.map(String.init) ?? "all")"
        return DifferentiableCase(label, at: [ramp(shape)]) { (v) throws(MathError) in try body(v[0], axis) }
      }
    }
  }

  @Test(arguments: cases)
  func derivatives(_ item: DifferentiableCase) throws { try checkGradients(item, tolerance: 1e-6) }

  private static let cube = Tensor(shape: [2, 2, 3], elements: [1, 5, 3, 4, 2, 6, 9, 8, 7, 0, -1, 10])

  @Test(
    arguments: [
      (nil, [], [54]), (0, [2, 3], [10, 13, 10, 4, 1, 16]), (1, [2, 3], [5, 7, 9, 9, 7, 17]),
      (2, [2, 2], [9, 12, 24, 9]), (-1, [2, 2], [9, 12, 24, 9]), (-3, [2, 3], [10, 13, 10, 4, 1, 16]),
    ] as [(Int?, [Int], [Double])])
  func sums(_ axis: Int?, _ shape: [Int], _ elements: [Double]) throws {
    #expect(try Traced(#require(Self.cube)).sum(axis: axis).value == Tensor(shape: shape, elements: elements))
  }

  @Test func otherReductionsAlongAnAxis() throws {
    let x = Traced(try #require(Tensor(shape: [2, 3], elements: [1, 5, 3, 4, 2, 6])))
    #expect(try x.mean(axis: 0).value == Tensor([2.5, 3.5, 4.5]))
    #expect(try x.product(axis: 1).value == Tensor([15, 48]))
    #expect(try x.product().value == Tensor(720))
    #expect(try x.max(axis: 0).value == Tensor([4, 5, 6]))
    #expect(try x.min(axis: 1).value == Tensor([1, 2]))
    #expect(try x.argmax(axis: 0) == Tensor([1, 0, 1]))
    #expect(try x.argmin(axis: 1) == Tensor([0, 1]))
    #expect(try x.argmax() == Tensor(5))
    #expect(try x.variance(axis: 1).value == Tensor([8.0 / 3, 8.0 / 3]))
    #expect(try x.variance(axis: 1, ddof: 1).value == Tensor([4, 4]))
  }

  @Test func productsWithZeros() throws {
    let one = try gradient(at: Tensor([2, 0, 5])) { (x) throws(MathError) in try x.product() }
    #expect(one.elements == [0, 10, 0])
    let two = try gradient(at: Tensor([0, 0, 5])) { (x) throws(MathError) in try x.product() }
    #expect(two.elements == [0, 0, 0])
    try checkGradients(
      DifferentiableCase("product", at: [Tensor([2, 0, 5, 0])]) { (v) throws(MathError) in try v[0].product()
      })
  }

  @Test func theFirstExtremeHasTheGradient() throws {
    let found = try gradient(at: Tensor([3, 7, 7])) { (x) throws(MathError) in try x.max() }
    #expect(found.elements == [0, 1, 0])
  }

  @Test func nanIsTheExtreme() throws {
    let x = Traced(Tensor([1, .nan, 3, .nan]))
    #expect(try x.max().value.single?.isNaN == true)
    #expect(try x.min().value.single?.isNaN == true)
    #expect(try x.argmax().single == 1)
  }

  @Test func nothingToReduce() throws {
    let empty = Traced(Tensor([]))
    #expect(try empty.sum().value == Tensor(0))
    #expect(try empty.product().value == Tensor(1))
    #expect(throws: MathError.empty(operation: "mean")) { try empty.mean() }
    #expect(throws: MathError.empty(operation: "var")) { try empty.variance() }
    #expect(throws: MathError.empty(operation: "max")) { try empty.max() }
    #expect(throws: MathError.empty(operation: "argmin")) { try empty.argmin() }
    let columns = Traced(try Tensor.filled(0, shape: [0, 3]))
    #expect(try columns.sum(axis: 0).value == Tensor([0, 0, 0]))
    #expect(try columns.product(axis: 0).value == Tensor([1, 1, 1]))
    #expect(try columns.sum(axis: 1).value == Tensor([]))
    #expect(try columns.max(axis: 1).value == Tensor([]))
  }

  @Test(arguments: [2, -3, Int.min, Int.max])
  func axesThatAreNotThere(_ axis: Int) {
    #expect(throws: MathError.axisOutOfRange(axis: axis, rank: 2)) {
      try Traced(ramp([2, 3])).sum(axis: axis)
    }
  }
}
