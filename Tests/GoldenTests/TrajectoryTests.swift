import Foundation
import TestSupport
import Testing

/// The reference runs, followed through the program as a reader would: initial weights from a file, no shuffling.
@Suite struct TrajectoryTests {
  struct Trajectory: Decodable {
    /// epoch, train loss, train metric, test loss, test metric; the first before any training
    let epochs: [[Double]]
  }

  @Test(arguments: [
    ("bin_bce", "circles loss=bce", "accuracy"), ("multi_cce", "blobs loss=cce", "accuracy"),
    ("reg_mse", "regression loss=mse", "mse"), ("reg_msle", "regression loss=msle", "mse"),
  ])
  func runFollowsTheReference(_ name: String, _ words: String, _ metric: String) throws {
    let data = Repository.root.appending(path: "Tests/TrainingTests/Data")
    let reference = try JSONDecoder().decode(
      Trajectory.self, from: Data(contentsOf: data.appending(path: "\(name).json")))
    let directory = try TemporaryDirectory()
    try directory.write("w.json", Data(contentsOf: data.appending(path: "\(name).weights.json")))
    let result = try Binary.run(
      ["--json", "-e", #"train \#(words) weights="w.json" shuffle=off"#], in: directory)
    #expect(result.error.isEmpty && result.status == .code(0))
    let run = try RunCell(result.output).value
    let columns = ["train_loss", "train_\(metric)", "test_loss", "test_\(metric)"]
    for (column, key) in columns.enumerated() {
      let expected = reference.epochs.dropFirst().map { $0[column + 1] }
      let series = run.series(key)
      #expect(series.count == expected.count && expected.count >= 100)
      let worst = zip(series, expected).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? .infinity
      #expect(worst < 1e-9, "\(key) is off by \(worst)")
    }
  }
}
