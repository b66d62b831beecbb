import LossMath
import Testing
import Training

@Suite struct PredictionsTests {
  private let short = TrainingOptions(epochs: 5, hidden: [8], seed: 3)

  private static func fromLogits(_ objective: Objective) -> Objective {
    var objective = objective
    objective.lossOptions = LossOptions(fromLogits: true)
    return objective
  }

  private func objectives(_ data: Dataset) -> [Objective] {
    data.kind == .classes(2)
      ? [.bce, Self.fromLogits(.bce), .hinge, .cce, Self.fromLogits(.sparse)]
      : [.cce, Self.fromLogits(.cce), .sparse]
  }

  @Test func theClassesAreThoseOfTheMetric() throws {
    for data in [try Dataset.circles(rows: 100), try Dataset.blobs(rows: 90)] {
      for objective in objectives(data) {
        let run = try train(data, objective, short)
        for half in DataHalf.allCases {
          let predictions = run.predictions(for: data.features(of: half))
          let targets = data.targets(of: half)
          let right = targets.indices.filter { Double(predictions.label(row: $0)) == targets[$0] }
          let metric = half == .train ? run.trainMetric.last : run.testMetric.last
          #expect(Double(right.count) / Double(targets.count) == metric, "\(objective.name)")
        }
      }
    }
  }

  @Test func lossesFromLogitsGiveProbabilities() throws {
    let circles = try Dataset.circles(rows: 60)
    let binary = try train(circles, Self.fromLogits(.bce), short).predictions(for: circles.features)
    #expect(binary.kind == .probabilities && binary.threshold == 0.5 && binary.rows == 60)
    #expect(binary.values.allSatisfy { (0...1).contains($0) })
    #expect(binary.probability(of: 0, row: 4) == 1 - binary.probability(of: 1, row: 4))
    let blobs = try Dataset.blobs(rows: 60)
    let many = try train(blobs, Self.fromLogits(.cce), short).predictions(for: blobs.features)
    #expect(many.kind == .probabilities && many.columns == 3 && many.classCount == 3)
    for row in 0..<many.rows {
      #expect(abs((0..<3).reduce(0) { $0 + many.probability(of: $1, row: row) } - 1) < 1e-12)
    }
  }

  @Test func aSigmoidOrSoftmaxLayerGivesThemAsTheyAre() throws {
    let blobs = try Dataset.blobs(rows: 60)
    let objective = Objective(
      name: "cce", kernel: Kernels.cce, activation: .softmax, labels: .oneHot, metric: .accuracy)
    let run = try train(blobs, objective, short)
    #expect(run.predictions(for: blobs.features).values == run.network.outputs(for: blobs.features))
    #expect(run.predictions(for: blobs.features).kind == .probabilities)
  }

  @Test func logProbabilitiesBecomeProbabilities() throws {
    let blobs = try Dataset.blobs(rows: 60)
    let objective = Objective(
      name: "nll", kernel: Kernels.sparseFromLogits, activation: .logSoftmax, labels: .classIndex,
      metric: .accuracy)
    let predictions = try train(blobs, objective, short).predictions(for: blobs.features)
    #expect(predictions.kind == .probabilities)
    #expect(abs((0..<3).reduce(0) { $0 + predictions.probability(of: $1, row: 0) } - 1) < 1e-12)
  }

  @Test func scoresAreNoProbabilities() throws {
    let circles = try Dataset.circles(rows: 60)
    let predictions = try train(circles, .hinge, short).predictions(for: circles.features)
    #expect(predictions.kind == .scores && predictions.threshold == 0)
    // A linear output that nobody calls a logit says no more than its sign.
    #expect(try train(circles, .bce, short).predictions(for: circles.features).kind == .scores)
  }

  @Test func numbersStayNumbers() throws {
    let data = try Dataset.regression(rows: 40)
    let run = try train(data, .mse, short)
    let predictions = run.predictions(for: data.features(of: .test))
    #expect(predictions.kind == .numbers && predictions.classCount == 0 && predictions.rows == 20)
    let squares = zip(data.targets(of: .test), predictions.values).map { ($0 - $1) * ($0 - $1) }
    #expect(abs(squares.reduce(0, +) / 20 - (run.testMetric.last ?? 0)) < 1e-9 * (run.testMetric.last ?? 1))
  }

  @Test func exactlyOneClassLeads() throws {
    let blobs = try Dataset.blobs(rows: 60)
    let predictions = try train(blobs, .cce, short).predictions(for: blobs.features)
    for row in 0..<predictions.rows {
      let leading = (0..<3).filter { predictions.lead(of: $0, row: row) > 0 }
      #expect(leading == [predictions.label(row: row)])
    }
  }

  @Test func noRowsAndHalfARow() throws {
    let circles = try Dataset.circles(rows: 60)
    let run = try train(circles, .bce, short)
    #expect(run.predictions(for: []).rows == 0 && run.predictions(for: [1]).rows == 0)
    #expect(run.predictions(for: [1, 2, 3]).rows == 1)
  }
}
