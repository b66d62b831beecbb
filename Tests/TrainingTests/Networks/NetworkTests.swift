import Foundation
import Testing
import Training

@Suite struct NetworkTests {
  private func network(_ hidden: HiddenActivation, _ output: OutputActivation) throws -> Network {
    let json = """
      {"W1": [[1, -2], [0.5, 1]], "b1": [0.25, -1], "W2": [[1, 2, -1], [0.5, -1, 3]], "b2": [0, 1, 2]}
      """
    return Network(
      weights: try Weights(json: Array(json.utf8)), hiddenActivation: hidden, outputActivation: output)
  }

  @Test func reluByHand() throws {
    // (1, 2): sums 2.25 and −1, so 2.25 and 0 after ReLU. (−1, 1): −0.25 and 2, so 0 and 2.
    #expect(try network(.relu, .linear).outputs(for: [1, 2, -1, 1]) == [2.25, 5.5, -0.25, 1, -1, 8])
  }

  @Test func smoothActivations() throws {
    let (a, b) = (2.25, -1.0)
    for (hidden, function) in [
      (HiddenActivation.tanh, { tanh($0) }), (.sigmoid, { 1 / (1 + exp(-$0)) }),
      (.leakyRelu, { $0 < 0 ? 0.2 * $0 : $0 }), (.elu, { $0 < 0 ? exp($0) - 1 : $0 }), (.linear, { $0 }),
    ] as [(HiddenActivation, (Double) -> Double)] {
      let (x, y) = (function(a), function(b))
      let expected = [x + 0.5 * y, 2 * x - y + 1, -x + 3 * y + 2]
      for (found, wanted) in zip(try network(hidden, .linear).outputs(for: [1, 2]), expected) {
        #expect(abs(found - wanted) < 1e-14)
      }
    }
  }

  @Test func outputActivations() throws {
    let sums = [2.25, 5.5, -0.25]
    let total = sums.reduce(0) { $0 + exp($1) }
    let expected: [OutputActivation: [Double]] = [
      .linear: sums, .tanh: sums.map { tanh($0) }, .sigmoid: sums.map { 1 / (1 + exp(-$0)) },
      .softmax: sums.map { exp($0) / total }, .logSoftmax: sums.map { $0 - log(total) },
      .exp: sums.map { exp($0) }, .meanVariance: [sums[0], exp(sums[1]), sums[2]],
    ]
    for activation in OutputActivation.allCases {
      let found = try network(.relu, activation).outputs(for: [1, 2])
      for (a, b) in zip(found, try #require(expected[activation])) {
        #expect(abs(a - b) < 1e-15 * max(1, abs(b)))
      }
    }
  }

  @Test func softmaxOfLargeSumsStaysFinite() throws {
    let found = try network(.relu, .softmax).outputs(for: [1e6, 2e6])
    #expect(found == [0, 1, 0])
  }

  @Test(arguments: [0, 1, 7, 8, 9, 63, 64, 65, 200])
  func everyNumberOfRows(_ rows: Int) throws {
    let network = try network(.relu, .linear)
    let all = try Dataset.circles(rows: 200).features
    let together = network.outputs(for: Array(all.prefix(rows * 2)))
    let apart = (0..<rows).flatMap { network.outputs(for: Array(all[$0 * 2..<$0 * 2 + 2])) }
    #expect(together.count == rows * 3)
    #expect(together == apart)
  }
}
