/// A descent: the path, how it ended, and what the curvature says about the size of its steps.
public struct Minimisation: Equatable, Sendable {
  /// One place on the path.
  public struct Step: Equatable, Sendable {
    /// One tensor for each variable, of its shape.
    public let position: [Tensor]
    /// The function there.
    public let value: Double
    /// The Euclidean length of the gradient.
    public let gradientNorm: Double
  }

  /// How a descent ended.
  public enum Outcome: Equatable, Sendable {
    /// The gradient became as short as the tolerance asks.
    case converged
    case ranOutOfSteps
    /// The steps grew instead of shrinking; `step` is the first from which on the value only rose.
    case diverged(step: Int, Divergence)
    /// The function has no minimum: the value fell without bound.
    case fellWithoutBound(step: Int)
    case cancelled
    /// The path would hold more numbers than `Minimiser.pathLimit`.
    case pathTooLong(limit: Int)
  }

  /// What showed that the steps grew.
  public enum Divergence: String, Equatable, Sendable {
    /// Value, gradient or position is no longer a finite number.
    case notFinite
    /// The value rose far above where it began.
    case rose
    /// All steps were taken, and both value and gradient are larger than where they began.
    case stillRising
  }

  /// What it was asked for.
  public let options: MinimiserOptions
  /// The start, and the place after each step. Never empty.
  public let path: [Step]
  /// How it ended.
  public let outcome: Outcome
  /// How the learning rate compares with the curvature on the path.
  public let stepSize: StepSize

  /// The place with the smallest value on the path.
  public var best: Step? { path.filter { !$0.value.isNaN }.min { $0.value < $1.value } ?? path.first }
  /// Where the descent ended.
  public var end: Step? { path.last }
}
