/// Loss and metric over the whole of both halves at one moment.
public struct EpochReport: Sendable, Equatable {
  /// Epochs done: 0 before training.
  public var epoch: Int
  /// The mean loss of a row.
  public var trainLoss: Double
  /// The same over the test rows.
  public var testLoss: Double
  /// What the objective measures beside the loss, over the training rows.
  public var trainMetric: Double
  /// The same over the test rows.
  public var testMetric: Double
}

/// How a run ended.
public enum RunOutcome: Sendable, Equatable {
  case finished
  /// The test loss had not improved for `patience` epochs.
  case stoppedEarly
  /// It was cancelled; the run has all there was after this epoch, which is 0 if none was done.
  case cancelled(afterEpoch: Int)
  /// In this epoch the training loss or a weight stopped being a finite number; 0 means before training. The run's
  /// values end with the epoch before.
  case diverged(epoch: Int)
}

/// A training run that has ended, with one value an epoch.
public struct Run: Sendable, Equatable {
  /// What it was trained and tested on.
  public let data: Dataset
  /// The loss, and what was measured beside it.
  public let objective: Objective
  /// What was asked for.
  public let options: TrainingOptions
  /// Whether its initial weights were handed over, and not drawn from the seed.
  public let startedFromGivenWeights: Bool
  /// Loss and metric before the first step; not numbers if the run was cancelled before they were known.
  public internal(set) var initial = EpochReport(
    epoch: 0, trainLoss: .nan, testLoss: .nan, trainMetric: .nan, testMetric: .nan)
  /// The mean loss of a row over the whole training half after each epoch.
  public internal(set) var trainLoss: [Double] = []
  /// The same over the test half.
  public internal(set) var testLoss: [Double] = []
  /// The metric over the whole training half after each epoch.
  public internal(set) var trainMetric: [Double] = []
  /// The same over the test half.
  public internal(set) var testMetric: [Double] = []
  /// The weights after epoch `keptEpoch`.
  public internal(set) var network: Network
  /// The epoch whose weights the run keeps: the last one done, or with `patience` the best; 0 for the initial weights.
  public internal(set) var keptEpoch = 0
  /// How it ended.
  public internal(set) var outcome = RunOutcome.finished

  /// What ``trainMetric`` and ``testMetric`` hold.
  public var metric: Metric { objective.metric }

  /// Epochs done.
  public var epochs: Int { trainLoss.count }

  /// What a series has for the epoch whose weights are kept; nothing where those are the initial ones.
  public func kept(_ series: KeyPath<Run, [Double]>) -> Double? {
    let values = self[keyPath: series]
    return values.indices.contains(keptEpoch - 1) ? values[keptEpoch - 1] : nil
  }

  /// The epoch of the lowest test loss, the first of several; 0 where there is none.
  public var bestEpoch: Int {
    var best = (epoch: 0, loss: Double.infinity)
    for (index, loss) in testLoss.enumerated() where loss < best.loss { best = (index + 1, loss) }
    return best.epoch
  }

  mutating func append(_ report: EpochReport) {
    trainLoss.append(report.trainLoss)
    testLoss.append(report.testLoss)
    trainMetric.append(report.trainMetric)
    testMetric.append(report.testMetric)
  }

  mutating func reserve(_ epochs: Int) {
    trainLoss.reserveCapacity(epochs)
    testLoss.reserveCapacity(epochs)
    trainMetric.reserveCapacity(epochs)
    testMetric.reserveCapacity(epochs)
  }
}
