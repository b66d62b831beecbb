/// The weights and biases of a network.
public struct Weights: Sendable, Equatable {
  /// One dense layer: `output = input · weights + biases`.
  public struct Layer: Sendable, Equatable {
    public let inputs: Int
    public let outputs: Int
    /// `inputs × outputs` numbers, row by row: a row holds what one input sends to every unit.
    public let weights: [Double]
    /// One number a unit.
    public let biases: [Double]
  }

  /// From the first hidden layer to the output layer; never empty, and each as wide as the next expects.
  public let layers: [Layer]
  public let shape: NetworkShape

  /// Random weights as Keras draws them for this tutorial: He-uniform (limit √(6 / inputs)) for hidden layers,
  /// Glorot-uniform (limit √(6 / (inputs + outputs))) for the output layer, biases 0.
  ///
  /// The numbers come from NumPy's generator in file order, so that `RandomState(seed)` in Python gives the same.
  public init(shape: NetworkShape, seed: UInt32) {
    var random = RandomState(seed: seed)
    let sizes = shape.layers
    self.shape = shape
    layers = sizes.enumerated().map { index, size in
      let fan = index == sizes.count - 1 ? size.inputs + size.outputs : size.inputs
      let limit = (6 / Double(fan)).squareRoot()
      return Layer(
        inputs: size.inputs, outputs: size.outputs,
        weights: (0..<size.inputs * size.outputs).map { _ in random.uniform(-limit, limit) },
        biases: [Double](repeating: 0, count: size.outputs))
    }
  }

  /// Layers that have been checked against `shape`.
  init(checked layers: [Layer], shape: NetworkShape) {
    self.layers = layers
    self.shape = shape
  }
}
