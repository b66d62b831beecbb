/// Trains a network on the training rows of a data set in mini-batches.
///
/// Each step gives the mean gradient of a batch to the optimizer. Loss and metric are computed over all training rows
/// and over all test rows before the first step and after every epoch.
///
/// The same arguments give the same bits on one machine, always, and on every machine too: nothing but IEEE operations
/// in a fixed order goes into a network and its losses. Powers are the exception, which only a focal loss with a gamma
/// other than 1 and 2 takes: they are the C library's.
///
/// - Parameters:
///   - dataset: What to train and test on.
///   - objective: The loss, and what is measured beside it.
///   - options: How the network is built, and how it is trained.
///   - weights: Initial weights; without them they are drawn from `options.seed`.
///   - cancel: Asked before every step, and all through an evaluation.
///   - progress: Called after every epoch, on the caller's thread.
public func train(
  _ dataset: Dataset, _ objective: Objective, _ options: TrainingOptions = TrainingOptions(),
  weights: Weights? = nil, cancel: CancelToken = .never, progress: (EpochReport) -> Void = { _ in }
) throws(TrainingError) -> Run {
  let setup = try TrainingSetup(dataset, objective, options, weights)
  let trainer = Trainer(
    dataset, setup.labels, objective, options,
    weights ?? Weights(shape: setup.shape, seed: options.seed, initializer: options.initializer))
  return TrainingLoop(dataset, setup.labels, objective, trainer).run(
    options, isGiven: weights != nil, cancel, progress)
}

/// What a run starts from, checked.
struct TrainingSetup {
  let labels: Labels
  let shape: NetworkShape

  init(
    _ dataset: Dataset, _ objective: Objective, _ options: TrainingOptions, _ weights: Weights?
  ) throws(TrainingError) {
    try options.validate()
    labels = try Labels(dataset, for: objective)
    shape = try NetworkShape(inputs: dataset.columns, hidden: options.hidden, outputs: labels.outputs)
    try TrainingLimits.checkMemory(shape, batchRows: min(options.batchSize, dataset.trainRows.count))
    if let weights, weights.shape != shape {
      throw .weightsDoNotFit(found: weights.shape, expected: shape)
    }
  }
}

/// The epochs of a run: steps, evaluation, and the ways to end.
private struct TrainingLoop {
  let trainer: Trainer
  let trainHalf: Half
  let testHalf: Half
  let dataset: Dataset
  let objective: Objective

  init(_ dataset: Dataset, _ labels: Labels, _ objective: Objective, _ trainer: Trainer) {
    let pass = NetworkPass(
      shape: trainer.parameters.shape, activation: trainer.options.activation, capacity: Network.blockRows)
    trainHalf = Half(dataset, dataset.trainRows, labels, objective, pass)
    testHalf = Half(dataset, dataset.testRows, labels, objective, pass)
    (self.trainer, self.dataset, self.objective) = (trainer, dataset, objective)
  }

  func run(
    _ options: TrainingOptions, isGiven: Bool, _ cancel: CancelToken, _ progress: (EpochReport) -> Void
  ) -> Run {
    let kept = Parameters(trainer.parameters.weights)
    var run = Run(
      data: dataset, objective: objective, options: options, startedFromGivenWeights: isGiven,
      network: network(kept))
    run.outcome = epochs(&run, keeping: kept, cancel, progress)
    run.network = network(kept)
    return run
  }

  private func epochs(
    _ run: inout Run, keeping kept: Parameters, _ cancel: CancelToken, _ progress: (EpochReport) -> Void
  ) -> RunOutcome {
    guard let initial = report(epoch: 0, cancel) else { return .cancelled(afterEpoch: 0) }
    run.initial = initial
    guard isFinite(initial) else { return .diverged(epoch: 0) }
    run.reserve(run.options.epochs)
    var lowest = Double.infinity
    for epoch in 1...run.options.epochs {
      guard steps(cancel), let report = report(epoch: epoch, cancel) else {
        return .cancelled(afterEpoch: epoch - 1)
      }
      guard isFinite(report) else { return .diverged(epoch: epoch) }
      run.append(report)
      let isBest = report.testLoss < lowest
      if isBest { lowest = report.testLoss }
      if isBest || run.options.patience == nil || run.keptEpoch == 0 {
        kept.copy(trainer.parameters)
        run.keptEpoch = epoch
      }
      progress(report)
      if let patience = run.options.patience, epoch - run.keptEpoch >= patience { return .stoppedEarly }
    }
    return .finished
  }

  /// One epoch's steps; false if it was cancelled among them.
  private func steps(_ cancel: CancelToken) -> Bool {
    trainer.beginEpoch()
    for index in 0..<trainer.steps {
      if cancel.isCancelled { return false }
      trainer.step(index)
    }
    return true
  }

  /// Loss and metric over both halves; nothing if it was cancelled.
  private func report(epoch: Int, _ cancel: CancelToken) -> EpochReport? {
    guard let train = trainHalf.evaluate(trainer.parameters, cancel),
      let test = testHalf.evaluate(trainer.parameters, cancel)
    else { return nil }
    return EpochReport(
      epoch: epoch, trainLoss: train.loss, testLoss: test.loss, trainMetric: train.metric,
      testMetric: test.metric)
  }

  private func network(_ parameters: Parameters) -> Network {
    Network(
      weights: parameters.weights, hiddenActivation: trainer.options.activation,
      outputActivation: objective.activation)
  }

  private func isFinite(_ report: EpochReport) -> Bool {
    report.trainLoss.isFinite && trainer.parameters.areFinite
  }
}
