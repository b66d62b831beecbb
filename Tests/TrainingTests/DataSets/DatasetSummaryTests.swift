import Testing
import Training

@Suite struct DatasetSummaryTests {
  @Test func columns() throws {
    let summary = try Dataset(
      name: "mine", features: [1, 10, 2, 20, 6, 30], targets: [1, 2, 3], columns: 2, kind: .regression
    ).summary
    #expect(summary.rows == 3 && summary.trainRows == 1 && summary.testRows == 2)
    #expect(summary.features.map(\.mean) == [3, 20])
    #expect(summary.features.map(\.minimum) == [1, 10])
    #expect(summary.features.map(\.maximum) == [6, 30])
    #expect(abs(summary.target.deviation - (2.0 / 3).squareRoot()) < 1e-15)
    #expect(summary.classCounts.isEmpty)
  }

  @Test func rowsThatAreNotThereAreLeftOut() throws {
    let data = try Dataset.friedman1(rows: 10)
    #expect(data.summary(-5..<99) == data.summary.target)
    #expect(data.summary(99..<200).mean.isNaN)
  }

  @Test func classesAreCounted() throws {
    #expect(try Dataset.blobs().summary.classCounts == [334, 333, 333])
    #expect(try Dataset.circles(rows: 5).summary.classCounts == [2, 3])
  }
}
