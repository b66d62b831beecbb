import LossMath
import TestSupport
import Testing
import Training

/// Early stopping as Keras's EarlyStopping(monitor="val_loss", restore_best_weights=True) does it.
@Suite struct PatienceTests {
  private func options(_ patience: Int?, epochs: Int = 120) -> TrainingOptions {
    TrainingOptions(epochs: epochs, learningRate: 0.1, hidden: [20], seed: 2, patience: patience)
  }

  /// Keras's rule: where a run with these test losses stops, and which epoch is the best until then.
  private func rule(_ losses: [Double], _ patience: Int) -> (stop: Int?, best: Int) {
    var (best, bestEpoch, wait) = (Double.infinity, 0, 0)
    for (index, loss) in losses.enumerated() {
      wait += 1
      if loss < best {
        (best, bestEpoch, wait) = (loss, index + 1, 0)
      } else if wait >= patience {
        return (index + 1, bestEpoch)
      }
    }
    return (nil, bestEpoch)
  }

  @Test(arguments: [1, 2, 5, 20, 1000])
  func stopsWhereKerasWould(_ patience: Int) throws {
    let circles = try Dataset.circles(rows: 80)
    let whole = try train(circles, .bce, options(nil))
    let run = try train(circles, .bce, options(patience))
    let (stop, best) = rule(whole.testLoss, patience)
    #expect(run.outcome == (stop == nil ? .finished : .stoppedEarly))
    #expect(run.epochs == stop ?? 120)
    #expect(run.keptEpoch == best && run.bestEpoch == best)
    #expect(run.testLoss == Array(whole.testLoss.prefix(run.epochs)))
    #expect(run.network == (try train(circles, .bce, options(nil, epochs: best)).network))
    #expect(run.kept(\.testLoss) == run.testLoss.min())
  }

  @Test func withoutPatienceTheLastWeightsAreKept() throws {
    let run = try train(.circles(rows: 80), .bce, options(nil))
    #expect(run.keptEpoch == 120 && run.bestEpoch < 120 && run.kept(\.testLoss) == run.testLoss.last)
  }

  @Test func cancelledAndDivergedRunsKeepTheBest() throws {
    let polls = Counter()
    let cancel = CancelToken { polls.next() > 300 }
    let cancelled = try train(.circles(rows: 80), .bce, options(1000), cancel: cancel)
    #expect(cancelled.outcome == .cancelled(afterEpoch: cancelled.epochs))
    #expect(cancelled.keptEpoch == cancelled.bestEpoch && cancelled.keptEpoch < cancelled.epochs)

    var wild = options(1000)
    wild.learningRate = 0.9
    let diverged = try train(.regression(rows: 80).standardised(), .mse, wild)
    guard case .diverged = diverged.outcome else {
      Issue.record("ended as \(diverged.outcome)")
      return
    }
    #expect(diverged.keptEpoch == diverged.bestEpoch)
  }

  @Test func aTestLossThatIsNoNumberIsNeverBest() throws {
    let circles = try Dataset.circles(rows: 21)
    let (testRows, trainRows) = (circles.testRows.count, circles.trainRows.count)
    try #require(testRows != trainRows)
    var objective = Objective.bce
    let kernel = objective.kernel
    objective.kernel = LossKernel { y, p, columns, gradient in
      gradient == nil && y.count == testRows ? .nan : kernel.sum(y, p, columns, gradient)
    }
    let run = try train(circles, objective, options(3))
    #expect(run.outcome == .stoppedEarly && run.epochs == 4 && run.keptEpoch == 1 && run.bestEpoch == 0)
  }
}
