/// A network with its weights: what a run hands back, to predict with.
public struct Network: Sendable, Equatable {
  public let weights: Weights
  public let hidden: HiddenActivation
  public let output: OutputActivation

  /// Rows that are computed together; enough for speed, few enough for the processor's nearest cache.
  static let blockRows = 64

  public init(weights: Weights, hidden: HiddenActivation, output: OutputActivation) {
    self.weights = weights
    self.hidden = hidden
    self.output = output
  }

  /// The output after its activation for each row of `features`: `rows × outputs` numbers, row by row.
  ///
  /// - Parameter features: `rows × inputs` numbers, row by row; an incomplete last row is left out.
  public func outputs(for features: [Double]) -> [Double] {
    let shape = weights.shape
    let rows = features.count / shape.inputs
    let packed = PackedRows(rows: rows, columns: shape.inputs, blockRows: Self.blockRows)
    packed.fill(features, order: Array(0..<rows))
    let pass = NetworkPass(shape: shape, activation: hidden, capacity: Self.blockRows)
    let parameters = Parameters(weights)
    var outputs = [Double](repeating: 0, count: rows * shape.outputs)
    outputs.withUnsafeMutableBufferPointer { outputs in
      pass.forward(parameters, packed, to: outputs)
      output.apply(outputs, columns: shape.outputs)
    }
    return outputs
  }
}
