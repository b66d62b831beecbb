import Testing
import Training

@Suite struct DatasetTests {
  @Test func theFirstHalfTrains() throws {
    let even = try Dataset.circles()
    #expect(even.trainRows == 0..<500)
    #expect(even.testRows == 500..<1000)
    let odd = try Dataset.circles(rows: 7)
    #expect(odd.trainRows == 0..<3)
    #expect(odd.testRows == 3..<7)
  }

  @Test func aConstantFeatureIsOnlyCentred() throws {
    let dataset = try Dataset(
      name: "mine", features: [5, 1, 5, 3], targets: [2, 6], columns: 2, kind: .regression
    ).standardised()
    #expect(dataset.features == [0, -1, 0, 1])
    #expect(dataset.targets == [-1, 1])
  }

  @Test func classesAreNotStandardised() throws {
    let dataset = try Dataset.blobs(rows: 10)
    #expect(dataset.standardised().targets == dataset.targets)
    #expect(dataset.standardised().features != dataset.features)
  }
}
