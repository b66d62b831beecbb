import LossMath
import Synchronization
import Testing
import Training

@Suite struct LossLandscapeTests {
  private let options = TrainingOptions(epochs: 5, hidden: [6], seed: 3)

  @Test func theMiddleIsWhereTheRunEnded() throws {
    let run = try train(.circles(rows: 60), .bce, options)
    let landscape = try #require(try run.landscape(size: 5))
    #expect(landscape.places == [-1, -0.5, 0, 0.5, 1] && landscape.losses.count == 25)
    #expect(landscape.losses[12] == run.trainLoss.last)
    #expect(Set(landscape.losses).count == 25)
  }

  @Test func theSeedChoosesThePlaneAndTheReachItsSize() throws {
    let run = try train(.circles(rows: 60), .bce, options)
    let one = try #require(try run.landscape(size: 3, seed: 1))
    #expect(try run.landscape(size: 3, seed: 1) == one)
    #expect(try run.landscape(size: 3, seed: 2) != one)
    let near = try #require(try run.landscape(size: 3, reach: 1e-6, seed: 1))
    #expect(near.losses.allSatisfy { abs($0 - near.losses[4]) < 1e-3 })
  }

  /// A unit's step is as long as its weights: with one unit and one direction at −1, the weights could vanish at most.
  @Test func stepsAreAsLongAsTheWeightsOfEachUnit() throws {
    let data = try Dataset.circles(rows: 40)
    let shape = try NetworkShape(inputs: 2, hidden: [], outputs: 1)
    let still = TrainingOptions(epochs: 1, learningRate: 1e-12, hidden: [], seed: 3)
    let run = try train(data, .bce, still, weights: Weights(shape: shape, seed: 5))
    let tenfold = try #require(try run.landscape(size: 3, reach: 10))
    // |z| ≤ |w| · |x| · (1 + 2 · 10), and bce from logits grows no faster than |z|.
    let weight = run.network.weights.layers[0].weights.map { $0 * $0 }.reduce(0, +).squareRoot()
    #expect(tenfold.losses.allSatisfy { $0 < weight * 2 * 21 + 1 })
  }

  @Test func sizesAreHeld() throws {
    let run = try train(.circles(rows: 20), .bce, options)
    #expect(try run.landscape(size: -4)?.places.count == 3)
    #expect(try run.landscape(size: 4)?.places.count == 4)
  }

  @Test func itStopsWhenItIsTold() throws {
    let run = try train(.circles(rows: 20), .bce, options)
    let polls = Mutex(0)
    let token = CancelToken {
      polls.withLock { count in
        count += 1
        return count > 5
      }
    }
    #expect(try run.landscape(size: 9, cancel: token) == nil)
  }
}
