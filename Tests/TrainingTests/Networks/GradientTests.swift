import Testing

@testable import Training

/// The gradient of every kind of network against central differences of its loss.
@Suite struct GradientTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let objective: Objective
    let data: @Sendable () throws -> Dataset

    var testDescription: String { "\(objective.name) \(objective.labels) \(objective.activation)" }
  }

  private static func objective(
    _ name: String, _ activation: OutputActivation, _ labels: LabelEncoding
  ) -> Objective {
    let kernels = ["bce": Kernels.bce, "cce": Kernels.cce, "rmse": Kernels.rmse]
    return Objective(
      name: name, kernel: kernels[name] ?? Kernels.mse, activation: activation, labels: labels,
      metric: labels == .classIndex ? .accuracy : .mse)
  }

  static let cases: [Case] = [
    Case(objective: .mse) { try .regression(rows: 80, columns: 5).standardised() },
    Case(objective: objective("rmse", .linear, .real)) {
      try .regression(rows: 80, columns: 5).standardised()
    },
    Case(objective: objective("mse", .tanh, .real)) {
      try .regression(rows: 80, columns: 5).standardised()
    },
    Case(objective: .bce) { try .circles(rows: 80) },
    Case(objective: objective("bce", .sigmoid, .zeroOne)) { try .moons(rows: 80) },
    Case(objective: .hinge) { try .circles(rows: 80) },
    Case(objective: .cce) { try .blobs(rows: 80, centers: 4) },
    Case(objective: .sparse) { try .blobs(rows: 80, centers: 4) },
    Case(objective: objective("cce", .softmax, .oneHot)) {
      try .blobs(rows: 80, deviation: 0.5, centerBox: (-1, 1))
    },
  ]

  static let networks: [[Int]] = [[], [7], [10, 5], [3, 4, 6]]

  @Test(arguments: cases, networks)
  func backpropagationAgreesWithDifferences(_ test: Case, _ hidden: [Int]) throws {
    let dataset = try test.data()
    for (seed, activation) in HiddenActivation.allCases.enumerated() {
      let options = TrainingOptions(
        learningRate: 0.02, batchSize: 17, hidden: hidden, activation: activation, seed: UInt32(seed))
      let labels = try Labels(dataset, for: test.objective)
      let shape = try NetworkShape(inputs: dataset.columns, hidden: hidden, outputs: labels.outputs)
      let trainer = Trainer(
        dataset, labels, test.objective, options, Weights(shape: shape, seed: options.seed))
      // 40 rows in batches of 17, 17 and 6.
      for step in 0..<4 { trainer.step(step % trainer.steps) }
      for batch in 0..<trainer.steps { try check(trainer, batch) }
    }
  }

  private func check(_ trainer: Trainer, _ batch: Int) throws {
    _ = trainer.computeGradient(batch)
    let gradient = trainer.gradientEntries
    #expect(gradient.contains { $0 != 0 })
    var random = RandomState(seed: UInt32(batch))
    for _ in 0..<12 {
      let index = Int(random.interval(through: UInt32(gradient.count - 1)))
      let slope = trainer.slope(batch, along: index)
      #expect(
        abs(gradient[index] - slope) < 1e-6 * max(1, abs(slope)),
        "parameter \(index) of batch \(batch): \(gradient[index]) by backpropagation, \(slope) by difference")
    }
  }
}
