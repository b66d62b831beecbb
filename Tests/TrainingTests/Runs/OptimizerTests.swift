import Foundation
import LossMath
import Testing

@testable import Training

/// The optimizers' steps against Keras 3's formulas: whole runs that were computed elsewhere, and single steps of every
/// demo.
@Suite struct OptimizerTests {
  static let optimizers: [String: Optimizer] = [
    "sgd": .sgd(), "momentum": .sgd(momentum: 0.9), "nesterov": .sgd(momentum: 0.9, nesterov: true),
    "rmsprop": .rmsprop, "adam": .adam,
  ]

  /// Runs over 24 rows in batches of 5, 5 and 2, by NumPy in double precision; Keras 3.15 ends at the same weights to
  /// 1e-15, and so does PyTorch where its formulas are the same.
  struct Reference: Decodable {
    struct Run: Decodable {
      let optimizer: String
      let learning_rate: Double
      /// Train and test loss after each epoch.
      let losses: [[Double]]
      let final: [Double]
    }

    let features: [Double]
    let targets: [Double]
    let runs: [Run]
  }

  @Test(arguments: ["sgd", "momentum", "nesterov", "rmsprop", "adam"])
  func runsFollowKerasTo1e12(_ name: String) throws {
    let url = Bundle.module.bundleURL.appending(path: "Data/optimizers.json")
    let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    let wanted = try #require(reference.runs.first { $0.optimizer == name })
    let dataset = try Dataset(
      name: "waves", features: reference.features, targets: reference.targets, columns: 3, kind: .regression)
    let options = TrainingOptions(
      epochs: wanted.losses.count, learningRate: wanted.learning_rate,
      optimizer: try #require(Self.optimizers[name]), batchSize: 5, hidden: [4, 3], activation: .tanh,
      shuffle: false)
    let run = try train(
      dataset, .mse, options, weights: TrainingTests.Reference.weights("optimizers"))
    #expect(run.epochs == wanted.losses.count && run.epochs >= 8)
    for (epoch, losses) in wanted.losses.enumerated() {
      #expect(abs(run.trainLoss[epoch] - losses[0]) < 1e-12, "epoch \(epoch + 1)")
      #expect(abs(run.testLoss[epoch] - losses[1]) < 1e-12, "epoch \(epoch + 1)")
    }
    let weights = run.network.weights.layers.flatMap { $0.weights + $0.biases }
    #expect(weights.count == wanted.final.count)
    for (found, number) in zip(weights, wanted.final) { #expect(abs(found - number) < 1e-12) }
  }

  /// Every demo's objective with every optimizer: steps at random places are those of the formulas, number by number.
  @Test(
    arguments: ["mse", "msle", "mae", "bce", "hinge", "squared_hinge", "cce", "sparse_cce", "kl"],
    optimizers.keys.sorted())
  func stepsOfEveryDemoAreTheFormulas(_ demo: String, _ name: String) throws {
    let (objective, dataset, hidden) = try Self.demo(demo)
    let optimizer = try #require(Self.optimizers[name])
    let options = TrainingOptions(optimizer: optimizer, hidden: [hidden], seed: 3)
    let labels = try Labels(dataset, for: objective)
    let shape = try NetworkShape(inputs: dataset.columns, hidden: [hidden], outputs: labels.outputs)
    let trainer = Trainer(dataset, labels, objective, options, Weights(shape: shape, seed: 3))
    var plain = PlainOptimizer(optimizer, options.learningRate, count: shape.parameters)
    var random = RandomState(seed: 9)
    for _ in 0..<4 { try check(trainer, &plain, until: Int(random.interval(through: 9)) + 1) }
  }

  /// Goes on for some steps, and holds the last one against the formulas.
  private func check(_ trainer: Trainer, _ plain: inout PlainOptimizer, until steps: Int) throws {
    func numbers(_ parameters: Parameters) -> [Double] {
      Array(UnsafeBufferPointer(start: parameters.buffer.numbers, count: parameters.shape.parameters))
    }
    trainer.beginEpoch()
    for step in 0..<min(steps, trainer.steps) {
      let before = numbers(trainer.parameters)
      trainer.step(step)
      let moves = plain.moves(numbers(trainer.gradient))
      for (index, after) in numbers(trainer.parameters).enumerated() {
        let wanted = before[index] + moves[index]
        #expect(abs(after - wanted) <= 1e-14 * max(1, abs(wanted)), "step \(step), parameter \(index)")
      }
    }
  }

  /// What `train` of the language makes of a demo, on fewer rows.
  private static func demo(_ loss: String) throws -> (Objective, Dataset, Int) {
    let entry = try #require(Loss.named(loss))
    let options = LossOptions(fromLogits: entry.accepts(.fromLogits), epsilon: loss == "msle" ? 1e-7 : 0)
    func objective(_ labels: LabelEncoding, _ activation: OutputActivation = .linear) -> Objective {
      Objective(
        name: loss, kernel: entry.kernel(options), activation: activation, labels: labels,
        metric: labels == .real ? .mse : .accuracy)
    }
    switch loss {
    case "mse", "msle", "mae": return (objective(.real), try .regression(rows: 200).standardised(), 25)
    case "bce": return (objective(.zeroOne), try .circles(rows: 200), 50)
    case "hinge", "squared_hinge": return (objective(.plusMinusOne, .tanh), try .circles(rows: 200), 50)
    case "sparse_cce": return (objective(.classIndex), try .blobs(rows: 200), 50)
    default: return (objective(.oneHot), try .blobs(rows: 200), 50)
    }
  }

  @Test func ratesAreKeras() {
    #expect(Optimizer.sgd(momentum: 0.9).standardRate == 0.01)
    #expect(Optimizer.adam.standardRate == 0.001 && Optimizer.rmsprop.standardRate == 0.001)
    for (name, optimizer) in Self.optimizers { #expect(optimizer.name == name) }
  }

  @Test(arguments: optimizers.keys.sorted())
  func divergingRunsStop(_ name: String) throws {
    let options = TrainingOptions(
      epochs: 400, learningRate: 1e200, optimizer: try #require(Self.optimizers[name]), hidden: [8])
    let run = try train(.regression(rows: 100).standardised(), .mse, options)
    guard case .diverged = run.outcome else {
      Issue.record("\(name) ended as \(run.outcome)")
      return
    }
    #expect(run.trainLoss.allSatisfy { $0.isFinite })
    #expect(run.network.weights.layers.allSatisfy { $0.weights.allSatisfy(\.isFinite) })
  }
}

/// The formulas again, one number at a time.
private struct PlainOptimizer {
  let optimizer: Optimizer
  let rate: Double
  private var first: [Double]
  private var second: [Double]
  private var steps = 0.0

  init(_ optimizer: Optimizer, _ rate: Double, count: Int) {
    (self.optimizer, self.rate) = (optimizer, rate)
    first = [Double](repeating: 0, count: count)
    second = first
  }

  mutating func moves(_ gradient: [Double]) -> [Double] {
    steps += 1
    return gradient.indices.map { move($0, gradient[$0]) }
  }

  private mutating func move(_ i: Int, _ g: Double) -> Double {
    switch optimizer {
    case .sgd(let momentum, let nesterov):
      first[i] = momentum * first[i] - rate * g
      return nesterov ? momentum * first[i] - rate * g : first[i]
    case .rmsprop:
      first[i] = 0.9 * first[i] + (1 - 0.9) * g * g
      return -rate * g / (first[i] + 1e-7).squareRoot()
    case .adam:
      first[i] = 0.9 * first[i] + (1 - 0.9) * g
      second[i] = 0.999 * second[i] + (1 - 0.999) * g * g
      let alpha = rate * (1 - pow(0.999, steps)).squareRoot() / (1 - pow(0.9, steps))
      return -alpha * first[i] / (second[i].squareRoot() + 1e-7)
    }
  }
}
