import Testing

@testable import Training

/// The kernels at the processor's widest vectors against those at the width that every processor has: the same bits.
@Suite struct DenseKernelsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let inputs: Int
    let hidden: [Int]
    let outputs: Int
    let rows: Int
    let activation: HiddenActivation

    var testDescription: String { "\(inputs)-\(hidden)-\(outputs), \(rows) rows, \(activation)" }
  }

  /// Widths on both sides of every tile, and rows that fill a lane, or several, or not.
  static let cases: [Case] = HiddenActivation.allCases.flatMap { activation in
    [
      (20, [25], 1, 32), (2, [50], 1, 20), (2, [50], 3, 32), (1, [1], 1, 1), (3, [], 2, 9),
      (5, [3, 7, 2], 4, 64),
      (4, [4, 6], 5, 33), (7, [9], 6, 7),
    ].map { Case(inputs: $0.0, hidden: $0.1, outputs: $0.2, rows: $0.3, activation: activation) }
  }

  @Test(arguments: cases)
  func everyWidthGivesTheSameBits(_ test: Case) throws {
    let baseline = try Steps(test, .baseline)
    for width in VectorWidth.allCases {
      let other = try Steps(test, width)
      #expect(other.bits == baseline.bits, "\(width)")
    }
  }

  /// What is not a number, or infinite, goes the same way too.
  @Test(arguments: [Double.nan, .infinity, -.infinity, -0.0, Double.leastNonzeroMagnitude, 1e308])
  func everyWidthGivesTheSameBitsOfExtremes(_ value: Double) throws {
    for test in Self.cases {
      let baseline = try Steps(test, .baseline, first: value)
      #expect(try Steps(test, .widest, first: value).bits == baseline.bits, "\(test)")
    }
  }

  @Test func theBaselineAddsInTheOrderThatIsPromised() throws {
    let shape = try NetworkShape(inputs: 3, hidden: [], outputs: 1)
    var random = RandomState(seed: 3)
    let features = (0..<33).map { _ in random.uniform(-1, 1) }
    let weights = Weights(shape: shape, seed: 5)
    let network = Network(weights: weights, hiddenActivation: .relu, outputActivation: .linear)
    let outputs = network.outputs(for: features)
    let (w, b) = (weights.layers[0].weights, weights.layers[0].biases[0])
    for row in 0..<11 {
      let sum = (0..<3).reduce(b) { features[row * 3 + $1] * w[$1] + $0 }
      #expect(outputs[row] == sum)
    }
  }

  /// Three steps of a network on random rows, by one width throughout.
  private struct Steps {
    let bits: [UInt64]

    init(_ test: Case, _ width: VectorWidth, first: Double? = nil) throws {
      let shape = try NetworkShape(inputs: test.inputs, hidden: test.hidden, outputs: test.outputs)
      let parameters = Parameters(Weights(shape: shape, seed: 7))
      let (gradient, velocity) = (Parameters(shape: shape), Parameters(shape: shape))
      let pass = NetworkPass(
        shape: shape, activation: test.activation, capacity: test.rows, width: width)
      var random = RandomState(seed: 11)
      var features = (0..<test.rows * test.inputs).map { _ in random.uniform(-2, 2) }
      if let first { features[0] = first }
      let packed = PackedRows(rows: test.rows, columns: test.inputs, blockRows: test.rows)
      packed.fill(features, order: Array(0..<test.rows))
      var outputs = [Double](repeating: 0, count: test.rows * test.outputs)
      var seen: [Double] = []
      for _ in 0..<3 {
        outputs.withUnsafeMutableBufferPointer { outputs in
          pass.forward(parameters, packed.block(0), to: outputs)
          pass.backward(
            parameters, packed.block(0), from: UnsafeBufferPointer(outputs), scale: 0.25, into: gradient)
        }
        momentumStep(
          parameters.buffer.lanes, velocity: velocity.buffer.lanes, gradient: gradient.buffer.lanes,
          lanes: parameters.buffer.count, rate: 0.01, momentum: 0.9, width)
        seen += outputs
        for part in [parameters, gradient, velocity] {
          seen += Array(UnsafeBufferPointer(start: part.buffer.numbers, count: shape.parameters))
        }
      }
      // Which of two NaNs an operation hands on is not IEEE's to say.
      bits = seen.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
    }
  }
}
