import LossMath
import TestSupport
import Testing
import Training

@Suite struct TrainTests {
  private let short = TrainingOptions(epochs: 5, hidden: [8], seed: 3)

  @Test func theSameSeedGivesTheSameBits() throws {
    let circles = try Dataset.circles(rows: 200)
    let run = try train(circles, .bce, short)
    #expect(try train(circles, .bce, short) == run)
    var other = short
    other.seed = 4
    #expect(try train(circles, .bce, other).trainLoss != run.trainLoss)
  }

  @Test func shufflingIsWhatItSays() throws {
    let circles = try Dataset.circles(rows: 200)
    var ordered = short
    ordered.shuffle = false
    let weights = Weights(shape: try NetworkShape(inputs: 2, hidden: [8], outputs: 1), seed: 9)
    let first = try train(circles, .bce, short, weights: weights)
    #expect(try train(circles, .bce, short, weights: weights) == first)
    #expect(try train(circles, .bce, ordered, weights: weights).trainLoss != first.trainLoss)
    var otherwise = short
    otherwise.seed = 4
    #expect(try train(circles, .bce, otherwise, weights: weights).trainLoss != first.trainLoss)
    ordered.seed = 77
    let inOrder = try train(circles, .bce, ordered, weights: weights)
    ordered.seed = 78
    #expect(try train(circles, .bce, ordered, weights: weights).trainLoss == inOrder.trainLoss)
  }

  @Test func oneBatchOfAllRowsNeedsNoOrder() throws {
    let circles = try Dataset.circles(rows: 200)
    var whole = short
    whole.batchSize = 1_000
    let shuffled = try train(circles, .bce, whole)
    whole.shuffle = false
    let ordered = try train(circles, .bce, whole)
    for (a, b) in zip(shuffled.trainLoss, ordered.trainLoss) { #expect(abs(a - b) < 1e-12) }
  }

  @Test func everyEpochIsReported() throws {
    var reports: [EpochReport] = []
    let run = try train(.circles(rows: 100), .hinge, short) { reports.append($0) }
    #expect(reports.map(\.epoch) == [1, 2, 3, 4, 5])
    #expect(reports.map(\.trainLoss) == run.trainLoss)
    #expect(reports.map(\.testLoss) == run.testLoss)
    #expect(reports.map(\.trainMetric) == run.trainMetric)
    #expect(reports.map(\.testMetric) == run.testMetric)
    #expect(run.initial.epoch == 0 && run.epochs == 5)
    #expect(run.data.name == "circles" && run.objective.name == "hinge" && run.options == short)
  }

  @Test func theNetworkBelongsToTheLastValues() throws {
    let moons = try Dataset.moons(rows: 100)
    let run = try train(moons, .bce, short)
    let logits = run.network.outputs(for: moons.features)
    let right = moons.testRows.filter { (logits[$0] > 0) == (moons.targets[$0] == 1) }
    #expect(run.testMetric.last == Double(right.count) / 50)
  }

  @Test func cancellingStopsWithinAnEpoch() throws {
    // With 64 rows in each half, the token is asked twice before training and four times an epoch: before each of
    // two steps and each half's evaluation.
    for (question, done) in [(15, 3), (14, 2), (12, 2), (3, 0)] {
      let questions = Counter()
      let circles = try Dataset.circles(rows: 128)
      let run = try train(circles, .bce, short, cancel: CancelToken { questions.next() >= question })
      #expect(run.outcome == .cancelled(afterEpoch: done))
      #expect(questions.count == question)

      let whole = try train(circles, .bce, short)
      #expect(run.trainLoss == Array(whole.trainLoss.prefix(done)))
      #expect(run.testMetric == Array(whole.testMetric.prefix(done)))
      #expect(run.initial == whole.initial)
      var shorter = short
      shorter.epochs = max(done, 1)
      let same = try train(circles, .bce, shorter).network == run.network
      #expect(same == (done > 0))
    }
  }

  @Test func cancellingBeforeTheFirstEvaluation() throws {
    for question in [1, 2] {
      let questions = Counter()
      let cancel = CancelToken { questions.next() >= question }
      let run = try train(.circles(rows: 128), .bce, short, cancel: cancel)
      #expect(run.outcome == .cancelled(afterEpoch: 0))
      #expect(run.initial.trainLoss.isNaN && run.trainLoss.isEmpty)
      #expect(questions.count == question)
    }
  }

  @Test func aDivergingRunStopsAndSaysSo() throws {
    var options = short
    options.learningRate = 1e6
    options.epochs = 1_000
    let run = try train(.regression(rows: 200).standardised(), .mse, options)
    guard case .diverged(let epoch) = run.outcome else {
      Issue.record("ended as \(run.outcome)")
      return
    }
    #expect(epoch == run.epochs + 1)
    #expect(run.trainLoss.allSatisfy { $0.isFinite })
    #expect(run.network.weights.layers.allSatisfy { $0.weights.allSatisfy(\.isFinite) })
  }

  @Test func weightsThatAreNotNumbersAreADivergenceEvenAtAFiniteLoss() throws {
    var objective = Objective.bce
    objective.kernel = LossKernel { _, outputs, _, gradient in
      gradient?.update(repeating: .infinity)
      return Double(outputs.count)
    }
    let run = try train(.circles(rows: 20), objective, short)
    #expect(run.outcome == .diverged(epoch: 1))
    #expect(run.network.weights == Weights(shape: run.network.weights.shape, seed: short.seed))
  }

  @Test func dataThatAreNotNumbersDivergeBeforeTheFirstStep() throws {
    let dataset = try Dataset(
      name: "mine", features: [.nan, 1, 2, 3], targets: [1, 2, 3, 4], columns: 1, kind: .regression)
    let run = try train(dataset, .mse, short)
    #expect(run.outcome == .diverged(epoch: 0))
    #expect(run.trainLoss.isEmpty && run.initial.trainLoss.isNaN)
  }

  @Test func aLinearModelFindsALine() throws {
    let line = try Dataset.regression(rows: 400, columns: 2, informative: 2, noise: 0).standardised()
    let run = try train(line, .mse, TrainingOptions(epochs: 200, hidden: []))
    #expect(try #require(run.testLoss.last) < 1e-12)
  }

  @Test func theSmallestDataSet() throws {
    let run = try train(.circles(rows: 2), .bce, short)
    #expect(run.outcome == .finished && run.epochs == 5)
  }
}
