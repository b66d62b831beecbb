import Foundation
import TestSupport
import Testing

/// The nine demos, each as a reader types it, with the last values they come to.
@Suite struct DemoTests {
  struct Demo: CustomTestStringConvertible, Sendable {
    let words: String
    let epochs: Int
    /// The loss and the metric of the last epoch, each for the train and the test half.
    let loss: [Double]
    let metric: [Double]

    init(_ words: String, epochs: Int, loss: Double..., metric: Double...) {
      (self.words, self.epochs, self.loss, self.metric) = (words, epochs, loss, metric)
    }

    var testDescription: String { words }
    var metricName: String { words.hasPrefix("regression") ? "mse" : "accuracy" }
  }

  static let demos = [
    Demo("regression loss=mse", epochs: 100, loss: 0.00257, 0.00773, metric: 0.00257, 0.00773),
    Demo("regression loss=msle", epochs: 100, loss: 0.171, 0.218, metric: 6.121, 6.923),
    Demo("regression loss=mae", epochs: 100, loss: 0.0394, 0.0513, metric: 0.00252, 0.00426),
    Demo("circles loss=bce", epochs: 200, loss: 0.3718, 0.3593, metric: 0.83, 0.846),
    Demo("circles loss=hinge", epochs: 200, loss: 0.3407, 0.369, metric: 0.848, 0.832),
    Demo("circles loss=squared_hinge", epochs: 200, loss: 0.4511, 0.4432, metric: 0.848, 0.846),
    Demo("blobs loss=cce", epochs: 100, loss: 0.4032, 0.4112, metric: 0.812, 0.834),
    Demo("blobs loss=sparse_cce", epochs: 100, loss: 0.4032, 0.4112, metric: 0.812, 0.834),
    Demo("blobs loss=kl", epochs: 100, loss: 0.4032, 0.4112, metric: 0.812, 0.834),
  ]

  /// Training is chaotic where a loss has kinks, so machines whose mathematics differ in the last bit drift apart.
  @Test(arguments: demos)
  func demoEndsWhereItDid(_ demo: Demo) throws {
    let result = try Binary.run(
      ["--json", "-e", "train \(demo.words) seed=1"], in: TemporaryDirectory())
    #expect(result.error.isEmpty && result.status == .code(0))
    let cell = try RunCell(result.output)
    for (half, index) in [("train", 0), ("test", 1)] {
      let losses = cell.value.series("\(half)_loss")
      #expect(losses.count == demo.epochs)
      #expect(abs((losses.last ?? .nan) - demo.loss[index]) < 0.02 * demo.loss[index] + 0.0002)
      let metrics = cell.value.series("\(half)_\(demo.metricName)")
      #expect(metrics.count == demo.epochs)
      #expect(abs((metrics.last ?? .nan) - demo.metric[index]) < 0.02 * demo.metric[index] + 0.0002)
    }
    let shown = cell.text.split(separator: "\n").map(String.init)
    #expect(
      shown.contains { $0.contains(" loss ") && $0.contains(demo.metricName) || $0.contains("mse loss") })
    #expect(shown.contains { $0.contains("train") && $0.contains("test") && $0.contains("⠤") })
  }
}
