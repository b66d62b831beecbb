import Testing
import Training

/// An input for each way in which a data set cannot be made.
@Suite struct DataErrorTests {
  @Test func tooFewAndTooManyRows() {
    #expect(throws: DataError.count(.rows, found: 1, allowed: 2...1_000_000)) { try Dataset.circles(rows: 1) }
    #expect(throws: DataError.count(.rows, found: .max, allowed: 2...1_000_000)) {
      try Dataset.moons(rows: .max)
    }
    #expect(throws: DataError.count(.rows, found: -5, allowed: 2...1_000_000)) { try Dataset.blobs(rows: -5) }
    #expect(throws: DataError.count(.rows, found: 0, allowed: 2...1_000_000)) {
      try Dataset.regression(rows: 0)
    }
  }

  @Test func featuresOutOfRange() {
    #expect(throws: DataError.count(.features, found: 0, allowed: 1...1_000)) {
      try Dataset.regression(columns: 0)
    }
    #expect(throws: DataError.count(.features, found: .max, allowed: 1...1_000)) {
      try Dataset.blobs(columns: .max)
    }
    #expect(throws: DataError.count(.informative, found: -1, allowed: 0...1_000)) {
      try Dataset.regression(informative: -1)
    }
  }

  @Test func moreNumbersThanADataSetMayHold() {
    #expect(throws: DataError.tooLarge(rows: 1_000_000, columns: 11, limit: 5_000_000)) {
      try Dataset.regression(rows: 1_000_000, columns: 11)
    }
  }

  @Test func noiseBelowZeroOrNotFinite() {
    #expect(throws: DataError.negative(.noise, found: -0.1)) { try Dataset.circles(noise: -0.1) }
    #expect(throws: DataError.negative(.noise, found: .infinity)) { try Dataset.moons(noise: .infinity) }
    #expect(throws: DataError.negative(.noise, found: -1)) { try Dataset.regression(noise: -1) }
    #expect(throws: DataError.negative(.clusterDeviation, found: -2)) { try Dataset.blobs(deviation: -2) }
    #expect(throws: DataError.self) { try Dataset.circles(noise: .nan) }
  }

  @Test func factorOutsideTheUnitInterval() {
    #expect(throws: DataError.notAFraction(.factor, found: 1)) { try Dataset.circles(factor: 1) }
    #expect(throws: DataError.notAFraction(.factor, found: -0.1)) { try Dataset.circles(factor: -0.1) }
    #expect(throws: DataError.self) { try Dataset.circles(factor: .nan) }
  }

  @Test func biasAndBoxThatAreNotFinite() {
    #expect(throws: DataError.notFinite(.bias, found: .infinity)) {
      try Dataset.regression(bias: .infinity)
    }
    #expect(throws: DataError.notFinite(.centerLow, found: -.infinity)) {
      try Dataset.blobs(centerBox: (-.infinity, 1))
    }
    #expect(throws: DataError.notFinite(.centerHigh, found: .infinity)) {
      try Dataset.blobs(centerBox: (0, .infinity))
    }
  }

  @Test func boxUpsideDown() {
    #expect(throws: DataError.emptyBox(low: 1, high: -1)) { try Dataset.blobs(centerBox: (1, -1)) }
  }

  @Test func centersOutOfRange() {
    #expect(throws: DataError.count(.centers, found: 1, allowed: 2...1_000)) {
      try Dataset.blobs(centers: 1)
    }
    #expect(throws: DataError.count(.centers, found: .max, allowed: 2...1_000)) {
      try Dataset.blobs(centers: .max)
    }
  }

  @Test func ownDataThatDoNotFillTheirRows() {
    #expect(throws: DataError.shape(features: 3, rows: 2, columns: 2)) {
      try Dataset(name: "mine", features: [1, 2, 3], targets: [0, 1], columns: 2, kind: .regression)
    }
  }

  @Test func ownTargetsThatAreNoClasses() {
    #expect(throws: DataError.notAClass(row: 1, found: 0.5, classes: 2)) {
      try Dataset(name: "mine", features: [1, 2], targets: [0, 0.5], columns: 1, kind: .classes(2))
    }
    #expect(throws: DataError.notAClass(row: 0, found: 2, classes: 2)) {
      try Dataset(name: "mine", features: [1, 2], targets: [2, 0], columns: 1, kind: .classes(2))
    }
    #expect(throws: DataError.count(.classes, found: 0, allowed: 2...1_000)) {
      try Dataset(name: "mine", features: [1, 2], targets: [0, 0], columns: 1, kind: .classes(0))
    }
  }
}
