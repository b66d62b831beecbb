import CFloor
import LossMath
import Training

/// The nine demos' training, evaluation of both halves included, beside the same work in C.
enum DemoBenchmark {
  private struct Demo {
    let loss: String
    let data: Dataset
    let hidden: Int
    let epochs: Int
    let floor: cfloor_loss
  }

  /// Gives the seconds of a step of each.
  static func run() -> [String: Double] {
    Report.title("The nine demos, training and evaluation alone, one thread: microseconds a step, beside C")
    print("  vectors: \(VectorWidth.widest), chosen at run time, as in the C loop beside it")
    var seconds: [String: Double] = [:]
    for demo in demos() {
      guard let objective = objective(demo) else { continue }
      let options = TrainingOptions(epochs: demo.epochs, hidden: [demo.hidden], shuffle: false)
      let labels = floorLabels(demo)
      let steps = Double(demo.epochs * ((demo.data.trainRows.count + 31) / 32))
      let pair = Pair(
        "\(demo.data.name) \(demo.loss)", rounds: 11,
        ours: { _ = try? train(demo.data, objective, options) },
        floor: {
          let outputs = Int32(labels.count / demo.data.rows)
          _ = cfloor_train(
            demo.data.features, labels, Int32(demo.data.rows), Int32(demo.data.columns), Int32(demo.hidden),
            outputs,
            demo.floor, Int32(demo.epochs))
        })
      Report.row(
        pair.name, Report.microseconds(pair.ours / steps), Report.microseconds(pair.floor / steps), pair.ratio
      )
      seconds[pair.name] = pair.ours / steps
    }
    countAllocations()
    return seconds
  }

  /// Two runs of which one has a hundred epochs more: what they differ by is the epochs' own.
  private static func countAllocations() {
    guard cfloor_allocations() >= 0 else { return }
    for demo in demos() {
      guard let objective = objective(demo) else { continue }
      let counts = [10, 110].map { epochs in
        let before = cfloor_allocations()
        _ = try? train(demo.data, objective, TrainingOptions(epochs: epochs, hidden: [demo.hidden]))
        return cfloor_allocations() - before
      }
      print("  allocations in 100 epochs of \(demo.data.name) \(demo.loss): \(counts[1] - counts[0])")
    }
  }

  private static func demos() -> [Demo] {
    guard let regression = try? Dataset.regression().standardised(), let circles = try? Dataset.circles(),
      let blobs = try? Dataset.blobs()
    else { return [] }
    return [
      Demo(loss: "mse", data: regression, hidden: 25, epochs: 100, floor: CFLOOR_MSE),
      Demo(loss: "msle", data: regression, hidden: 25, epochs: 100, floor: CFLOOR_MSLE),
      Demo(loss: "mae", data: regression, hidden: 25, epochs: 100, floor: CFLOOR_MAE),
      Demo(loss: "bce", data: circles, hidden: 50, epochs: 200, floor: CFLOOR_BCE),
      Demo(loss: "hinge", data: circles, hidden: 50, epochs: 200, floor: CFLOOR_HINGE),
      Demo(loss: "squared_hinge", data: circles, hidden: 50, epochs: 200, floor: CFLOOR_SQUARED_HINGE),
      Demo(loss: "cce", data: blobs, hidden: 50, epochs: 100, floor: CFLOOR_SOFTMAX),
      Demo(loss: "sparse_cce", data: blobs, hidden: 50, epochs: 100, floor: CFLOOR_SOFTMAX),
      Demo(loss: "kl", data: blobs, hidden: 50, epochs: 100, floor: CFLOOR_SOFTMAX),
    ]
  }

  /// The objective that `train` of the language makes of a loss's name.
  private static func objective(_ demo: Demo) -> Objective? {
    guard let loss = Loss.named(demo.loss) else { return nil }
    let options = LossOptions(fromLogits: loss.accepts(.fromLogits), epsilon: demo.loss == "msle" ? 1e-7 : 0)
    let labels: LabelEncoding =
      switch loss.labels {
      case .real, .aboveMinusOne: .real
      case .zeroOne: .zeroOne
      case .plusMinusOne: .plusMinusOne
      case .distribution: .oneHot
      case .classIndex: .classIndex
      }
    return Objective(
      name: demo.loss, kernel: loss.kernel(options), activation: labels == .plusMinusOne ? .tanh : .linear,
      labels: labels, metric: demo.data.kind == .regression ? .mse : .accuracy)
  }

  private static func floorLabels(_ demo: Demo) -> [Double] {
    switch demo.floor {
    case CFLOOR_HINGE, CFLOOR_SQUARED_HINGE: demo.data.targets.map { 2 * $0 - 1 }
    case CFLOOR_SOFTMAX: demo.data.targets.flatMap { label in (0..<3).map { label == Double($0) ? 1 : 0 } }
    default: demo.data.targets
    }
  }
}
