/// A family of probability distributions: everything that the language, the help and the fits know of it.
///
/// Each family is one value in one file under `Entries/`.
public struct Distribution: Sendable {
  /// The name it is typed by, such as `normal`.
  public let name: String
  /// The full name in words.
  public let title: String
  /// Other names that mean the same.
  public let aliases: [String]
  /// One sentence: what kind of data it describes.
  public let summary: String
  /// In the order in which functions here take them.
  public let parameters: [DistributionParameter]
  /// The data that it can produce.
  public let support: Support
  /// The logarithm of the density or probability as plain text.
  public let formula: String
  /// The same in LaTeX.
  public let latex: String
  /// The maximum likelihood estimate as plain text.
  public let estimate: String
  /// The loss that its negative log-likelihood is, where there is one.
  public let identity: LossIdentity?
  /// A call that runs as it stands.
  public let example: String
  /// What goes wrong most often, a sentence each.
  public let pitfalls: [String]
  let body: DistributionBody

  /// Whether it gives probabilities to single values, and no density.
  public var isDiscrete: Bool { support != .real && support != .nonNegative }
}

/// The computations of a family.
struct DistributionBody: Sendable {
  let logProb: @Sendable (_ x: Traced, _ parameters: [Traced]) throws(MathError) -> Traced
  /// The maximum likelihood estimate of the parameters that are not given.
  let closedForm:
    @Sendable (_ data: [Double], _ given: [Tensor?], _ classes: Int) throws(MathError) -> [Tensor]
  /// A rough guess to start a search from, which is not the estimate itself.
  let start: @Sendable (_ data: [Double], _ given: [Tensor?], _ classes: Int) -> [Tensor]
}

extension Distribution {
  /// The logarithm of the density at each element of `x`, in nats; of the probability for discrete families.
  ///
  /// Shapes: `x` and all parameters broadcast against each other; for `categorical`, `p` is one row of class
  /// probabilities or one row for each element of `x`. Differentiable in data and parameters to any order;
  /// discrete formulas are continued between whole numbers by the gamma function for that (see
  /// `violation(in:parameters:)`). −∞ outside the interval of the support; NaN where a parameter is out of its
  /// range, or where counts past 1e300 overflow.
  /// - Throws: `MathError.badOption` for a wrong number of parameters, `MathError.shapesDiffer`.
  public func logProb(_ x: Traced, _ parameters: [Traced]) throws(MathError) -> Traced {
    guard parameters.count == self.parameters.count else {
      let names = self.parameters.map(\.name).joined(separator: ", ")
      throw .badOption(name: "parameters", value: "\(parameters.count)", allowed: names)
    }
    return try body.logProb(x, parameters)
  }

  /// The sum of `logProb` over all elements of `x`: the log-likelihood, in nats.
  public func logLikelihood(_ x: Traced, _ parameters: [Traced]) throws(MathError) -> Traced {
    try logProb(x, parameters).sum()
  }
}

extension Distribution {
  /// Every family, in the order of the course.
  public static let all: [Distribution] = [
    NormalDistribution.entry, LaplaceDistribution.entry, BernoulliDistribution.entry,
    CategoricalDistribution.entry, BinomialDistribution.entry, PoissonDistribution.entry,
    ExponentialDistribution.entry,
  ]

  private static let byName: [String: Distribution] = {
    var table: [String: Distribution] = [:]
    for entry in all { for name in [entry.name] + entry.aliases { table[name] = entry } }
    return table
  }()

  /// The family of that name or alias.
  public static func named(_ name: String) -> Distribution? { byName[name] }
}
