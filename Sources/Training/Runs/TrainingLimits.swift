/// What a training run may ask for. The limits keep every size far from a trap and from the end of memory.
public enum TrainingLimits {
  /// Passes over the training rows.
  public static let epochs = 1...1_000_000
  /// Rows in a step.
  public static let batchSize = 1...1_000_000
  /// Epochs without a better test loss.
  public static let patience = 1...1_000_000
  /// Hidden layers; none makes a linear model.
  public static let hiddenLayers = 0...16
  /// Units in a hidden layer.
  public static let hiddenWidth = 1...4_096
  /// Numbers that go into a network, and that come out.
  public static let ends = 1...1_000
  /// Weights and biases (120 MB with gradient and an optimizer's state).
  public static let parameters = 3_000_000
  /// Numbers in the layers' working memory for one batch.
  public static let workingNumbers = 10_000_000
  /// Outputs of all rows together, and numbers of their labels (80 MB each).
  public static let outputNumbers = 10_000_000

  static func check(
    _ option: TrainingOption, _ found: Int, in allowed: ClosedRange<Int>
  ) throws(TrainingError) {
    guard allowed.contains(found) else { throw .count(option, found: found, allowed: allowed) }
  }

  /// Whether the layers' values and gradients for a batch of so many rows fit into memory.
  static func checkMemory(_ shape: NetworkShape, batchRows: Int) throws(TrainingError) {
    let numbers = (shape.hidden.reduce(0, +) + shape.outputs) * batchRows
    guard numbers <= workingNumbers else { throw .batchTooLarge(numbers: numbers, limit: workingNumbers) }
  }

  /// Whether so many outputs for each row, and labels beside them, fit into memory.
  static func checkOutputs(_ outputs: Int, rows: Int) throws(TrainingError) {
    guard outputs * rows <= outputNumbers else {
      throw .tooManyOutputs(rows: rows, outputs: outputs, limit: outputNumbers)
    }
  }
}
