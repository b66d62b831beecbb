import Testing

@testable import LossMath

struct StructureTests {
  private static let cases = [
    DifferentiableCase("reshaped", at: [ramp([2, 3])]) { (v) throws(MathError) in
      try (v[0] * v[0]).reshaped([3, 2])
    },
    DifferentiableCase("transposed", at: [ramp([2, 3])]) { (v) throws(MathError) in
      try (v[0] * v[0]).transposed()
    },
    DifferentiableCase("gathered", at: [ramp([4])]) { (v) throws(MathError) in
      try (v[0] * v[0]).gathered([3, 0, 3, 3, 1, 0], shape: [2, 3])
    },
    DifferentiableCase("scattered", at: [ramp([4])]) { (v) throws(MathError) in
      try (v[0] * v[0]).scattered([1, 0, 1, 5], shape: [3, 2])
    },
    DifferentiableCase("stack", at: [ramp([2]), ramp([2], from: 1.3)]) { (v) throws(MathError) in
      try .stack([v[0] * v[1], v[1], v[0] * v[0]])
    },
    DifferentiableCase("stack of numbers", at: [Tensor(2), Tensor(3)]) { (v) throws(MathError) in
      try .stack([v[0] * v[1], Traced(1), v[0] * v[0]])
    },
    DifferentiableCase("concatenate", at: [ramp([2, 2]), ramp([1, 2], from: 2)]) { (v) throws(MathError) in
      try .concatenate([v[0] * v[0], v[1], v[1] * v[0]])
    },
    DifferentiableCase("append", at: [Tensor(2), ramp([3])]) { (v) throws(MathError) in
      try .concatenate([v[1], v[0] * v[1].sum()])
    },
    matmul([3], [3]), matmul([2, 3], [3]), matmul([2], [2, 3]), matmul([2, 3], [3, 4]),
    matmul([1, 3], [3, 1]),
    matmul([4, 1], [1, 2]),
  ]

  private static func matmul(_ left: [Int], _ right: [Int]) -> DifferentiableCase {
    DifferentiableCase("matmul", at: [ramp(left), ramp(right, from: 0.9)]) { (v) throws(MathError) in
      try .matmul(v[0], v[1])
    }
  }

  @Test(arguments: cases)
  func derivatives(_ item: DifferentiableCase) throws { try checkGradients(item) }

  @Test func transposingMovesRowsToColumns() throws {
    let x = Traced(try #require(Tensor(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6])))
    #expect(try x.transposed().value == Tensor(shape: [3, 2], elements: [1, 4, 2, 5, 3, 6]))
    #expect(try x.transposed().transposed().value == x.value)
    #expect(try Traced(Tensor([1, 2])).transposed().value == Tensor([1, 2]))
    #expect(try Traced(Tensor.filled(0, shape: [0, 3])).transposed().shape == [3, 0])
  }

  @Test(
    arguments: [
      ([3], [3], []), ([2, 3], [3], [2]), ([3], [3, 2], [2]), ([2, 3], [3, 4], [2, 4]),
      ([2, 0], [0, 3], [2, 3]),
      ([0, 2], [2, 3], [0, 3]),
    ] as [([Int], [Int], [Int])])
  func shapesOfProducts(_ left: [Int], _ right: [Int], _ expected: [Int]) throws {
    #expect(try Traced.matmul(Traced(ramp(left)), Traced(ramp(right))).shape == expected)
  }

  @Test(
    arguments: [([], [3]), ([3], []), ([2, 3], [2, 3]), ([3], [2]), ([1, 2, 3], [3])] as [([Int], [Int])])
  func productsThatDoNotFit(_ left: [Int], _ right: [Int]) {
    #expect(throws: MathError.productMismatch(left: left, right: right)) {
      try Traced.matmul(Traced(ramp(left)), Traced(ramp(right)))
    }
  }

  @Test func valuesOfProducts() throws {
    let a = Traced(try #require(Tensor(shape: [2, 2], elements: [1, 2, 3, 4])))
    let b = Traced(try #require(Tensor(shape: [2, 2], elements: [5, 6, 7, 8])))
    #expect(try Traced.matmul(a, b).value.elements == [19, 22, 43, 50])
    #expect(try Traced.matmul(a, Traced(Tensor([1, -1]))).value == Tensor([-1, -1]))
    #expect(try Traced.matmul(Traced(Tensor([1, -1])), a).value == Tensor([-2, -2]))
    #expect(try Traced.matmul(Traced(Tensor([1, 2])), Traced(Tensor([3, 4]))).value == Tensor(11))
  }

  @Test func positionsOutside() {
    let x = Traced(Tensor([1, 2]))
    #expect(throws: MathError.indexOutOfRange(index: 2, count: 2)) { try x.gathered([0, 2], shape: [2]) }
    #expect(throws: MathError.indexOutOfRange(index: -1, count: 2)) { try x.gathered([-1], shape: [1]) }
    #expect(throws: MathError.reshapeMismatch(from: [2], to: [3])) { try x.gathered([0, 1], shape: [3]) }
    #expect(throws: MathError.reshapeMismatch(from: [2], to: [-2])) { try x.reshaped([-2]) }
  }

  @Test func raggedParts() {
    let (a, b) = (Traced(ramp([2])), Traced(ramp([3])))
    #expect(throws: MathError.ragged(first: [2], other: [3])) { try Traced.stack([a, b]) }
    #expect(throws: MathError.ragged(first: [2], other: [])) { try Traced.stack([a, Traced(1)]) }
    #expect(throws: MathError.ragged(first: [2, 3], other: [2])) {
      try Traced.concatenate([Traced(ramp([2, 3])), a])
    }
  }

  @Test func joining() throws {
    let (a, b) = (Traced(Tensor([1, 2])), Traced(Tensor([3, 4])))
    #expect(try Traced.stack([a, b]).value == Tensor(shape: [2, 2], elements: [1, 2, 3, 4]))
    #expect(try Traced.concatenate([a, Traced(9), b]).value == Tensor([1, 2, 9, 3, 4]))
    #expect(try Traced.stack([]).value == Tensor([]))
    #expect(try Traced.concatenate([]).value == Tensor([]))
  }
}
