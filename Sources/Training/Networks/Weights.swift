/// The weights and biases of a network.
public struct Weights: Sendable, Equatable {
  /// One dense layer: `output = input · weights + biases`.
  public struct Layer: Sendable, Equatable {
    /// Numbers that come in.
    public let inputs: Int
    /// Units, which give a number each.
    public let outputs: Int
    /// `inputs × outputs` numbers, row by row: a row holds what one input sends to every unit.
    public let weights: [Double]
    /// One number a unit.
    public let biases: [Double]
  }

  /// From the first hidden layer to the output layer; never empty, and each as wide as the next expects.
  public let layers: [Layer]
  /// The widths of ``layers``.
  public let shape: NetworkShape

  /// Random weights as Keras draws them for this tutorial: hidden layers by `initializer`, the output layer
  /// Glorot-uniform, biases 0; with `zeros` all of them are 0.
  ///
  /// The numbers come from NumPy's generator in file order, so that `RandomState(seed)` in Python gives the same.
  public init(shape: NetworkShape, seed: UInt32, initializer: Initializer = .heUniform) {
    var random = RandomState(seed: seed)
    var layers: [Layer] = []
    for (index, size) in shape.layers.enumerated() {
      let isHidden = index < shape.hidden.count
      let own = isHidden || initializer == .zeros ? initializer : .glorotUniform
      layers.append(
        Layer(
          inputs: size.inputs, outputs: size.outputs,
          weights: own.draw(inputs: size.inputs, outputs: size.outputs, &random),
          biases: [Double](repeating: 0, count: size.outputs)))
    }
    (self.layers, self.shape) = (layers, shape)
  }

  /// Layers that have been checked against `shape`.
  init(checked layers: [Layer], shape: NetworkShape) {
    self.layers = layers
    self.shape = shape
  }
}
