/// The widths of a network's layers, inputs first, outputs last.
public struct NetworkShape: Sendable, Equatable {
  /// Features of a row.
  public let inputs: Int
  /// The widths of the hidden layers; none makes a linear model.
  public let hidden: [Int]
  /// Numbers that come out for a row.
  public let outputs: Int

  /// A shape within `TrainingLimits`.
  public init(inputs: Int, hidden: [Int], outputs: Int) throws(TrainingError) {
    try TrainingLimits.check(.inputs, inputs, in: TrainingLimits.ends)
    try TrainingLimits.check(.outputs, outputs, in: TrainingLimits.ends)
    try TrainingLimits.check(.hiddenLayers, hidden.count, in: TrainingLimits.hiddenLayers)
    for width in hidden {
      try TrainingLimits.check(.hiddenWidth, width, in: TrainingLimits.hiddenWidth)
    }
    (self.inputs, self.hidden, self.outputs) = (inputs, hidden, outputs)
    guard parameters <= TrainingLimits.parameters else {
      throw .networkTooLarge(parameters: parameters, limit: TrainingLimits.parameters)
    }
  }

  /// The widths from one side of each layer to the other: `(20, 25), (25, 1)`.
  public var layers: [(inputs: Int, outputs: Int)] {
    let widths = [inputs] + hidden + [outputs]
    return zip(widths, widths.dropFirst()).map { (inputs: $0, outputs: $1) }
  }

  /// How many numbers the weights and biases are.
  public var parameters: Int {
    layers.reduce(0) { $0 + ($1.inputs + 1) * $1.outputs }
  }
}
