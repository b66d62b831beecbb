import LossMath
import Testing

@testable import Training

/// A run gives the bits that are written down here, on every machine: its data are drawn without the C library's
/// logarithm, and a network is computed with nothing but IEEE operations in a fixed order.
@Suite struct RunBitsTests {
  /// A checksum of the final weights and of every reported loss, for each of the nine demos' losses and each hidden
  /// activation.
  static let checksums: [String: String] = [
    "mse relu": "5a2b17f909d805bd",
    "mse tanh": "56949598a1d7ecf6",
    "mse sigmoid": "ab5f0dbf1d14a01e",
    "msle relu": "c0d1234a2408bfca",
    "msle tanh": "93117a39f645c109",
    "msle sigmoid": "6c9805477fa88395",
    "mae relu": "e0f2a4c99b2d13c1",
    "mae tanh": "0b8656ce0e1b5dd3",
    "mae sigmoid": "e299bbd03209471f",
    "bce relu": "c55ba0dcaacd86f4",
    "bce tanh": "9f6b448d51240634",
    "bce sigmoid": "78b83139bc97b073",
    "hinge relu": "a252a4849f4820de",
    "hinge tanh": "dd33eb9d95d709c0",
    "hinge sigmoid": "bd4dd56f2a64ae2f",
    "squared_hinge relu": "744f82445dee5d46",
    "squared_hinge tanh": "c3fcc4862e4d42aa",
    "squared_hinge sigmoid": "f370d0da14259785",
    "cce relu": "61acb32c609bc436",
    "cce tanh": "c566f0aeb3ca6fde",
    "cce sigmoid": "8c90c10a75349c07",
    "sparse_cce relu": "61acb32c609bc436",
    "sparse_cce tanh": "c566f0aeb3ca6fde",
    "sparse_cce sigmoid": "8c90c10a75349c07",
    "kl relu": "61acb32c609bc436",
    "kl tanh": "c566f0aeb3ca6fde",
    "kl sigmoid": "8c90c10a75349c07",
    "mse leakyRelu": "64b263b555395f16",
    "mse elu": "e91912e5b5b4761b",
    "mse linear": "6b2e912b9e9d2296",
    "msle leakyRelu": "88f8e6b22e9a4ffc",
    "msle elu": "dae263c932501e7c",
    "msle linear": "a2398793691a3426",
    "mae leakyRelu": "19f6c7d6d16eb2e6",
    "mae elu": "ee8caa711c3e8a45",
    "mae linear": "563ff2cccd082eec",
    "bce leakyRelu": "5484e3ee25d993c3",
    "bce elu": "4fc47e446e05afdb",
    "bce linear": "0d0764c911e0420c",
    "hinge leakyRelu": "afdcc3197a174439",
    "hinge elu": "0144c2390570e3f8",
    "hinge linear": "7546b396d5a55858",
    "squared_hinge leakyRelu": "c86b21d586421852",
    "squared_hinge elu": "46cc6e1441987c79",
    "squared_hinge linear": "ec1736f5aa57df47",
    "cce leakyRelu": "8e68089bb55be7be",
    "cce elu": "35cdf2ff3adc647c",
    "cce linear": "0bf7f6e42211883b",
    "sparse_cce leakyRelu": "8e68089bb55be7be",
    "sparse_cce elu": "35cdf2ff3adc647c",
    "sparse_cce linear": "0bf7f6e42211883b",
    "kl leakyRelu": "8e68089bb55be7be",
    "kl elu": "35cdf2ff3adc647c",
    "kl linear": "0bf7f6e42211883b",
  ]

  static let losses = ["mse", "msle", "mae", "bce", "hinge", "squared_hinge", "cce", "sparse_cce", "kl"]

  @Test(arguments: losses, HiddenActivation.allCases)
  func everyBit(_ name: String, _ activation: HiddenActivation) throws {
    let loss = try #require(Loss.named(name))
    var random = RandomState(seed: 1)
    let features = (0..<160).map { _ in random.uniform(-1, 1) }
    let classes = loss.isRowwise ? 3 : 2
    let kind: Dataset.Kind =
      loss.labels == .real || loss.labels == .aboveMinusOne ? .regression : .classes(classes)
    let targets = (0..<80).map { _ in
      kind == .regression ? random.uniform(-1, 2) : Double(random.interval(through: UInt32(classes - 1)))
    }
    let data = try Dataset(name: "uniform", features: features, targets: targets, columns: 2, kind: kind)
    let options = TrainingOptions(
      epochs: 8, learningRate: 0.05, batchSize: 13, hidden: [9, 5], activation: activation, seed: 4)
    let run = try train(data, Self.objective(loss), options)
    let numbers = run.network.weights.layers.flatMap { $0.weights + $0.biases } + run.trainLoss + run.testLoss
    #expect(run.outcome == .finished)
    let key = "\(name) \(activation)"
    #expect(checksum(numbers) == Self.checksums[key], "\"\(key)\": \"\(checksum(numbers))\",")
  }

  private static func objective(_ loss: Loss) -> Objective {
    let fromLogits = loss.accepts(.fromLogits)
    let labels: LabelEncoding =
      switch loss.labels {
      case .real, .aboveMinusOne: .real
      case .zeroOne: .zeroOne
      case .plusMinusOne: .plusMinusOne
      case .distribution: .oneHot
      case .classIndex: .classIndex
      }
    let options = LossOptions(fromLogits: fromLogits, epsilon: loss.name == "msle" ? 1e-7 : 0)
    return Objective(
      name: loss.name, kernel: loss.kernel(options),
      activation: labels == .plusMinusOne ? .tanh : .linear, labels: labels,
      metric: labels == .real ? .mse : .accuracy)
  }
}
