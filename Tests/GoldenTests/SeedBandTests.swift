import Foundation
import TestSupport
import Testing

/// The nine demos over thirty seeds, beside where two hundred seeds of an independent implementation end.
@Suite struct SeedBandTests {
  /// The middle 90 % of the last values over 200 seeds, by hand-written NumPy in single precision; accuracy of the hinge
  /// losses by sign.
  struct Demo: CustomTestStringConvertible, Sendable {
    let words: String
    let bands: [String: ClosedRange<Double>]

    init(
      _ words: String, trainLoss: ClosedRange<Double>, trainMetric: ClosedRange<Double>,
      testLoss: ClosedRange<Double>, testMetric: ClosedRange<Double>
    ) {
      self.words = words
      let metric = words.hasPrefix("regression") ? "mse" : "accuracy"
      bands = [
        "train_loss": trainLoss, "train_\(metric)": trainMetric, "test_loss": testLoss,
        "test_\(metric)": testMetric,
      ]
    }

    var testDescription: String { words }
  }

  static let demos = [
    Demo(
      "regression loss=mse", trainLoss: 0.00038872...0.0037623, trainMetric: 0.00038872...0.0037623,
      testLoss: 0.00082036...0.011241, testMetric: 0.00082036...0.011241),
    Demo(
      "regression loss=msle", trainLoss: 0.00068501...0.0073594, trainMetric: 0.06641...0.27903,
      testLoss: 0.0019026...0.019072, testMetric: 0.086514...0.34848),
    Demo(
      "regression loss=mae", trainLoss: 0.027298...0.066201, trainMetric: 0.0012385...0.0069956,
      testLoss: 0.029246...0.075303, testMetric: 0.0013925...0.0090956),
    Demo(
      "circles loss=bce", trainLoss: 0.37089...0.37643, trainMetric: 0.826...0.844,
      testLoss: 0.35688...0.36606, testMetric: 0.84...0.856),
    Demo(
      "circles loss=hinge", trainLoss: 0.33677...0.34904, trainMetric: 0.84...0.854,
      testLoss: 0.35649...0.38009, testMetric: 0.828...0.854),
    Demo(
      "circles loss=squared_hinge", trainLoss: 0.45333...0.50644, trainMetric: 0.818...0.848,
      testLoss: 0.43971...0.50696, testMetric: 0.8159...0.856),
    Demo(
      "blobs loss=cce", trainLoss: 0.38128...0.4378, trainMetric: 0.8039...0.84, testLoss: 0.41057...0.4749,
      testMetric: 0.8...0.832),
    Demo(
      "blobs loss=sparse_cce", trainLoss: 0.38128...0.4378, trainMetric: 0.8039...0.84,
      testLoss: 0.41057...0.4749, testMetric: 0.8...0.832),
    Demo(
      "blobs loss=kl", trainLoss: 0.38125...0.43779, trainMetric: 0.8039...0.84, testLoss: 0.41079...0.47443,
      testMetric: 0.8...0.832),
  ]

  static let seeds = 1...30

  @Test(arguments: demos)
  func medianLiesInTheMiddleOfTheReference(_ demo: Demo) throws {
    let names = demo.bands.keys.sorted()
    let lines = Self.seeds.flatMap { seed in
      [
        "r = train \(demo.words) seed=\(seed)",
        "[" + names.map { "r.\($0)[-1]" }.joined(separator: ", ") + "]",
      ]
    }
    let directory = try TemporaryDirectory()
    try directory.write("demo.loss", Data(lines.joined(separator: "\n").utf8))
    let result = try Binary.run(["run", "--json", "demo.loss"], in: directory)
    #expect(result.error.isEmpty && result.status == .code(0))
    let ends = result.output.split(separator: "\n").compactMap { line in
      try? JSONDecoder().decode(Ends.self, from: Data(line.utf8)).value
    }
    #expect(ends.count == Self.seeds.count)
    for (place, name) in names.enumerated() {
      let values = ends.map { $0[place] }.sorted()
      let median = (values[values.count / 2] + values[(values.count - 1) / 2]) / 2
      let band = try #require(demo.bands[name])
      #expect(band.contains(median), "\(name): median \(median), band \(band)")
    }
  }

  private struct Ends: Decodable {
    let value: [Double]
  }
}
