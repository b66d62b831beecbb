import Testing
import Training

@Suite struct CorruptionTests {
  @Test(arguments: [0.001, 0.05, 0.5, 1]) func outliersLieFarAwayAndOnlyInTraining(_ share: Double) throws {
    let clean = try Dataset.regression(rows: 200)
    let bad = try clean.withOutliers(share: share, seed: 5)
    let moved = clean.targets.indices.filter { clean.targets[$0] != bad.targets[$0] }
    #expect(moved.count == max(1, Int(share * 100)))
    #expect(moved.allSatisfy(clean.trainRows.contains))
    #expect(bad.features == clean.features)
    let deviation = clean.summary(clean.trainRows).deviation
    for row in moved {
      #expect(abs(abs(bad.targets[row] - clean.targets[row]) / deviation - 10) < 1e-9)
    }
    #expect(bad.origin.steps == [.outliers(share: share, seed: 5)])
  }

  @Test func outliersGoBothWays() throws {
    let clean = try Dataset.regression(rows: 200)
    let bad = try clean.withOutliers(share: 0.5)
    let up = clean.trainRows.filter { bad.targets[$0] > clean.targets[$0] }
    let down = clean.trainRows.filter { bad.targets[$0] < clean.targets[$0] }
    #expect(up.count > 10 && down.count > 10)
  }

  @Test(arguments: [2, 3, 7]) func wrongClassesAreOtherClasses(_ classes: Int) throws {
    let clean = try Dataset.blobs(rows: 400, centers: classes)
    let bad = try clean.withLabelNoise(share: 1, seed: 4)
    for row in clean.trainRows { #expect(bad.targets[row] != clean.targets[row]) }
    #expect(Set(bad.targets[clean.trainRows]) == Set((0..<classes).map(Double.init)))
    #expect(bad.targets[clean.testRows] == clean.targets[clean.testRows])
    #expect(try clean.withLabelNoise(share: 0.1).targets != clean.withLabelNoise(share: 0.1, seed: 2).targets)
  }

  @Test func noShareChangesNothing() throws {
    #expect(try Dataset.moons(rows: 20).withLabelNoise(share: 0) == Dataset.moons(rows: 20))
    #expect(try Dataset.friedman1(rows: 20).withOutliers(share: 0) == Dataset.friedman1(rows: 20))
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let classes = try Dataset.moons(rows: 20)
    let numbers = try Dataset.friedman1(rows: 20)
    #expect(throws: DataError.outliersOfClasses) { try classes.withOutliers(share: 0.1) }
    #expect(throws: DataError.labelNoiseOfNumbers) { try numbers.withLabelNoise(share: 0.1) }
    for share in [-0.1, 1.1, .nan, .infinity] {
      #expect(throws: DataError.self) { try numbers.withOutliers(share: share) }
      #expect(throws: DataError.self) { try classes.withLabelNoise(share: share) }
    }
  }
}
