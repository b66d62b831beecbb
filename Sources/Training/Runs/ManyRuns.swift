/// A run that is to be trained with others, with one seed after another.
public struct PlannedRun: Sendable {
  /// What to train and test on.
  public var data: Dataset
  /// The loss, and what is measured beside it.
  public var objective: Objective
  /// The seed in them is the first.
  public var options: TrainingOptions
  /// Initial weights; with them a seed decides the shuffles alone.
  public var weights: Weights?
  /// Given where the objective's kernel may be used by the caller's thread only: whether it has failed, after which
  /// nothing more is trained.
  public var failure: CancelToken?

  /// Nothing is checked here; ``train(_:seeds:threads:cancel:progress:)`` throws for what cannot be trained.
  public init(
    data: Dataset, objective: Objective, options: TrainingOptions, weights: Weights? = nil,
    failure: CancelToken? = nil
  ) {
    self.data = data
    self.objective = objective
    self.options = options
    self.weights = weights
    self.failure = failure
  }
}

/// One of many runs.
public struct ManyRun: Sendable, Equatable {
  /// The run as it would be alone.
  public let run: Run
  /// The mean absolute difference between output and target over the test rows after the last epoch, for a target that
  /// is a number: a measure that losses for such targets share.
  public let testAbsoluteError: Double?

  init(_ run: Run) {
    self.run = run
    testAbsoluteError = run.data.kind == .regression ? Self.absoluteError(run) : nil
  }

  private static func absoluteError(_ run: Run) -> Double {
    let outputs = run.network.outputs(for: run.data.features(of: .test))
    let targets = run.data.targets(of: .test)
    // Beside a mean may stand a variance.
    let step = outputs.count / targets.count
    let sum = targets.indices.reduce(0) { $0 + abs(outputs[$1 * step] - targets[$1]) }
    return sum / Double(targets.count)
  }
}

/// How far many runs are.
public struct ManyRunsProgress: Sendable, Equatable {
  /// Runs that have ended.
  public var done: Int
  /// Runs that were asked for.
  public var runs: Int
  /// The share of all epochs that have been trained, from 0 to 1.
  public var share: Double

  /// `share` is from 0 to 1.
  public init(done: Int, runs: Int, share: Double) {
    (self.done, self.runs, self.share) = (done, runs, share)
  }
}

/// Trains every plan with every seed, on as many threads as are given.
///
/// Each run is the same bits as ``train(_:_:_:weights:cancel:progress:)`` alone gives, whatever the number of threads.
/// The seeds take turns, so that after a cancellation every plan has about as many runs.
///
/// - Parameters:
///   - plans: What to train.
///   - seeds: How many seeds, from the one in a plan's options upwards.
///   - threads: How many threads may work; fewer than 1 count as 1.
///   - cancel: Asked before every step.
///   - progress: Called on the caller's thread from time to time.
/// - Returns: for each plan its runs in the order of the seeds; nothing where one was cancelled before it began.
public func train(
  _ plans: [PlannedRun], seeds: Int, threads: Int = Threads.available, cancel: CancelToken = .never,
  progress: (ManyRunsProgress) -> Void = { _ in }
) throws(ManyRunsError) -> [[ManyRun?]] {
  try ManyRunsLimits.check(plans, seeds: seeds)
  let pool = RunPool(plans, seeds: seeds, cancel)
  let isFree = plans.contains { $0.failure == nil }
  Threads.run(
    isFree ? min(max(threads, 1), plans.count * seeds) : 0, { pool.workOnFree() },
    meanwhile: { pool.workOnBound(progress) }, watch: { progress(pool.progress) })
  // Where no thread could be had, this one does it all.
  pool.workOnFree()
  progress(pool.progress)
  return try pool.finish()
}
