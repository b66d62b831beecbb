import Testing

@testable import LossMath

/// Whatever is typed, a loss answers with a number or an error.
struct HostileInputTests {
  private static let numbers: [Double] = [
    0, -0.0, 1, -1, 0.5, 2, 3, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, 1e-300, -1e300, 1.7e308,
    1e16,
  ]

  private static let shapes: [[Int]] = [
    [], [1], [3], [0], [2, 3], [3, 2], [0, 3], [3, 0], [2, 2, 2], [1, 1],
  ]

  @Test(arguments: LossTrial.all.filter { $0.seed == 1 })
  func everyInputIsAnswered(_ trial: LossTrial) {
    var random = Seeded(17)
    var answers = 0
    for _ in 0..<80 {
      let same = Self.shapes.randomElement(using: &random) ?? []
      let inputs = trial.loss.inputs.map { input -> Tensor in
        if Int.random(in: 0..<8, using: &random) == 0 {
          return tensor(Self.shapes.randomElement(using: &random) ?? [], &random)
        }
        return tensor(input.form.isOnePerRow ? Array(same.dropLast()) : same, &random)
      }
      answers += answered(trial, inputs, &random) ? 1 : 0
    }
    // Most of the labels above are no classes, and few rows are all labels.
    guard trial.options.classWeights == nil else { return }
    #expect(answers > 0 || [.classIndex, .classSet].contains(trial.loss.inputs[0].form))
  }

  private func tensor(_ shape: [Int], _ random: inout Seeded) -> Tensor {
    let count = shape.reduce(1, *)
    let elements = (0..<count).map { _ in Self.numbers.randomElement(using: &random) ?? 0 }
    return Tensor(shape: shape, elements: elements) ?? Tensor(0)
  }

  private func answered(_ trial: LossTrial, _ inputs: [Tensor], _ random: inout Seeded) -> Bool {
    var options = trial.options
    options.axis = [nil, nil, 0, -1, 5].randomElement(using: &random) ?? nil
    options.reduction = Reduction.allCases.randomElement(using: &random) ?? .mean
    options.weights = Bool.random(using: &random) ? tensor([2], &random) : nil
    _ = trial.loss.complaints(inputs, options)
    _ = try? trial.loss.contributions(inputs, options)
    options.reduction = .sum
    let found = try? gradients(at: inputs) { (v) throws(MathError) in try trial.loss.evaluate(v, options) }
    return found != nil
  }
}
