/// How a descent goes.
public struct MinimiserOptions: Equatable, Sendable {
  /// The factor of the gradient in each step, above 0.
  public let learningRate: Double
  /// The part of the previous step that is added to each, from 0 to below 1.
  public let momentum: Double
  /// The most steps, from 1 through `stepLimit`.
  public let steps: Int
  /// The length of the gradient at which the descent has arrived, 0 or above.
  public let tolerance: Double

  /// Smaller in tests, which would wait long for the real one.
  var pathLimit = Minimiser.pathLimit

  /// The most steps that may be asked for.
  public static let stepLimit = 1_000_000

  /// - Throws: `MinimiserError` for a value out of its range.
  public init(
    learningRate: Double = 0.1, momentum: Double = 0, steps: Int = 1000, tolerance: Double = 1e-8
  ) throws(MinimiserError) {
    guard learningRate > 0, learningRate.isFinite else { throw .learningRate(found: learningRate) }
    guard momentum >= 0, momentum < 1 else { throw .momentum(found: momentum) }
    guard (1...Self.stepLimit).contains(steps) else { throw .steps(found: steps, limit: Self.stepLimit) }
    guard tolerance >= 0, tolerance.isFinite else { throw .tolerance(found: tolerance) }
    (self.learningRate, self.momentum, self.steps, self.tolerance) = (
      learningRate, momentum, steps, tolerance
    )
  }
}

/// An option of a descent that is out of its range.
public enum MinimiserError: Error, Equatable, Sendable {
  case learningRate(found: Double)
  case momentum(found: Double)
  case steps(found: Int, limit: Int)
  case tolerance(found: Double)
}
