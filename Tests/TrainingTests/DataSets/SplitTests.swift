import Testing
import Training

@Suite struct SplitTests {
  private static func line(_ rows: Int) throws -> Dataset {
    let numbers = (0..<rows).map(Double.init)
    return try Dataset(name: "line", features: numbers, targets: numbers, columns: 1, kind: .regression)
  }

  @Test(arguments: [(0.5, 5), (0.7, 7), (0.79, 7), (0.999, 9), (0.1, 1)])
  func shareIsRoundedDown(_ share: Double, _ count: Int) throws {
    let data = try Self.line(10).split(share: share)
    #expect(data.trainRows == 0..<count && data.testRows == count..<10)
    #expect(data.targets == (try Self.line(10).targets))
    #expect(data.origin.steps == [.split(share: share, seed: nil)])
  }

  /// scikit-learn: `train_test_split(range(10), train_size=0.7, random_state=3)`.
  @Test func permutationIsScikitLearns() throws {
    let data = try Self.line(10).split(share: 0.7, seed: 3)
    #expect(data.targets == [2, 9, 6, 7, 0, 3, 8, 5, 4, 1])
    #expect(data.features == data.targets)
    #expect(data.origin.steps == [.split(share: 0.7, seed: 3)])
  }

  @Test(arguments: [0, 1, -0.5, 2, .nan, .infinity]) func shareOutOfBounds(_ share: Double) throws {
    let data = try Self.line(10)
    #expect(throws: DataError.self) { try data.split(share: share) }
  }

  @Test func neitherSideIsEmpty() throws {
    let data = try Self.line(10)
    #expect(throws: DataError.emptySplit(share: 0.05, rows: 10)) { try data.split(share: 0.05) }
  }

  @Test func comesBeforeWhatLooksAtTheDivision() throws {
    let data = try Dataset.friedman1(rows: 40)
    #expect(throws: DataError.splitTooLate) {
      try data.standardised(fittedOn: .training).split(share: 0.7)
    }
    #expect(throws: DataError.splitTooLate) { try data.withOutliers(share: 0.1).split(share: 0.7) }
    #expect(throws: DataError.splitTooLate) {
      try Dataset.moons(rows: 40).withLabelNoise(share: 0.1).split(share: 0.7)
    }
    #expect(try data.standardised().split(share: 0.25).split(share: 0.7).trainCount == 28)
  }
}
