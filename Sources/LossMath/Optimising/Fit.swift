/// A maximum likelihood estimate: the path to it, the closed form beside it, and how sure it is.
public struct Fit: Sendable {
  /// One step on the path.
  public struct Step: Equatable, Sendable {
    /// In the order of `Distribution.parameters`.
    public let parameters: [Tensor]
    /// The sum over the data, in nats.
    public let logLikelihood: Double
    /// The length of the gradient of the mean log-likelihood in the unconstrained parameters (log sigma,
    /// logit p, …); for `laplace` in `mu` and log b.
    public let gradientNorm: Double
    /// How much was taken of the step that led here: 1 a full step, less where it was damped, 0 at the start.
    public let fraction: Double
  }

  /// Where the standard errors come from.
  public enum Information: String, Equatable, Sendable {
    /// The Hessian of the log-likelihood at the estimate.
    case observed
    /// Its expectation: the log-likelihood of `laplace` has no second derivative in `mu`.
    case expected
  }

  /// The family that was fitted.
  public let distribution: Distribution
  /// The number of values in the data.
  public let count: Int
  /// From the start to the estimate.
  public let path: [Step]
  /// How the search ended.
  public let outcome: FitOutcome
  /// What the search found, in the order of `Distribution.parameters`; given parameters as they were given.
  public let estimate: [Tensor]
  /// The same by the formula `Distribution.estimate`.
  public let closedForm: [Tensor]
  /// Of the data under ``estimate``: the sum, in nats.
  public let logLikelihood: Double
  /// Of the data under ``closedForm``: the sum, in nats.
  public let closedFormLogLikelihood: Double
  /// For each parameter the standard deviation that its estimate has over repeated samples, of its shape;
  /// nothing for a given parameter, or where the estimate is at the edge of its range.
  public let standardErrors: [Tensor?]
  /// What ``standardErrors`` were computed from.
  public let information: Information
  /// Parameters with an estimate at the edge of their range, such as p = 0 where 1 was never seen.
  public let atEdge: [String]
}

extension Fit {
  /// The most classes of a categorical distribution: the search has a Hessian of that many rows.
  public static let classLimit = 100

  /// The parameters that make `data` most likely.
  /// - Parameters:
  ///   - distribution: the family.
  ///   - data: at least one value, of any shape; whole numbers for the discrete families.
  ///   - given: parameters that are known, by name; `n` of `binomial` must be.
  ///   - classes: the number of classes of `categorical`; without it, one more than the largest index.
  ///   - start: where the search starts, by name; without it, at a rough guess from the data's range.
  ///   - isCancelled: asked before every step.
  public static func run(
    _ distribution: Distribution, to data: Tensor, given: [String: Tensor] = [:], classes: Int? = nil,
    start: [String: Tensor] = [:], isCancelled: () -> Bool = { false }
  ) throws(FitError) -> Fit {
    let problem = try FitProblem(distribution, data, given: given, classes: classes, start: start)
    return try withoutActuallyEscaping(isCancelled) { (isCancelled) throws(FitError) in
      do throws(MathError) {
        return try distribution.name == LaplaceDistribution.entry.name
          ? problem.bisected(isCancelled) : problem.solved(isCancelled)
      } catch { throw .math(error) }
    }
  }
}
