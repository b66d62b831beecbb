import LossMath

/// What a sample may be.
public enum SamplingLimits {
  /// Draws in one sample (80 MB).
  public static let count = 0...10_000_000
  /// Rates of `poisson` and trials of `binomial`: up to here NumPy's whole numbers are exact doubles.
  public static let size = 1e15
}

/// Why a sample cannot be drawn.
public enum SamplingError: Error, Equatable, Sendable {
  case unknownDistribution(name: String)
  case count(found: Int, allowed: ClosedRange<Int>)
  case parameter(ParameterViolation)
  /// Samples are drawn with one number for each parameter, and one row of probabilities.
  case notOneNumber(parameter: String, shape: [Int])
  /// A rate or a number of trials past `SamplingLimits.size`.
  case tooLarge(parameter: String, value: Double, limit: Double)
  case cancelled
}

extension RandomState {
  /// Independent draws from a distribution, the same bits as NumPy's `RandomState` of the same seed and state.
  ///
  /// `normal(mu, sigma)`, `laplace(mu, b)`, `binomial(n, p)` and `poisson(rate)` are NumPy's methods of these
  /// names; `exponential(rate)` is `exponential(1 / rate)`, `bernoulli(p)` is `binomial(1, p)`, and
  /// `categorical(p)` is `choice(len(p), p=p)`.
  /// - Parameters:
  ///   - distribution: the family.
  ///   - parameters: in the order of `Distribution.parameters`; one number each, for `categorical` one row.
  ///   - count: within ``SamplingLimits``.
  ///   - cancel: asked all through.
  /// - Returns: a vector of `count` numbers.
  public mutating func sample(
    _ distribution: Distribution, _ parameters: [Tensor], count: Int, cancel: CancelToken = .never
  ) throws(SamplingError) -> Tensor {
    try Self.check(distribution, parameters, count)
    let a = parameters.first?.elements.first ?? .nan
    let b = parameters.count > 1 ? parameters[1].elements.first ?? .nan : .nan
    switch distribution.name {
    case "normal": return try draws(count, cancel) { $0.normal(mean: a, deviation: b) }
    case "laplace": return try draws(count, cancel) { $0.laplace(center: a, scale: b) }
    case "exponential": return try draws(count, cancel) { $0.exponential(scale: 1 / a) }
    case "poisson": return try draws(count, cancel) { $0.poisson(rate: a) }
    case "bernoulli": return try draws(count, cancel) { $0.binomial(trials: 1, p: a) }
    case "binomial": return try draws(count, cancel) { $0.binomial(trials: a, p: b) }
    case "categorical":
      let p = CumulativeProbabilities(parameters.first?.elements ?? [])
      return try draws(count, cancel) { $0.choice(p) }
    default: throw .unknownDistribution(name: distribution.name)
    }
  }

  private mutating func draws(
    _ count: Int, _ cancel: CancelToken, _ next: (inout RandomState) -> Double
  ) throws(SamplingError) -> Tensor {
    var result: [Double] = []
    result.reserveCapacity(count)
    for i in 0..<count {
      if i % 4096 == 0 && cancel.isCancelled { throw .cancelled }
      result.append(next(&self))
    }
    return Tensor(result)
  }

  private static func check(
    _ distribution: Distribution, _ values: [Tensor], _ count: Int
  ) throws(SamplingError) {
    guard SamplingLimits.count.contains(count) else {
      throw .count(found: count, allowed: SamplingLimits.count)
    }
    if let violation = distribution.violation(ofParameters: values) { throw .parameter(violation) }
    for (parameter, value) in zip(distribution.parameters, values) {
      guard parameter.range == .simplex ? value.rank == 1 : value.count == 1 else {
        throw .notOneNumber(parameter: parameter.name, shape: value.shape)
      }
      let hasSize = parameter.range == .wholeNumber || parameter.range == .nonNegative
      if hasSize, let size = value.single, size > SamplingLimits.size {
        throw .tooLarge(parameter: parameter.name, value: size, limit: SamplingLimits.size)
      }
    }
  }
}
