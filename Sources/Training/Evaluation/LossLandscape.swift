/// The training loss around a run's final weights, over a plane through them.
///
/// The plane is spanned by two random directions. In each, what leads into one unit is as long as that unit's own
/// weights, so that a step means the same in every layer; biases stay as they are. After Li, Xu, Taylor, Studer and
/// Goldstein, "Visualizing the Loss Landscape of Neural Nets", 2018.
public struct LossLandscape: Sendable, Equatable {
  /// Where the columns and the rows stand, in lengths of the weights: 0 is where the run ended.
  public let places: [Double]
  /// The mean loss of a training row: `places.count` rows of as many numbers, the first direction across.
  public let losses: [Double]

  /// How many columns and rows there may be.
  public static let sizes = 3...101
}

extension Run {
  /// The training loss over a plane through the run's weights.
  /// - Parameters:
  ///   - size: Columns, and rows; held within ``LossLandscape/sizes``.
  ///   - reach: How far the plane goes to each side, in lengths of the weights.
  ///   - seed: Where the directions come from.
  ///   - cancel: Asked all through.
  /// - Returns: nothing if it was cancelled.
  public func landscape(
    size: Int = 21, reach: Double = 1, seed: UInt32 = 1, cancel: CancelToken = .never
  ) throws(TrainingError) -> LossLandscape? {
    let labels = try Labels(data, for: objective)
    let pass = NetworkPass(
      shape: network.weights.shape, activation: network.hiddenActivation, capacity: Network.blockRows)
    let half = Half(data, data.trainRows, labels, objective, pass)
    var random = RandomState(seed: seed)
    let across = Direction(network.weights, &random)
    let up = Direction(network.weights, &random)
    let size = min(max(size, LossLandscape.sizes.lowerBound), LossLandscape.sizes.upperBound)
    // Counted from the middle, so that 0 is exactly 0.
    let places = (0..<size).map { reach * Double(2 * $0 - (size - 1)) / Double(size - 1) }
    var losses: [Double] = []
    for y in places {
      for x in places {
        let moved = Parameters(network.weights.moved(x, across, y, up))
        guard !cancel.isCancelled, let report = half.evaluate(moved, cancel) else { return nil }
        losses.append(report.loss)
      }
    }
    return LossLandscape(places: places, losses: losses)
  }
}

/// A random direction in the space of the weights, as long as the weights unit by unit.
private struct Direction {
  /// For each layer as many numbers as it has weights, in their order.
  let layers: [[Double]]

  init(_ weights: Weights, _ random: inout RandomState) {
    layers = weights.layers.map { layer in
      var steps = layer.weights.map { _ in random.standardNormal() }
      for unit in 0..<layer.outputs {
        let mine = stride(from: unit, to: steps.count, by: layer.outputs)
        let length = mine.reduce(0) { $0 + layer.weights[$1] * layer.weights[$1] }.squareRoot()
        let random = mine.reduce(0) { $0 + steps[$1] * steps[$1] }.squareRoot()
        for index in mine { steps[index] *= random > 0 ? length / random : 0 }
      }
      return steps
    }
  }
}

extension Weights {
  fileprivate func moved(_ x: Double, _ across: Direction, _ y: Double, _ up: Direction) -> Weights {
    let moved = layers.enumerated().map { index, layer in
      Layer(
        inputs: layer.inputs, outputs: layer.outputs,
        weights: layer.weights.indices.map { i in
          layer.weights[i] + x * across.layers[index][i] + y * up.layers[index][i]
        }, biases: layer.biases)
    }
    return Weights(checked: moved, shape: shape)
  }
}
