import Testing
import Training

/// An input for each reason why a run cannot start.
@Suite struct TrainingErrorTests {
  private func attempt(
    _ objective: Objective = .bce, on dataset: Dataset? = nil,
    _ change: (inout TrainingOptions) -> Void = { _ in }
  ) throws -> Run {
    var options = TrainingOptions(epochs: 1, hidden: [4])
    change(&options)
    return try train(dataset ?? .circles(rows: 20), objective, options)
  }

  @Test func epochs() {
    for found in [0, -1, .max] {
      #expect(throws: TrainingError.count(.epochs, found: found, allowed: 1...1_000_000)) {
        try attempt { $0.epochs = found }
      }
    }
  }

  @Test func batchSize() {
    for found in [0, .min, .max] {
      #expect(throws: TrainingError.count(.batchSize, found: found, allowed: 1...1_000_000)) {
        try attempt { $0.batchSize = found }
      }
    }
  }

  @Test func learningRate() {
    for found in [0, -0.1, .infinity] {
      #expect(throws: TrainingError.learningRate(found)) { try attempt { $0.learningRate = found } }
    }
    #expect(throws: TrainingError.self) { try attempt { $0.learningRate = .nan } }
  }

  @Test func momentum() {
    for found in [-0.1, 1, .infinity] {
      #expect(throws: TrainingError.momentum(found)) { try attempt { $0.optimizer = .sgd(momentum: found) } }
    }
    #expect(throws: TrainingError.self) { try attempt { $0.optimizer = .sgd(momentum: .nan) } }
  }

  @Test func nesterovWithoutMomentum() {
    #expect(throws: TrainingError.nesterovWithoutMomentum) {
      try attempt { $0.optimizer = .sgd(nesterov: true) }
    }
  }

  @Test func patience() {
    for found in [0, -1, .max] {
      #expect(throws: TrainingError.count(.patience, found: found, allowed: 1...1_000_000)) {
        try attempt { $0.patience = found }
      }
    }
  }

  @Test func hiddenLayers() {
    #expect(throws: TrainingError.count(.hiddenWidth, found: 0, allowed: 1...4_096)) {
      try attempt { $0.hidden = [4, 0] }
    }
    #expect(throws: TrainingError.count(.hiddenLayers, found: 17, allowed: 0...16)) {
      try attempt { $0.hidden = [Int](repeating: 2, count: 17) }
    }
    #expect(throws: TrainingError.networkTooLarge(parameters: 4_010_001, limit: 3_000_000)) {
      try attempt { $0.hidden = [2000, 2000] + [] }
    }
  }

  @Test func batchTooLarge() throws {
    let large = try Dataset.circles(rows: 10_000)
    #expect(throws: TrainingError.batchTooLarge(numbers: 5_000 * 4_001, limit: 10_000_000)) {
      try attempt(on: large) {
        $0.batchSize = 5_000
        $0.hidden = [4_000]
      }
    }
  }

  /// Rows and classes are each within their limits, and all outputs together would take gigabytes.
  @Test func tooManyOutputs() throws {
    let rows = 10_001
    let many = try Dataset(
      name: "many", features: [Double](repeating: 0.5, count: rows),
      targets: (0..<rows).map { Double($0 % 1000) }, columns: 1, kind: .classes(1000))
    for objective in [Objective.cce, .sparse] {
      #expect(throws: TrainingError.tooManyOutputs(rows: rows, outputs: 1000, limit: 10_000_000)) {
        try attempt(objective, on: many)
      }
    }
  }

  @Test func labelsThatDoNotFit() throws {
    let line = try Dataset.regression(rows: 10, columns: 1)
    let three = try Dataset.blobs(rows: 10)
    for objective in [Objective.bce, .hinge, .cce, .sparse] {
      #expect(throws: TrainingError.labelsDoNotFit(objective.labels, .regression)) {
        try attempt(objective, on: line)
      }
    }
    for objective in [Objective.bce, .hinge, .mse] {
      #expect(throws: TrainingError.labelsDoNotFit(objective.labels, .classes(3))) {
        try attempt(objective, on: three)
      }
    }
  }

  @Test func softmaxOfOneOutput() {
    var objective = Objective.bce
    objective.activation = .softmax
    #expect(throws: TrainingError.softmaxOfOne(.zeroOne)) { try attempt(objective) }
    objective.activation = .logSoftmax
    #expect(throws: TrainingError.softmaxOfOne(.zeroOne)) { try attempt(objective) }
  }

  @Test func meanAndVarianceOfClasses() throws {
    var objective = Objective.cce
    objective.activation = .meanVariance
    #expect(throws: TrainingError.labelsDoNotFit(.oneHot, .classes(3))) {
      try attempt(objective, on: .blobs(rows: 10))
    }
  }

  @Test func metricsThatDoNotFit() throws {
    var regression = Objective.mse
    regression.metric = .accuracy
    #expect(throws: TrainingError.accuracyOfRegression) {
      try attempt(regression, on: .regression(rows: 10))
    }
    var sparse = Objective.sparse
    sparse.metric = .mse
    #expect(throws: TrainingError.mseOfClassIndex) { try attempt(sparse, on: .blobs(rows: 10)) }
  }

  @Test func weightsThatDoNotFit() throws {
    let found = try NetworkShape(inputs: 2, hidden: [5], outputs: 1)
    let expected = try NetworkShape(inputs: 2, hidden: [4], outputs: 1)
    #expect(throws: TrainingError.weightsDoNotFit(found: found, expected: expected)) {
      try train(
        .circles(rows: 20), .bce, TrainingOptions(epochs: 1, hidden: [4]),
        weights: Weights(shape: found, seed: 1))
    }
  }
}
