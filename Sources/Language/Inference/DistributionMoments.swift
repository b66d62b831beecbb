import LossMath

/// Where a distribution lies and how wide it is.
struct DistributionMoments {
  let mean: Tensor
  let variance: Tensor

  /// Nothing for a distribution over classes, whose indices are only names.
  init?(_ distribution: DistributionValue) {
    guard let a = distribution.parameters.first?.detached else { return nil }
    let b = distribution.parameters.count > 1 ? distribution.parameters[1].detached : Traced(0)
    guard let found = try? Self.moments(distribution.family.name, a, b) else { return nil }
    (mean, variance) = (found.mean.value, found.variance.value)
  }

  private static func moments(
    _ family: String, _ a: Traced, _ b: Traced
  ) throws(MathError) -> (mean: Traced, variance: Traced)? {
    switch family {
    case "normal": (a, try b * b)
    case "laplace": (a, try Traced(2) * b * b)
    case "bernoulli": (a, try a * (Traced(1) - a))
    case "binomial": (try a * b, try a * b * (Traced(1) - b))
    case "poisson": (a, a)
    case "exponential": (try Traced(1) / a, try Traced(1) / (a * a))
    default: nil
    }
  }
}
