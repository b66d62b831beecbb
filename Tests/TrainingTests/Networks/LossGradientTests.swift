import LossMath
import Testing

@testable import Training

/// Every loss that trains, on every kind of data that it fits, through every activation: all entries of a network's
/// gradient against central differences, at places where a run has come by.
@Suite struct LossGradientTests {
  static let losses = Loss.all.filter(\.trains).map(\.name)

  @Test(arguments: losses)
  func everyEntryAgreesWithDifferences(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    var hasSlope = false
    for (number, (dataset, objective)) in try Self.objectives(loss).enumerated() {
      for activation in HiddenActivation.allCases {
        let options = TrainingOptions(
          learningRate: 0.005, batchSize: 7, hidden: [4], activation: activation, seed: UInt32(number))
        let labels = try Labels(dataset, for: objective)
        let shape = try NetworkShape(inputs: dataset.columns, hidden: [4], outputs: labels.outputs)
        let trainer = Trainer(dataset, labels, objective, options, Weights(shape: shape, seed: 3))
        var random = RandomState(seed: UInt32(number) + 1)
        for _ in 0..<2 {
          for _ in 0...random.interval(through: 4) {
            trainer.step(Int(random.interval(through: UInt32(trainer.steps - 1))))
          }
          let batch = Int(random.interval(through: UInt32(trainer.steps - 1)))
          if try check(trainer, batch, "\(objective.name) on \(dataset.name), \(activation)") {
            hasSlope = true
          }
        }
      }
    }
    #expect(hasSlope)
  }

  /// Whether the gradient has an entry that is not 0.
  private func check(_ trainer: Trainer, _ batch: Int, _ comment: String) throws -> Bool {
    let loss = trainer.computeGradient(batch)
    let gradient = trainer.gradientEntries
    for index in gradient.indices {
      let slope = trainer.slope(batch, along: index)
      #expect(
        abs(gradient[index] - slope) < 2e-6 * max(1, abs(slope), abs(loss)),
        "\(comment): parameter \(index) of batch \(batch): \(gradient[index]), \(slope) by difference")
    }
    return gradient.contains { $0 != 0 }
  }

  /// The loss's formula and, where it has one, its form from logits, on each kind of data that it fits.
  private static func objectives(_ loss: Loss) throws -> [(Dataset, Objective)] {
    var result: [(Dataset, Objective)] = []
    for dataset in try datasets(loss) {
      for fromLogits in [false, true] where !fromLogits || loss.accepts(.fromLogits) {
        let epsilon = loss.predictions == .aboveMinusOne ? 1e-7 : 0
        var options = LossOptions(fromLogits: fromLogits, epsilon: epsilon)
        // What a linear layer puts out may be below 0, and the logarithm of a rate may.
        options.logInput = loss.accepts(.logInput)
        let kernel = loss.kernel(options)
        result.append(
          (
            dataset,
            Objective(
              name: "\(loss.name)\(fromLogits ? " from logits" : "")", kernel: kernel,
              activation: fromLogits ? .linear : activation(loss), labels: encoding(loss),
              metric: dataset.kind == .regression ? .mse : .accuracy)
          ))
      }
    }
    return result
  }

  private static func datasets(_ loss: Loss) throws -> [Dataset] {
    switch loss.labels {
    case .real where encoding(loss) != .real: try classes()
    case .real: [try .regression(rows: 40, columns: 3).standardised()]
    case .aboveMinusOne: [try counts()]
    case .zeroOne, .plusMinusOne: [try .circles(rows: 40), try .moons(rows: 40)]
    case .distribution, .classIndex: try classes()
    }
  }

  private static func classes() throws -> [Dataset] {
    [
      try .blobs(rows: 40, deviation: 0.5, centerBox: (-1, 1)),
      try .blobs(rows: 40, centers: 4, centerBox: (-1, 1)),
    ]
  }

  /// Targets that are not negative.
  private static func counts() throws -> Dataset {
    var random = RandomState(seed: 9)
    return try Dataset(
      name: "counts", features: (0..<80).map { _ in random.uniform(-1, 1) },
      targets: (0..<40).map { _ in Double(random.interval(through: 5)) }, columns: 2, kind: .regression)
  }

  private static func activation(_ loss: Loss) -> OutputActivation {
    switch loss.predictions {
    case .real where loss.inputs.last?.form == .variance: .meanVariance
    case .real, .aboveMinusOne: .linear
    case .probability: .sigmoid
    case .score: .tanh
    case .distribution: .softmax
    }
  }

  private static func encoding(_ loss: Loss) -> LabelEncoding {
    switch (loss.labels, loss.inputs.first?.form) {
    case (_, .classSet): .classSet
    case (_, .vector): .oneHot
    case (.real, _), (.aboveMinusOne, _): .real
    case (.zeroOne, _): .zeroOne
    case (.plusMinusOne, _): .plusMinusOne
    case (.distribution, _): .oneHot
    case (.classIndex, _): .classIndex
    }
  }
}
