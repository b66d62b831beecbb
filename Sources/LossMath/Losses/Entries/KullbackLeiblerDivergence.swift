/// Σ y log(y / p) over the classes of a row.
enum KullbackLeiblerDivergence: ClasswiseLoss {
  @inline(__always)
  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    if context.options.fromLogits {
      return Stable.xlogy(y[j], y[j]) + Stable.weighted(y[j], context.negativeLogSoftmax(j, p))
    }
    let (t, q) = (clipped(y[j], context.options), clipped(p[j], context.options))
    return t == 0 && !q.isNaN ? 0 : t * logRatio(t, q)
  }

  /// Σ t log(t/q) = Σ (t − q) + Σ t·φ(q/t − 1). The terms of the left side cancel where the rows are close;
  /// of the right side, the first sum is nearly exact and the second has no negative term.
  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    var sum = CompensatedSum()
    for j in p.indices {
      let (t, q) = (clipped(y[j], context.options), clipped(p[j], context.options))
      let difference = q - t
      let excess = difference / t
      guard !context.options.fromLogits, t > 0, excess > -0.75, excess < 7 else {
        sum.add(contribution(j, y, p, context))
        continue
      }
      // What the two roundings lost, given back to first order: φ' = x / (1 + x).
      let lost = Rounding.errorOfSum(q, -t)
      let remainder = difference.addingProduct(-excess, t) + lost
      sum.add(-difference)
      sum.add(t * excessMinusLog(excess) + excess / (1 + excess) * remainder - lost)
    }
    return sum.value
  }

  /// φ(x) = x − log(1 + x), by the series of the area tangent where the difference would cancel.
  private static func excessMinusLog(_ x: Double) -> Double {
    let s = x / (2 + x)
    guard abs(s) < 0.6 else { return x - Libm.log1p(x) }
    var (power, sum, odd) = (1.0, 0.0, 3.0)
    while power > 1e-17 {
      sum += power / odd
      power *= s * s
      odd += 2
    }
    return s * (x - 2 * s * s * sum)
  }

  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    if context.options.fromLogits { return CategoricalCrossentropy.logitSlope(j, y, p, context) }
    let (t, q) = (clipped(y[j], context.options), clipped(p[j], context.options))
    if context.options.epsilon > 0 && q != p[j] && !p[j].isNaN { return 0 }
    return t == 0 && !q.isNaN ? 0 : q < 0 ? .nan : -t / q
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    if options.fromLogits {
      return try (Traced.xlogy(y, y) - y * p.logSoftmax()).sum(axis: -1)
    }
    guard options.epsilon > 0 else {
      return try (Traced.xlogy(y, y) - Traced.xlogy(y, p)).sum(axis: -1)
    }
    let (t, q) = (try y.clipped(options.epsilon, 1), try p.clipped(options.epsilon, 1))
    return try (t * (t.log() - q.log())).sum(axis: -1)
  }

  /// log(t / q), NaN for negative numbers. Near equality the quotient would lose the digits that matter; far away it
  /// could overflow.
  private static func logRatio(_ t: Double, _ q: Double) -> Double {
    if q < 0 { return .nan }
    let ratio = t / q
    if ratio > 0.5 && ratio < 2 { return Libm.log1p((t - q) / q) }
    return ratio.isNormal && ratio > 0 ? Libm.log(ratio) : Libm.log(t) - Libm.log(q)
  }

  /// Keras clips both distributions into [ε, 1].
  private static func clipped(_ x: Double, _ options: LossOptions) -> Double {
    guard options.epsilon > 0 else { return x }
    return x < options.epsilon ? options.epsilon : x > 1 ? 1 : x
  }

  static let entry = Loss(
    name: "kl",
    title: "Kullback-Leibler divergence",
    aliases: ["kl_divergence", "kld", "KLD", "kullback_leibler_divergence", "relative_entropy"],
    summary:
      "How much it costs to describe the true distribution with the predicted one: 0 when they are the same.",
    use:
      "Where the label is itself a distribution: soft labels, autoencoders, distillation. With one-hot "
      + "labels it equals cce.",
    formula: "sum(y_true * log(y_true / y_pred)) over the classes of a row",
    latex: #"\sum_j y_j \log \frac{y_j}{\hat{y}_j}"#,
    gradient: "-y_true / y_pred; from logits softmax(y_pred) - y_true",
    inputs: .pair(.distribution, .predictedDistribution),
    options: [.fromLogits, .axis],
    numbers: [LossNumber(.epsilon, 0, .belowHalf)],
    example: "kl([0.1, 0.4, 0.5], [0.8, 0.15, 0.05])",
    pitfalls: [
      "The order matters: kl(p, q) and kl(q, p) are different numbers. The truth comes first.",
      "It is never negative for rows that sum to 1; a negative value means that one does not.",
      "It equals cross-entropy minus the entropy of the labels, so both have the same gradient.",
    ],
    keras: "KLDivergence, \"kl_divergence\"; clips both arguments into [1e-7, 1]",
    torch:
      "torch.nn.KLDivLoss takes log-probabilities, prediction first; reduction=\"batchmean\" is the mean "
      + "over rows",
    seeAlso: ["cce", "entropy", "cross_entropy"],
    term: "{y} * log({y} / {p})",
    logitTerm: "{y} * (log({y}) - log_softmax({p}))",
    body: .rowwise(Self.self))
}
