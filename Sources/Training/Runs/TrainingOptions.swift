/// How a network is built and trained.
public struct TrainingOptions: Sendable, Equatable {
  /// Passes over the training rows: 1 to 1 000 000.
  public var epochs: Int
  /// The step size: above 0.
  public var learningRate: Double
  /// How a step follows from the gradient.
  public var optimizer: Optimizer
  /// Rows in a step: 1 to 1 000 000; the last step of an epoch takes what is left.
  public var batchSize: Int
  /// The widths of the hidden layers, each 1 to 4 096; none makes a linear model.
  public var hidden: [Int]
  /// What the hidden layers' units do with their sums.
  public var activation: HiddenActivation
  /// How the hidden layers' initial weights are drawn.
  public var initializer: Initializer
  /// Where initial weights and shuffles come from.
  public var seed: UInt32
  /// Whether the training rows are put in a new order before every epoch.
  public var shuffle: Bool
  /// Ends the run when the test loss has not improved for so many epochs, and keeps the weights of the best epoch:
  /// 1 to 1 000 000; without it all epochs are done and the last weights kept.
  public var patience: Int?

  /// The tutorial's settings, but for `epochs` and `hidden`, which differ from demo to demo.
  public init(
    epochs: Int = 100, learningRate: Double = 0.01, optimizer: Optimizer = .sgd(momentum: 0.9),
    batchSize: Int = 32, hidden: [Int] = [50], activation: HiddenActivation = .relu,
    initializer: Initializer = .heUniform, seed: UInt32 = 1, shuffle: Bool = true, patience: Int? = nil
  ) {
    self.epochs = epochs
    self.learningRate = learningRate
    self.optimizer = optimizer
    self.batchSize = batchSize
    self.hidden = hidden
    self.activation = activation
    self.initializer = initializer
    self.seed = seed
    self.shuffle = shuffle
    self.patience = patience
  }

  /// The momentum of gradient descent; 0 for the other optimizers.
  public var momentum: Double { optimizer.momentum }

  /// Throws for the first option that is outside its range.
  public func validate() throws(TrainingError) {
    try TrainingLimits.check(.epochs, epochs, in: TrainingLimits.epochs)
    try TrainingLimits.check(.batchSize, batchSize, in: TrainingLimits.batchSize)
    guard learningRate > 0, learningRate.isFinite else { throw .learningRate(learningRate) }
    try optimizer.validate()
    if let patience { try TrainingLimits.check(.patience, patience, in: TrainingLimits.patience) }
  }
}
