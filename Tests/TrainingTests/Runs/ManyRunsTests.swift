import LossMath
import TestSupport
import Testing
import Training

@Suite struct ManyRunsTests {
  private func plans() throws -> [PlannedRun] {
    let circles = try Dataset.circles(rows: 60)
    let options = TrainingOptions(epochs: 4, hidden: [5], seed: 7)
    var fast = options
    fast.learningRate = 0.1
    return [
      PlannedRun(data: circles, objective: .bce, options: options),
      PlannedRun(data: circles, objective: .hinge, options: fast),
    ]
  }

  /// Each run alone, one after the other.
  private func alone(_ plans: [PlannedRun], seeds: Int) throws -> [[Run]] {
    try plans.map { plan in
      try (0..<seeds).map { seed in
        var options = plan.options
        options.seed += UInt32(seed)
        return try train(plan.data, plan.objective, options, weights: plan.weights)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 8, 1_000])
  func theSameBitsWhateverTheNumberOfThreads(_ threads: Int) throws {
    let plans = try plans()
    let runs = try train(plans, seeds: 5, threads: threads)
    #expect(runs.map { $0.map { $0?.run } } == (try alone(plans, seeds: 5)))
  }

  @Test func whatBelongsToTheCallersThreadStaysThere() throws {
    var plans = try plans()
    // A loop that this thread alone may enter: the count is no atomic one.
    let count = Unguarded()
    let hinge = plans[1].objective
    let twin = Objective(
      name: "hinge",
      kernel: LossKernel { yTrue, yPred, columns, gradient in
        count.value += 1
        return hinge.kernel.sum(yTrue, yPred, columns, gradient)
      }, activation: hinge.activation, labels: hinge.labels, metric: hinge.metric,
      lossOptions: hinge.lossOptions)
    plans[1].objective = twin
    plans[1].failure = .never
    let runs = try train(plans, seeds: 3, threads: 4)
    #expect(runs.map { $0.map { $0?.run } } == (try alone(plans, seeds: 3)))
    #expect(count.value > 0)
  }

  @Test func aLossThatFailsStopsEverything() throws {
    var plans = try plans()
    for place in plans.indices { plans[place].options.epochs = 1_000_000 }
    plans[0].failure = CancelToken { true }
    let runs = try train(plans, seeds: 3, threads: 2)
    #expect(!runs.joined().contains { $0?.run.outcome == .finished })
  }

  @Test func aCancellationKeepsWhatThereIs() throws {
    var plans = try plans()
    plans[0].options.epochs = 1_000_000
    let polls = Counter()
    let cancel = CancelToken { polls.next() > 200 }
    let runs = try train([plans[1], plans[0]], seeds: 10, threads: 1, cancel: cancel)
    #expect(runs[0][0]?.run.outcome == .finished)
    #expect(runs[1].contains { $0 == nil })
    #expect(!runs[1].contains { $0?.run.outcome == .finished })
  }

  @Test func progressEndsWithEverything() throws {
    let plans = try plans()
    var last = ManyRunsProgress(done: 0, runs: 0, share: 0)
    _ = try train(plans, seeds: 4, threads: 2) { progress in
      #expect(progress.runs == 8 && progress.done >= last.done && progress.share >= last.share)
      last = progress
    }
    #expect(last == ManyRunsProgress(done: 8, runs: 8, share: 1))
  }

  @Test func theAbsoluteErrorIsThatOfTheTestRows() throws {
    let data = try Dataset.regression(rows: 40).standardised()
    let mae = Objective(
      name: "mae", kernel: try #require(Loss.named("mae")).kernel(LossOptions()), activation: .linear,
      labels: .real, metric: .mse)
    let plan = PlannedRun(data: data, objective: mae, options: TrainingOptions(epochs: 3, hidden: [4]))
    let run = try #require(try train([plan], seeds: 1)[0][0])
    let error = try #require(run.testAbsoluteError)
    #expect(abs(error - (run.run.testLoss.last ?? .nan)) < 1e-12)
    #expect(try train(plans(), seeds: 1)[0][0]?.testAbsoluteError == nil)
  }

  @Test func whatCannotBeTrainedIsRefusedBeforeAnythingIs() throws {
    let good = try plans()
    func refusal(_ seeds: Int, _ change: (inout PlannedRun) -> Void) -> ManyRunsError? {
      var plans = good
      change(&plans[1])
      do throws(ManyRunsError) { _ = try train(plans, seeds: seeds, threads: 2) } catch { return error }
      return nil
    }
    #expect(refusal(0) { _ in } == .seeds(found: 0, allowed: 1...10_000))
    #expect(refusal(10_001) { _ in } == .seeds(found: 10_001, allowed: 1...10_000))
    #expect(refusal(2) { $0.options.seed = .max } == .seedTooLarge(first: .max))
    #expect(refusal(2) { $0.options.learningRate = -1 } == .training(.learningRate(-1), plan: 1))
    let epochs = 1_000_000
    #expect(
      refusal(20) { $0.options.epochs = epochs }
        == .tooLarge(numbers: 20 * (2 * 21 + 4 * (epochs + 4)), limit: ManyRunsLimits.numbers))
    let many = [PlannedRun](repeating: good[0], count: 11)
    #expect(throws: ManyRunsError.tooManyRuns(found: 110_000, limit: 100_000)) {
      try train(many, seeds: 10_000)
    }
  }
}

/// A number without protection, for what must stay on one thread.
private final class Unguarded: @unchecked Sendable {
  var value = 0
}
