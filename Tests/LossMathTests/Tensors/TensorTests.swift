import Testing

@testable import LossMath

struct TensorTests {
  @Test func ranks() {
    #expect(Tensor(3).isScalar && Tensor(3).single == 3)
    #expect(Tensor([3]).rank == 1 && Tensor([3]).single == 3)
    #expect(Tensor([]).single == nil && Tensor([]).count == 0)
    #expect(Tensor([1, 2]).single == nil)
  }

  @Test func elementsMustFitTheShape() {
    #expect(Tensor(shape: [2, 2], elements: [1, 2, 3]) == nil)
    #expect(Tensor(shape: [-1], elements: []) == nil)
    #expect(Tensor(shape: [-1, -2], elements: [1, 2]) == nil)
    #expect(Tensor(shape: [0, 5], elements: [])?.shape == [0, 5])
  }

  @Test(
    arguments: [
      ([], 1, 1), ([4], 1, 4), ([2, 3], 2, 3), ([2, 3, 4], 6, 4), ([3, 0], 3, 0), ([0, 3], 0, 3),
    ] as [([Int], Int, Int)])
  func rowsAndColumns(_ shape: [Int], _ rows: Int, _ columns: Int) throws {
    let found = try Tensor.filled(0, shape: shape).rowsAndColumns
    #expect(found.rows == rows && found.columns == columns)
  }

  @Test(
    arguments: [
      [100_000_001], [Int.max, Int.max], [-1], [-5, -7], [0, Int.max, Int.max], [Int.max, 2, 0],
      [Int.min, Int.min],
      [0, 200_000_000], [0, -1],
    ] as [[Int]])
  func shapesTooLarge(_ shape: [Int]) {
    #expect(Tensor(shape: shape, elements: []) == nil)
    do throws(MathError) {
      _ = try Tensor.filled(0, shape: shape)
      Issue.record("\(shape) was made")
    } catch {
      guard case .tooLarge(_, Limits.elements.value) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func whatBroadcastingWouldMakeTooLarge() {
    let (column, row) = (Traced(ramp([20_000, 1])), Traced(ramp([1, 20_000])))
    #expect(throws: MathError.tooLarge(elements: 4e8, limit: Limits.elements.value)) { try column + row }
    #expect(throws: MathError.tooLarge(elements: 4e8, limit: Limits.elements.value)) {
      try Traced.matmul(column, row)
    }
  }

  @Test func reshaping() throws {
    #expect(try Tensor([1, 2, 3, 4]).reshaped([2, 2]) == Tensor(shape: [2, 2], elements: [1, 2, 3, 4]))
    #expect(throws: MathError.reshapeMismatch(from: [2], to: [Int.max, 2])) {
      try Tensor([1, 2]).reshaped([Int.max, 2])
    }
  }
}
