/// The unit of an amount of information.
public enum InformationUnit: String, CaseIterable, Sendable {
  /// Natural logarithms.
  case nats
  /// Logarithms to base 2: yes-or-no questions.
  case bits

  fileprivate func from(_ nats: Traced) throws(MathError) -> Traced {
    self == .nats ? nats : try nats / Traced(Libm.log(2))
  }
}

/// Entropies of distributions along the last axis, with 0·log 0 = 0. Differentiable to any order.
///
/// Shapes: one distribution, or rows of them, which give one number each; two arguments broadcast against
/// each other. Nothing is normalised: rows are taken as they are, and a negative probability gives NaN.
/// - Throws: `MathError.needsRows` for a single number, `MathError.shapesDiffer`.
public enum Information {
  /// −Σ p log p.
  public static func entropy(_ p: Traced, in unit: InformationUnit = .nats) throws(MathError) -> Traced {
    try checkRows("entropy", p)
    return try unit.from(Traced.xlogy(p, p).sum(axis: -1).negated())
  }

  /// −Σ p log q.
  public static func crossEntropy(
    _ p: Traced, _ q: Traced, in unit: InformationUnit = .nats
  ) throws(MathError) -> Traced {
    let (p, q) = try aligned("cross_entropy", p, q)
    return try unit.from(Traced.xlogy(p, q).sum(axis: -1).negated())
  }

  /// Σ p log(p / q), the Kullback–Leibler divergence; `p` is the truth.
  public static func divergence(
    _ p: Traced, _ q: Traced, in unit: InformationUnit = .nats
  ) throws(MathError) -> Traced {
    let (p, q) = try aligned("kl", p, q)
    let options = LossOptions(reduction: .none)
    return try unit.from(KullbackLeiblerDivergence.entry.evaluate(yTrue: p, yPred: q, options))
  }

  /// The Jensen–Shannon divergence (kl(p, m) + kl(q, m)) / 2 with m = (p + q) / 2: symmetric, and at most
  /// log 2 (1 bit).
  public static func jensenShannon(
    _ p: Traced, _ q: Traced, in unit: InformationUnit = .nats
  ) throws(MathError) -> Traced {
    let (p, q) = try aligned("jensen_shannon", p, q)
    let terms = try Traced.binary(
      "jensen_shannon", p, q, jensenShannonTerm,
      left: { (p, q, g) throws(MathError) in try g * Traced(0.5) * contrast(p, q).log1p() },
      right: { (p, q, g) throws(MathError) in try g * Traced(0.5) * contrast(q, p).log1p() })
    return try unit.from(terms.sum(axis: -1))
  }

  /// (p − q) / (p + q), which is 0 where both are 0. One more than it is p / m.
  private static func contrast(_ p: Traced, _ q: Traced) throws(MathError) -> Traced {
    try .safeQuotient(p - q, p + q)
  }

  /// (p log(p/m) + q log(q/m)) / 2 = (p + q)/4 · ((1 + d) log(1 + d) + (1 − d) log(1 − d)) with the contrast d;
  /// for a small d the series, whose terms are all positive.
  private static func jensenShannonTerm(_ p: Double, _ q: Double) -> Double {
    let sum = p + q
    if sum == 0 { return p == 0 ? 0 : .nan }
    guard p >= 0 && q >= 0 else { return .nan }
    let d = (p - q) / sum
    guard abs(d) < 0.5 else {
      return sum / 4 * (weightedLog(1 + d, d) + weightedLog(1 - d, -d))
    }
    let square = d * d
    var (power, series, k) = (square, 0.0, 1.0)
    while power > 1e-18 * series {
      series += power / (k * (2 * k - 1))
      power *= square
      k += 1
    }
    return sum / 4 * series
  }

  private static func weightedLog(_ weight: Double, _ x: Double) -> Double {
    weight == 0 ? 0 : weight * Libm.log1p(x)
  }

  private static func aligned(
    _ name: String, _ p: Traced, _ q: Traced
  ) throws(MathError) -> (Traced, Traced) {
    let shape = try Broadcasting.shape(name, p.shape, q.shape)
    let both = (try p.expanded(to: shape), try q.expanded(to: shape))
    try checkRows(name, both.0)
    return both
  }

  private static func checkRows(_ name: String, _ p: Traced) throws(MathError) {
    if p.value.isScalar { throw .needsRows(operation: name) }
    if p.shape.last == 0 { throw .empty(operation: name) }
  }
}
