import LossMath

/// The state of a run between two steps, and the step. Nothing is allocated after `init`.
final class Trainer {
  let parameters: Parameters
  let gradient: Parameters
  private let optimizer: OptimizerState
  private let dataset: Dataset
  private let labels: Labels
  private let objective: Objective
  let options: TrainingOptions
  private let pass: NetworkPass
  private let rows: PackedRows
  /// The training rows in the order of this epoch.
  private var order: [Int]
  private var packedLabels: [Double]
  private var outputs: [Double]
  private var outputGradient: [Double]
  private var random: RandomState

  init(
    _ dataset: Dataset, _ labels: Labels, _ objective: Objective, _ options: TrainingOptions,
    _ weights: Weights
  ) {
    let count = dataset.trainRows.count
    let batch = min(options.batchSize, count)
    parameters = Parameters(weights)
    gradient = Parameters(shape: weights.shape)
    optimizer = OptimizerState(options.optimizer, rate: options.learningRate, shape: weights.shape)
    pass = NetworkPass(shape: weights.shape, activation: options.activation, capacity: batch)
    rows = PackedRows(rows: count, columns: dataset.columns, blockRows: batch)
    order = Array(dataset.trainRows)
    packedLabels = [Double](repeating: 0, count: count * labels.columns)
    outputs = [Double](repeating: 0, count: batch * labels.outputs)
    outputGradient = [Double](repeating: 0, count: batch * labels.outputs)
    // Another stream than the weights': given weights must not change the shuffles.
    random = RandomState(seed: ~options.seed)
    (self.dataset, self.labels, self.objective, self.options) = (dataset, labels, objective, options)
    pack()
  }

  /// Steps in an epoch.
  var steps: Int { rows.blocks }

  /// Puts the rows in this epoch's order.
  func beginEpoch() {
    guard options.shuffle else { return }
    random.shuffle(&order)
    pack()
  }

  private func pack() {
    rows.fill(dataset.features, order: order)
    for (place, row) in order.enumerated() {
      for column in 0..<labels.columns {
        packedLabels[place * labels.columns + column] = labels.values[row * labels.columns + column]
      }
    }
  }

  /// Moves the weights once, along the mean gradient of batch `index`.
  func step(_ index: Int) {
    computeGradient(index)
    optimizer.step(parameters, gradient)
  }

  /// Fills `gradient` with the mean over the rows of batch `index`; returns the batch's mean loss.
  @discardableResult
  func computeGradient(_ index: Int) -> Double {
    let range = rows.range(index)
    let block = rows.block(index)
    let columns = labels.outputs
    return outputs.withUnsafeMutableBufferPointer { outputs in
      outputGradient.withUnsafeMutableBufferPointer { outputGradient in
        let outputs = UnsafeMutableBufferPointer(rebasing: outputs[..<(range.count * columns)])
        let slopes = UnsafeMutableBufferPointer(rebasing: outputGradient[..<(range.count * columns)])
        pass.forward(parameters, block, to: outputs)
        objective.activation.apply(outputs, columns: columns)
        let sum = loss(range, UnsafeBufferPointer(outputs), slopes)
        objective.activation.backward(slopes, at: UnsafeBufferPointer(outputs), columns: columns)
        let scale = 1 / Double(range.count)
        pass.backward(parameters, block, from: UnsafeBufferPointer(slopes), scale: scale, into: gradient)
        return sum * scale
      }
    }
  }

  private func loss(
    _ range: Range<Int>, _ outputs: UnsafeBufferPointer<Double>, _ slopes: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    packedLabels.withUnsafeBufferPointer { all in
      let mine = all[range.lowerBound * labels.columns..<range.upperBound * labels.columns]
      return objective.kernel.sum(UnsafeBufferPointer(rebasing: mine), outputs, labels.outputs, slopes)
    }
  }
}
