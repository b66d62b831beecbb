import Training

extension TrainingPlan {
  /// The options that every `train` line may carry, with their defaults.
  static let summaries: [(name: String, summary: String)] =
    [
      ("loss", "the loss to minimise: a name of the catalogue, or a function of yours"),
      ("epochs", "passes over the training rows; 100, or 200 for circles and moons"),
      ("lr", "the learning rate; 0.01, or 0.001 with rmsprop and adam"),
      ("optimizer", "momentum (the default), sgd, rmsprop or adam"),
      ("momentum", "the share of the last step that the next one keeps; 0.9, or 0 with optimizer=sgd"),
      ("nesterov", "on: momentum looks one step ahead; off is the default"),
      ("batch", "rows in a step; 32"),
      (
        "hidden",
        "the widths of the hidden layers: [50], or [25] on the built-in data sets of numbers; [] makes a linear model"
      ),
      ("activation", "of the hidden layers: relu (the default), tanh, sigmoid, leaky_relu, elu or linear"),
      (
        "init",
        "how the hidden layers' weights are drawn: he_uniform (the default), he_normal, glorot_uniform, glorot_normal, "
          + "lecun_uniform, lecun_normal; zeros is for all layers"
      ),
      ("seed", "where initial weights and shuffles come from; 1"),
      ("shuffle", "off: the rows keep their order in every epoch; on is the default"),
      ("patience", "stop when the test loss has not improved for so many epochs, and keep the best weights"),
      ("output", "the output layer: linear, sigmoid, tanh, softmax, log_softmax, exp or mean_variance"),
      (
        "labels", "the form of the labels: real, zero_one, plus_minus_one, one_hot, class_index or class_set"
      ),
      ("weights", "a JSON file with initial weights W1, b1, W2, b2; the hidden widths are the file's"),
      ("epsilon", "1e-7 clips probabilities as Keras does; without it the exact form is used"),
    ] + TrainingLossOptions.all.filter { $0 != .epsilon }.map { ($0.rawValue, "of the loss: " + $0.summary) }

  /// The words that may follow an option, for completion.
  static let choices: [String: [String]] = [
    "optimizer": OptimizerName.allCases.map(\.rawValue), "init": Initializer.allCases.map(\.rawValue),
    "activation": HiddenActivation.allCases.map(\.rawValue), "nesterov": ["on", "off"],
    "shuffle": ["on", "off"],
    "output": OutputActivation.allCases.map(\.rawValue), "labels": LabelEncoding.allCases.map(\.rawValue),
  ]
}

/// The optimizers by name: `momentum` is gradient descent with the tutorial's momentum, `sgd` without.
private enum OptimizerName: String, CaseIterable {
  case momentum, sgd, rmsprop, adam
}

extension TrainingOptions {
  /// What a `train` line says, and the tutorial's defaults in place of what it does not.
  init(_ o: OptionReader, _ source: DataSource?, _ weights: Weights?) throws(Diagnostic) {
    self.init(epochs: source?.epochs ?? 100, hidden: weights?.shape.hidden ?? source?.hidden ?? [50])
    epochs = try o.integer("epochs", TrainingLimits.epochs) ?? epochs
    optimizer = try Self.optimizer(o)
    learningRate = try o.number("lr") ?? optimizer.standardRate
    batchSize = try o.integer("batch", TrainingLimits.batchSize) ?? batchSize
    hidden = try o.integers("hidden") ?? hidden
    activation = try o.choice("activation", HiddenActivation.self) ?? activation
    initializer = try Self.initializer(o, hidden, weights)
    seed = try o.integer("seed", 0...Int(UInt32.max)).map { UInt32($0) } ?? UInt32(clamping: o.settings.seed)
    shuffle = try o.flag("shuffle") ?? shuffle
    patience = try o.integer("patience", TrainingLimits.patience)
  }

  private static func optimizer(_ o: OptionReader) throws(Diagnostic) -> Optimizer {
    let name = try o.choice("optimizer", OptimizerName.self) ?? .momentum
    if name == .rmsprop || name == .adam {
      for option in ["momentum", "nesterov"] where o.has(option) {
        throw o.bad(
          option, "`\(option)` is for gradient descent; \(name.rawValue) has its own way to smooth the steps",
          hint: "leave it out, or write optimizer=momentum")
      }
      return name == .adam ? .adam : .rmsprop
    }
    let momentum = try o.number("momentum") ?? (name == .momentum ? 0.9 : 0)
    return .sgd(momentum: momentum, nesterov: try o.flag("nesterov") ?? false)
  }

  private static func initializer(
    _ o: OptionReader, _ hidden: [Int], _ weights: Weights?
  ) throws(Diagnostic) -> Initializer {
    guard let initializer = try o.choice("init", Initializer.self) else { return .heUniform }
    if weights != nil {
      throw o.bad(
        "init", "the initial weights come from a file, and `init` has nothing to draw", hint: "leave it out")
    }
    if hidden.isEmpty, initializer != .zeros {
      throw o.bad(
        "init", "`init` is for hidden layers, and hidden=[] has none",
        hint: "leave it out, or write init=zeros, which is for the output layer too")
    }
    return initializer
  }
}
