import Testing

@testable import Training

@Suite struct InitializerTests {
  /// Keras's variance of a weight between 300 inputs and 100 units.
  static let variances: [Initializer: Double] = [
    .heUniform: 2 / 300, .heNormal: 2 / 300, .glorotUniform: 2 / 400, .glorotNormal: 2 / 400,
    .lecunUniform: 1 / 300, .lecunNormal: 1 / 300, .zeros: 0,
  ]

  @Test(arguments: Initializer.allCases)
  func varianceAndEnds(_ initializer: Initializer) throws {
    let variance = try #require(Self.variances[initializer])
    var random = RandomState(seed: 5)
    let weights = initializer.draw(inputs: 300, outputs: 100, &random)
    #expect(weights.count == 30_000)
    let mean = weights.reduce(0, +) / 30_000
    let found = weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 30_000
    #expect(abs(mean) <= 4 * (variance / 30_000).squareRoot())
    #expect(abs(found - variance) <= 0.03 * variance)
    let largest = weights.map(abs).max() ?? .nan
    // A uniform distribution ends at √3 standard deviations; a normal one is cut at 2, and stretched.
    let end = initializer.rawValue.hasSuffix("normal") ? 2 / 0.87962566103423978 : 3.0.squareRoot()
    #expect(largest <= end * variance.squareRoot() && largest >= 0.99 * end * variance.squareRoot())
  }

  /// By NumPy: the first of RandomState(0)'s standard_normal() that lie within two deviations.
  @Test func normalDrawsAreThoseOfNumPy() {
    var random = RandomState(seed: 0)
    let weights = Initializer.lecunNormal.draw(inputs: 4, outputs: 3, &random)
    let expected: [Double] = [
      1.0027290153708905, 0.22745880781645764, 0.5563377851863518, 1.0615640680344318, -0.555507827458873,
      0.540052694920531, -0.08603501182522133, -0.05867203309655379, 0.2333938856760965, 0.0818777677492466,
      0.8266434071813459, 0.43259181653033296,
    ]
    for (found, wanted) in zip(weights, expected) { #expect(abs(found - wanted) < 1e-14) }
  }

  @Test func outputLayerIsGlorotsUnlessAllIsZero() throws {
    let shape = try NetworkShape(inputs: 4, hidden: [200], outputs: 100)
    let layers = Weights(shape: shape, seed: 1, initializer: .heNormal).layers
    let limit = (6.0 / 300).squareRoot()
    let largest = layers[1].weights.map(abs).max() ?? .nan
    #expect(largest <= limit && largest > 0.99 * limit)
    let zeros = Weights(shape: shape, seed: 1, initializer: .zeros).layers
    #expect(zeros.allSatisfy { $0.weights.allSatisfy { $0 == 0 } && $0.biases.allSatisfy { $0 == 0 } })
    let linear = Weights(
      shape: try NetworkShape(inputs: 4, hidden: [], outputs: 1), seed: 1, initializer: .zeros)
    #expect(linear.layers[0].weights == [0, 0, 0, 0])
  }
}
