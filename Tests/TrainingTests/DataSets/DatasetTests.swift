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

  /// At an offset of 10⁹ the mean is rounded, and the variance needs its correction to have scikit-learn's bits.
  @Test func aLargeOffsetIsTakenOffAsScikitLearnDoes() throws {
    let features = (0..<6).map(Double.init).flatMap { [1e9 + 0.1 * $0 * $0, $0] }
    let dataset = try Dataset(
      name: "mine", features: features, targets: [0, 1, 0, 1, 0, 1], columns: 2, kind: .classes(2))
    #expect(
      dataset.standardised().features == [
        -1.0304251382111806, -1.4638501094227998, -0.918015091460117, -0.8783100656536799,
        -0.580785085210112, -0.29277002188455997, -0.01873498545797959, 0.29277002188455997,
        0.7681352077962803, 0.8783100656536799, 1.7798253605494814, 1.4638501094227998,
      ])
  }

  @Test func classesAreNotStandardised() throws {
    let dataset = try Dataset.blobs(rows: 10)
    #expect(dataset.standardised().targets == dataset.targets)
    #expect(dataset.standardised().features != dataset.features)
  }
}
