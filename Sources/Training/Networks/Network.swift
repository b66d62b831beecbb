/// A network with its weights: what a run hands back, to predict with.
public struct Network: Sendable, Equatable {
  /// All layers, inputs first.
  public let weights: Weights
  /// What the units of the hidden layers do with their sums.
  public let hiddenActivation: HiddenActivation
  /// What the output layer does with its sums.
  public let outputActivation: OutputActivation

  /// Rows that are computed together; enough for speed, few enough for the processor's nearest cache.
  static let blockRows = 64

  /// A network of given weights; see ``Weights/init(shape:seed:initializer:)`` for random ones.
  public init(
    weights: Weights, hiddenActivation: HiddenActivation, outputActivation: OutputActivation
  ) {
    self.weights = weights
    self.hiddenActivation = hiddenActivation
    self.outputActivation = outputActivation
  }

  /// The output after its activation for each row of `features`: `rows × outputs` numbers, row by row.
  ///
  /// - Parameter features: `rows × inputs` numbers, row by row; an incomplete last row is left out.
  public func outputs(for features: [Double]) -> [Double] {
    let shape = weights.shape
    let rows = features.count / shape.inputs
    let packed = PackedRows(rows: rows, columns: shape.inputs, blockRows: Self.blockRows)
    packed.fill(features, order: Array(0..<rows))
    let pass = NetworkPass(shape: shape, activation: hiddenActivation, capacity: Self.blockRows)
    let parameters = Parameters(weights)
    var outputs = [Double](repeating: 0, count: rows * shape.outputs)
    outputs.withUnsafeMutableBufferPointer { outputs in
      _ = pass.forward(parameters, packed, to: outputs, .never)
      outputActivation.apply(outputs, columns: shape.outputs)
    }
    return outputs
  }
}
