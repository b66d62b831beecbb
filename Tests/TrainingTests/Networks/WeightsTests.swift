import Testing
import Training

@Suite struct WeightsTests {
  @Test(arguments: [("reg_mse", 20, 25, 1), ("bin_bce", 2, 50, 1), ("multi_cce", 2, 50, 3)])
  func aSeedGivesTheReferenceRunsWeights(_ name: String, inputs: Int, hidden: Int, outputs: Int) throws {
    let shape = try NetworkShape(inputs: inputs, hidden: [hidden], outputs: outputs)
    #expect(Weights(shape: shape, seed: 42) == (try Reference.weights(name)))
    #expect(Weights(shape: shape, seed: 43) != (try Reference.weights(name)))
  }

  @Test func everyLayerHasItsOwnLimit() throws {
    let weights = Weights(shape: try NetworkShape(inputs: 6, hidden: [100, 50], outputs: 4), seed: 1)
    let largest = weights.layers.map { $0.weights.map(abs).max() ?? 0 }
    for (found, limit) in zip(largest, [1, (6.0 / 100).squareRoot(), (6.0 / 54).squareRoot()]) {
      #expect(found <= limit && found > 0.95 * limit)
    }
    #expect(weights.layers.allSatisfy { $0.biases.allSatisfy { $0 == 0 } })
  }

  @Test func shapesOutOfRange() {
    #expect(throws: TrainingError.count(.inputs, found: 0, allowed: 1...1_000)) {
      try NetworkShape(inputs: 0, hidden: [], outputs: 1)
    }
    #expect(throws: TrainingError.count(.outputs, found: -1, allowed: 1...1_000)) {
      try NetworkShape(inputs: 1, hidden: [], outputs: -1)
    }
    #expect(throws: TrainingError.count(.hiddenWidth, found: .max, allowed: 1...4_096)) {
      try NetworkShape(inputs: 1, hidden: [3, .max], outputs: 1)
    }
    #expect(throws: TrainingError.count(.hiddenLayers, found: 17, allowed: 0...16)) {
      try NetworkShape(inputs: 1, hidden: [Int](repeating: 1, count: 17), outputs: 1)
    }
    #expect(throws: TrainingError.networkTooLarge(parameters: 16_793_601, limit: 3_000_000)) {
      try NetworkShape(inputs: 1, hidden: [4096, 4096], outputs: 1)
    }
  }
}
