import Testing

@testable import LossMath

/// A small generator with a seed (SplitMix64), so that a failing property can be run again.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func uniform(_ low: Double, _ high: Double) -> Double { .random(in: low..<high, using: &self) }

  mutating func vector(_ count: Int, _ low: Double, _ high: Double) -> [Double] {
    (0..<count).map { _ in uniform(low, high) }
  }

  /// A row of probabilities, none of them tiny.
  mutating func distribution(_ count: Int) -> [Double] {
    let parts = vector(count, 0.1, 1)
    let total = parts.reduce(0, +)
    return parts.map { $0 / total }
  }
}

/// Ordinary arguments of a loss: the kind that a learner would type.
struct LossSample {
  let yTrue: Tensor
  let yPred: Tensor
  let options: LossOptions

  static let rows = 3
  static let columns = 4

  init?(_ loss: Loss, fromLogits: Bool, seed: UInt64) {
    var random = Seeded(seed)
    let (rows, columns) = (Self.rows, Self.columns)
    let count = rows * columns
    let labels: [Double] =
      switch loss.labels {
      case .real: random.vector(count, -3, 3)
      case .aboveMinusOne: random.vector(count, -0.9, 6)
      case .zeroOne: (0..<count).map { _ in Double.random(in: 0...1, using: &random).rounded() }
      case .plusMinusOne: (0..<count).map { _ in Bool.random(using: &random) ? 1 : -1 }
      case .distribution: (0..<rows).flatMap { _ in random.distribution(columns) }
      case .classIndex: (0..<rows).map { _ in Double(Int.random(in: 0..<columns, using: &random)) }
      }
    let predictions: [Double] =
      switch fromLogits ? .real : loss.predictions {
      case .real, .score: random.vector(count, -3, 3)
      case .aboveMinusOne: random.vector(count, -0.9, 6)
      case .probability: random.vector(count, 0.05, 0.95)
      case .distribution: (0..<rows).flatMap { _ in random.distribution(columns) }
      }
    let labelShape = loss.labels == .classIndex ? [rows] : [rows, columns]
    guard let y = Tensor(shape: labelShape, elements: labels),
      let p = Tensor(shape: [rows, columns], elements: predictions)
    else { return nil }
    (yTrue, yPred, options) = (y, p, LossOptions(fromLogits: fromLogits))
  }
}

/// A loss on probabilities or on logits, with a seed: what the properties are tried on.
struct LossTrial: CustomTestStringConvertible, Sendable {
  let loss: Loss
  let fromLogits: Bool
  let seed: UInt64

  static let all: [LossTrial] = Loss.all.flatMap { loss in
    (loss.accepts(.fromLogits) ? [false, true] : [false]).flatMap { fromLogits in
      (1...8).map { LossTrial(loss: loss, fromLogits: fromLogits, seed: $0) }
    }
  }

  var sample: LossSample? { LossSample(loss, fromLogits: fromLogits, seed: seed) }
  var testDescription: String { "\(loss.name)\(fromLogits ? " from logits" : "") seed \(seed)" }
}

extension Loss {
  func value(_ y: Tensor, _ p: Tensor, _ options: LossOptions) throws(MathError) -> Tensor {
    try evaluate(yTrue: Traced(y), yPred: Traced(p), options).value
  }
}
