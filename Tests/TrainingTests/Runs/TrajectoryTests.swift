import Testing
import Training

/// The reference runs, followed at every epoch.
@Suite struct TrajectoryTests {
  struct Demo: Sendable, CustomTestStringConvertible {
    let name: String
    let objective: Objective
    let hidden: Int
    let epochs: Int
    let data: @Sendable () throws -> Dataset

    var testDescription: String { name }
  }

  static let demos = [
    Demo(name: "reg_mse", objective: .mse, hidden: 25, epochs: 100) { try .regression().standardised() },
    Demo(name: "reg_msle", objective: .msle, hidden: 25, epochs: 100) { try .regression().standardised() },
    Demo(name: "bin_bce", objective: .bce, hidden: 50, epochs: 200) { try .circles() },
    Demo(name: "multi_cce", objective: .cce, hidden: 50, epochs: 100) { try .blobs() },
  ]

  @Test(arguments: demos)
  func everyEpochAndTheFinalWeightsTo1e9(_ demo: Demo) throws {
    let reference = try Reference.trajectory(demo.name)
    let options = TrainingOptions(epochs: demo.epochs, hidden: [demo.hidden], shuffle: false)
    let run = try train(
      demo.data(), demo.objective, options, weights: Reference.weights(demo.name))

    let rows =
      [run.initial].map { [$0.trainLoss, $0.trainMetric, $0.testLoss, $0.testMetric] }
      + run.trainLoss.indices.map {
        [run.trainLoss[$0], run.trainMetric[$0], run.testLoss[$0], run.testMetric[$0]]
      }
    #expect(run.outcome == .finished)
    #expect(rows.count == reference.epochs.count)
    for (found, wanted) in zip(rows, reference.epochs) {
      #expect(distance(found, Array(wanted.dropFirst())) < 1e-9, "epoch \(wanted[0])")
    }
    check(run.network.weights.layers, reference.final_weights)
  }

  private func check(_ layers: [Weights.Layer], _ wanted: Reference.Trajectory.Layers) {
    #expect(distance(layers[0].weights, wanted.W1.flatMap { $0 }) < 1e-9)
    #expect(distance(layers[0].biases, wanted.b1) < 1e-9)
    #expect(distance(layers[1].weights, wanted.W2.flatMap { $0 }) < 1e-9)
    #expect(distance(layers[1].biases, wanted.b2) < 1e-9)
  }

  /// The largest difference, relative where the numbers are above 1; infinite when the counts differ.
  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
  }
}
