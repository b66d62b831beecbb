import Synchronization

/// The runs still to be trained, taken one by one by whoever is free, and those that have ended.
final class RunPool: Sendable {
  private struct Results {
    var runs: [[ManyRun?]]
    /// The error of the first run, by number, that has one.
    var error: (number: Int, error: ManyRunsError)?
  }

  private let plans: [PlannedRun]
  private let seeds: Int
  private let cancel: CancelToken
  private let epochs: Int
  private let next = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let epochsDone = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)
  private let results: Mutex<Results>

  init(_ plans: [PlannedRun], seeds: Int, _ cancel: CancelToken) {
    (self.plans, self.seeds, self.cancel) = (plans, seeds, cancel)
    epochs = plans.reduce(0) { $0 + $1.options.epochs } * seeds
    let row = [ManyRun?](repeating: nil, count: seeds)
    results = Mutex(Results(runs: plans.map { _ in row }))
  }

  var progress: ManyRunsProgress {
    let share = Double(epochsDone.load(ordering: .relaxed)) / Double(max(epochs, 1))
    return ManyRunsProgress(
      done: done.load(ordering: .relaxed), runs: plans.count * seeds, share: min(share, 1))
  }

  private var isCancelled: Bool { isStopped.load(ordering: .relaxed) || cancel.isCancelled }

  /// Trains what any thread may train, until nothing is left.
  func workOnFree() {
    while !isCancelled {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < plans.count * seeds else { return }
      if plans[number % plans.count].failure == nil { train(number) { _ in } }
    }
  }

  /// Trains what only the caller's thread may train.
  func workOnBound(_ report: (ManyRunsProgress) -> Void) {
    guard plans.contains(where: { $0.failure != nil }) else { return }
    for number in 0..<plans.count * seeds where !isCancelled {
      guard let failure = plans[number % plans.count].failure else { continue }
      train(number) { _ in report(progress) }
      if failure.isCancelled { isStopped.store(true, ordering: .relaxed) }
    }
  }

  private func train(_ number: Int, _ report: (EpochReport) -> Void) {
    let (seed, place) = number.quotientAndRemainder(dividingBy: plans.count)
    let plan = plans[place]
    var options = plan.options
    options.seed += UInt32(seed)
    let cancel = CancelToken { self.isCancelled || plan.failure?.isCancelled ?? false }
    do throws(TrainingError) {
      let run = try Training.train(
        plan.data, plan.objective, options, weights: plan.weights, cancel: cancel
      ) { epoch in
        epochsDone.add(1, ordering: .relaxed)
        report(epoch)
      }
      // What a run that ended early leaves out is not to come any more.
      epochsDone.add(options.epochs - run.epochs, ordering: .relaxed)
      let result = ManyRun(run)
      results.withLock { $0.runs[place][seed] = result }
    } catch {
      isStopped.store(true, ordering: .relaxed)
      results.withLock { results in
        guard number < results.error?.number ?? .max else { return }
        results.error = (number, .training(error, plan: place))
      }
    }
    done.add(1, ordering: .relaxed)
  }

  func finish() throws(ManyRunsError) -> [[ManyRun?]] {
    let (runs, error) = results.withLock { ($0.runs, $0.error) }
    if let error { throw error.error }
    return runs
  }
}
