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
struct LossSample: Sendable {
  let inputs: [Tensor]
  let options: LossOptions

  static let rows = 3
  static let columns = 4

  var yTrue: Tensor { inputs[0] }
  var yPred: Tensor { inputs[1] }

  init?(_ loss: Loss, _ options: LossOptions, seed: UInt64) {
    var random = Seeded(seed)
    var inputs: [Tensor] = []
    for (i, input) in loss.inputs.enumerated() {
      let isLogits = i == 1 && (options.fromLogits || options.logInput)
      let elements = Self.elements(isLogits ? .real : input.form, &random)
      let shape = input.form.isOnePerRow ? [Self.rows] : [Self.rows, Self.columns]
      guard let tensor = Tensor(shape: shape, elements: elements) else { return nil }
      inputs.append(tensor)
    }
    (self.inputs, self.options) = (inputs, options)
  }

  private static func elements(_ form: InputForm, _ random: inout Seeded) -> [Double] {
    let count = rows * columns
    func sign(_ random: inout Seeded) -> Double { Bool.random(using: &random) ? 1 : -1 }
    switch form {
    case .real, .score, .scoreRow, .vector: return random.vector(count, -3, 3)
    case .aboveMinusOne: return random.vector(count, -0.9, 6)
    case .count: return random.vector(count, 0, 9).map { $0.rounded() }
    case .zeroOne: return (0..<count).map { _ in Double.random(in: 0...1, using: &random).rounded() }
    case .plusMinusOne: return (0..<count).map { _ in sign(&random) }
    case .rowSign: return (0..<rows).map { _ in sign(&random) }
    case .distribution, .predictedDistribution:
      return (0..<rows).flatMap { _ in random.distribution(columns) }
    case .logDistribution:
      return (0..<rows).flatMap { _ in random.distribution(columns).map { Libm.log($0) } }
    case .classIndex: return (0..<rows).map { _ in Double(Int.random(in: 0..<columns, using: &random)) }
    case .classSet:
      return (0..<rows).flatMap { _ in
        let members = Array(0..<columns).shuffled(using: &random).prefix(
          Int.random(in: 0...3, using: &random))
        return members.map(Double.init) + Array(repeating: -1, count: columns - members.count)
      }
    case .probability: return random.vector(count, 0.05, 0.95)
    case .rate, .variance: return random.vector(count, 0.2, 5)
    case .distance: return random.vector(count, 0, 2)
    }
  }
}

/// A loss with options and a seed: what the properties are tried on.
struct LossTrial: CustomTestStringConvertible, Sendable {
  let loss: Loss
  let options: LossOptions
  let seed: UInt64
  let variant: String

  static let all: [LossTrial] = Loss.all.flatMap { loss in
    variants(loss).flatMap { name, options in
      (1...8).map { LossTrial(loss: loss, options: options, seed: $0, variant: name) }
    }
  }

  /// Every option on its own, away from its default.
  private static func variants(_ loss: Loss) -> [(String, LossOptions)] {
    var result = [("", LossOptions())]
    for option in loss.options {
      for logits in loss.accepts(.fromLogits) && option != .epsilon ? [false, true] : [false] {
        guard var options = changed(option, loss) else { continue }
        options.fromLogits = logits || options.fromLogits
        result.append((" \(option.rawValue)\(logits ? " from logits" : "")", options))
      }
    }
    return result
  }

  private static func changed(_ option: LossOption, _ loss: Loss) -> LossOptions? {
    var options = LossOptions()
    switch option.kind {
    case .flag: options.set(option, to: true)
    case .number:
      let number = loss.numbers.first { $0.option == option }
      let values = [0.3, 1.7, 2]
      guard let value = values.first(where: { number?.range.contains($0) ?? false }) else { return nil }
      options[number: option] = value
    case .numbers where option == .classWeights:
      options.classWeights = loss.isRowwise ? [0.5, 2, 1, 3] : [0.5, 2]
    default: return nil
    }
    return options
  }

  var sample: LossSample? { LossSample(loss, options, seed: seed) }
  var testDescription: String { "\(loss.name)\(variant) seed \(seed)" }
}

extension Loss {
  func value(_ y: Tensor, _ p: Tensor, _ options: LossOptions) throws(MathError) -> Tensor {
    try value([y, p], options)
  }

  func value(_ inputs: [Tensor], _ options: LossOptions) throws(MathError) -> Tensor {
    try evaluate(inputs.map { Traced($0) }, options).value
  }
}

extension Array {
  func replacing(_ index: Int, with element: Element) -> [Element] {
    var result = self
    result[index] = element
    return result
  }
}
