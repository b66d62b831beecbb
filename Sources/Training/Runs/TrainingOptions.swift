/// How a network is built and trained.
public struct TrainingOptions: Sendable, Equatable {
  /// Passes over the training rows: 1 to 1 000 000.
  public var epochs: Int
  /// The step size: above 0.
  public var learningRate: Double
  /// The share of the last step that the next one keeps: from 0 to below 1.
  public var momentum: Double
  /// Rows in a step: 1 to 1 000 000; the last step of an epoch takes what is left.
  public var batchSize: Int
  /// The widths of the hidden layers, each 1 to 4 096; none makes a linear model.
  public var hidden: [Int]
  /// What the hidden layers' units do with their sums.
  public var activation: HiddenActivation
  /// Where initial weights and shuffles come from.
  public var seed: UInt32
  /// Whether the training rows are put in a new order before every epoch.
  public var shuffle: Bool

  /// The tutorial's settings, but for `epochs` and `hidden`, which differ from demo to demo.
  public init(
    epochs: Int = 100, learningRate: Double = 0.01, momentum: Double = 0.9, batchSize: Int = 32,
    hidden: [Int] = [50], activation: HiddenActivation = .relu, seed: UInt32 = 1, shuffle: Bool = true
  ) {
    self.epochs = epochs
    self.learningRate = learningRate
    self.momentum = momentum
    self.batchSize = batchSize
    self.hidden = hidden
    self.activation = activation
    self.seed = seed
    self.shuffle = shuffle
  }

  /// Throws for the first option that is outside its range.
  public func validate() throws(TrainingError) {
    try TrainingLimits.check(.epochs, epochs, in: TrainingLimits.epochs)
    try TrainingLimits.check(.batchSize, batchSize, in: TrainingLimits.batchSize)
    guard learningRate > 0, learningRate.isFinite else { throw .learningRate(learningRate) }
    guard momentum >= 0, momentum < 1 else { throw .momentum(momentum) }
  }
}
