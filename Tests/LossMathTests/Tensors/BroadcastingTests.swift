import Testing

@testable import LossMath

/// NumPy's rules: what `numpy.broadcast_shapes` gives, or an error where it gives one.
struct BroadcastingTests {
  @Test(
    arguments: [
      ([], [], []), ([3], [], [3]), ([], [2, 3], [2, 3]), ([3], [3], [3]), ([1], [3], [3]), ([3], [1], [3]),
      ([2, 3], [3], [2, 3]), ([3], [2, 3], [2, 3]), ([2, 1], [3], [2, 3]), ([2, 1], [1, 3], [2, 3]),
      ([1, 1], [3], [1, 3]), ([1, 1], [], [1, 1]), ([4, 1, 3], [2, 1], [4, 2, 3]), ([0], [1], [0]),
      ([0], [], [0]),
      ([0, 3], [3], [0, 3]), ([0, 3], [1, 3], [0, 3]), ([2, 0], [2, 1], [2, 0]), ([1, 0], [3, 1], [3, 0]),
    ] as [([Int], [Int], [Int])])
  func compatible(_ left: [Int], _ right: [Int], _ expected: [Int]) throws {
    #expect(try Broadcasting.shape("+", left, right) == expected)
    #expect(try Broadcasting.combine("+", ramp(left), ramp(right), +).shape == expected)
    #expect(try Broadcasting.combine("+", ramp(right), ramp(left), +).shape == expected)
  }

  @Test(
    arguments: [
      ([2], [3]), ([3, 2], [3]), ([2, 3], [2]), ([0], [2]), ([2, 0], [3]), ([2, 3], [3, 3]),
      ([4, 2, 3], [3, 3]),
    ] as [([Int], [Int])])
  func incompatible(_ left: [Int], _ right: [Int]) {
    #expect(throws: MathError.shapesDiffer(operation: "+", left: left, right: right)) {
      try Broadcasting.combine("+", ramp(left), ramp(right), +)
    }
  }

  @Test func elementsMeetTheirPartners() throws {
    let column = try #require(Tensor(shape: [2, 1], elements: [10, 20]))
    let found = try Broadcasting.combine("-", column, Tensor([1, 2, 3]), -)
    #expect(found == Tensor(shape: [2, 3], elements: [9, 8, 7, 19, 18, 17]))
    let cube = try #require(Tensor(shape: [2, 1, 2], elements: [1, 2, 3, 4]))
    let tall = try #require(Tensor(shape: [2, 1], elements: [0, 100]))
    #expect(try Broadcasting.combine("+", cube, tall, +).elements == [1, 2, 101, 102, 3, 4, 103, 104])
  }

  @Test func reducingIsTheReverseOfExpanding() throws {
    let x = try #require(Tensor(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6]))
    #expect(try Broadcasting.reduce(x, to: [3]).elements == [5, 7, 9])
    #expect(try Broadcasting.reduce(x, to: [2, 1]).elements == [6, 15])
    #expect(try Broadcasting.reduce(x, to: []) == Tensor(21))
    #expect(try Broadcasting.reduce(x, to: [1, 1]).elements == [21])
    #expect(try Broadcasting.reduce(Tensor.filled(0, shape: [0, 2]), to: [2]).elements == [0, 0])
  }
}
