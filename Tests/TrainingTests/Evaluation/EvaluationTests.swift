import LossMath
import Testing

@testable import Training

@Suite struct EvaluationTests {
  private func predictions(
    _ values: [Double], columns: Int = 1, kind: Predictions.Kind = .probabilities, classes: Int = 2
  ) -> Predictions {
    Predictions(
      values: values, columns: columns, kind: kind, classCount: classes, threshold: columns == 1 ? 0.5 : nil)
  }

  @Test func confusionCountsByTruthAndPrediction() {
    let matrix = ConfusionMatrix(predictions([0.9, 0.2, 0.8, 0.4, 0.7]), targets: [1, 0, 0, 1, 1])
    #expect(matrix.counts == [[1, 1], [1, 2]])
    #expect(matrix.total == 5 && matrix.right == 3)
    #expect(matrix.recall(0) == 0.5 && matrix.recall(1) == 2.0 / 3)
    #expect(matrix.precision(0) == 0.5 && matrix.precision(1) == 2.0 / 3)
  }

  @Test func classesThatNeverAppearHaveNoRecallAndNoPrecision() {
    let rows = predictions([0.6, 0.3, 0.1, 0.5, 0.4, 0.1], columns: 3, classes: 3)
    let matrix = ConfusionMatrix(rows, targets: [0, 1])
    #expect(matrix.counts == [[1, 0, 0], [1, 0, 0], [0, 0, 0]])
    #expect(matrix.recall(2) == nil && matrix.precision(1) == nil && matrix.precision(0) == 0.5)
    #expect(matrix.recall(3) == nil && matrix.precision(-1) == nil)
  }

  @Test func calibrationByHand() throws {
    let calibration = try #require(
      Calibration(predictions([0.05, 0.1, 0.95, 0.85]), targets: [0, 1, 1, 1]))
    // 0 is in the first bin and so is 0.1, its upper end.
    #expect(calibration.bins.map(\.count) == [2, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    #expect(calibration.bins[0].confidence == 0.15000000000000002 / 2 && calibration.bins[0].frequency == 0.5)
    #expect(calibration.bins[1].confidence.isNaN)
    #expect(abs(calibration.expectedError - (0.425 * 2 + 0.15 + 0.05) / 4) < 1e-12)
    #expect(abs(calibration.brierScore - (0.0025 + 0.81 + 0.0025 + 0.0225) / 4) < 1e-12)
  }

  @Test func calibrationOfManyClassesLooksAtTheDecidedOne() throws {
    let rows = predictions([0.7, 0.2, 0.1, 0.25, 0.6, 0.15], columns: 3, classes: 3)
    let calibration = try #require(Calibration(rows, targets: [0, 0]))
    #expect(calibration.bins[6].count == 1 && calibration.bins[5].count == 1)
    #expect(abs(calibration.expectedError - (0.3 + 0.6) / 2) < 1e-12)
    let brier = (0.09 + 0.04 + 0.01 + 0.5625 + 0.36 + 0.0225) / 2
    #expect(abs(calibration.brierScore - brier) < 1e-12)
  }

  @Test func zeroAndOneHaveABin() throws {
    let calibration = try #require(Calibration(predictions([0, 1]), targets: [0, 1]))
    #expect(calibration.bins.first?.count == 1 && calibration.bins.last?.count == 1)
    #expect(calibration.expectedError == 0 && calibration.brierScore == 0)
  }

  @Test func onlyProbabilitiesAreCalibrated() {
    #expect(Calibration(predictions([0.5], kind: .scores), targets: [1]) == nil)
    #expect(Calibration(predictions([]), targets: []) == nil)
    #expect(Calibration(predictions([0.5]), targets: [1, 0]) == nil)
    #expect(Calibration(predictions([.nan]), targets: [1]) == nil)
    #expect(Calibration(predictions([0.5]), targets: [1], binCount: 0) == nil)
  }
}
