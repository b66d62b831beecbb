/// −Σ α (1 − p)^γ y log p over the classes of a row.
enum CategoricalFocal: ClasswiseLoss {
  static let alpha = 0.25
  static let gamma = 2.0

  static func preparesLabels(_ options: LossOptions) -> Bool { SoftLabels.areWanted(options) }

  static func prepare(_ y: Row, _ options: LossOptions, _ labels: LabelScratch) {
    SoftLabels.fill(options, labels) { y[$0] }
  }

  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    let (focus, surprise) = parts(j, p, context)
    if y[j] == 0 && !focus.isNaN && !p[j].isNaN { return 0 }
    return (context.options.alpha ?? alpha) * focus * y[j] * surprise
  }

  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    if context.options.fromLogits { return logitSlope(j, y, p, context) }
    if hasNoValue(y, p, context) { return .nan }
    guard context.options.clipping != nil else { return slopeInProbability(j, y, p, context) }
    // A row is divided by its sum first: the derivative goes through that too.
    let total = context.predictionSum
    let others = Summation.sum(count: p.count) {
      $0 == j ? 0 : Stable.weighted(p[$0] / total, slopeInProbability($0, y, p, context))
    }
    let own = Stable.weighted(rest(j, p, context), slopeInProbability(j, y, p, context))
    return (own - others) / total
  }

  /// (1 − p)^γ and −log p.
  private static func parts(
    _ j: Int, _ p: Row, _ context: RowContext
  ) -> (focus: Double, surprise: Double) {
    let gamma = context.options.gamma ?? gamma
    if context.options.fromLogits {
      return (Libm.powFast(context.oneMinusSoftmax(j), gamma), context.negativeLogSoftmax(j, p))
    }
    guard let clipping = context.options.clipping else {
      return (Libm.powFast(1 - p[j], gamma), p[j] == .infinity ? .nan : 0 - Libm.log(p[j]))
    }
    let q = p[j] / context.predictionSum
    let rest =
      clipping.isHigh(q) ? clipping.epsilon : clipping.isLow(q) ? 1 - clipping.epsilon : rest(j, p, context)
    return (Libm.powFast(rest, gamma), context.clippedSurprise(j, p, clipping))
  }

  /// The derivative with respect to the probability itself: both terms have one sign up to 1.
  private static func slopeInProbability(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    if y[j] == 0 { return 0 }
    var q = p[j]
    if let clipping = context.options.clipping {
      q /= context.predictionSum
      if clipping.moves(q) { return 0 }
    }
    let (focus, surprise) = parts(j, p, context)
    let bent = Stable.weighted(surprise, turn(rest(j, p, context), context.options))
    return 0 - (context.options.alpha ?? alpha) * y[j] * (focus / q + bent)
  }

  /// 1 − p, or of a row that is divided by its sum what the others have of it.
  private static func rest(_ j: Int, _ p: Row, _ context: RowContext) -> Double {
    guard context.options.clipping != nil else { return 1 - p[j] }
    return context.otherPredictions(j, p) / context.predictionSum
  }

  /// γ (1 − p)^(γ − 1).
  private static func turn(_ rest: Double, _ options: LossOptions) -> Double {
    let gamma = options.gamma ?? gamma
    return gamma == 0 ? 0 : gamma * Libm.powFast(rest, gamma - 1)
  }

  private static func hasNoValue(_ y: Row, _ p: Row, _ context: RowContext) -> Bool {
    if context.options.clipping != nil { return !context.predictionSum.isFinite }
    return p.indices.contains { p[$0].isNaN || (y[$0] != 0 && (p[$0] < 0 || p[$0] == .infinity)) }
  }

  /// h_j (1 − p_j) − p_j Σ h over the other classes, where h is p times the derivative by the probability.
  private static func logitSlope(_ j: Int, _ y: Row, _ z: Row, _ context: RowContext) -> Double {
    func weightedSlope(_ k: Int) -> Double {
      let (focus, surprise) = parts(k, z, context)
      let bent =
        Stable.weighted(context.softmax(k), surprise) * turn(context.oneMinusSoftmax(k), context.options)
      return 0 - Stable.weighted(y[k], (context.options.alpha ?? alpha) * (focus + bent))
    }
    let others = Summation.sum(count: z.count) { $0 == j ? 0 : weightedSlope($0) }
    return weightedSlope(j) * context.oneMinusSoftmax(j) - context.softmax(j) * others
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let labels = try SoftLabels.applied(to: y, options)
    let gamma = Traced(options.gamma ?? gamma)
    let alpha = Traced(options.alpha ?? alpha)
    var q = p
    if options.fromLogits {
      q = try p.softmax()
    } else if let clipping = options.clipping {
      q = try clipping.apply(p / p.sum(axis: -1).reshaped(AxisLayout(p.shape, axis: -1).keptShape))
    }
    let logarithms = options.fromLogits ? try labels * p.logSoftmax() : try Traced.xlogy(labels, q)
    return try (alpha * Traced.power(Traced(1) - q, gamma) * logarithms).sum(axis: -1).negated()
  }

  static let entry = Loss(
    name: "categorical_focal",
    title: "Categorical focal cross-entropy",
    aliases: ["categorical_focal_crossentropy"],
    summary: "Categorical cross-entropy that plays down the rows that are right already.",
    use: "Several classes of very different frequency, with one-hot labels and a softmax output.",
    formula: "-sum(alpha * (1 - y_pred)^gamma * y_true * log(y_pred)) over the classes of a row",
    latex: #"-\sum_j \alpha\,(1 - \hat{y}_j)^\gamma\, y_j \log \hat{y}_j"#,
    gradient:
      "-alpha * y_true * ((1 - y_pred)^gamma / y_pred - gamma * (1 - y_pred)^(gamma - 1) * log(y_pred))",
    inputs: .pair(.distribution, .predictedDistribution),
    options: [.fromLogits, .classWeights, .axis],
    numbers: [
      LossNumber(.alpha, alpha, .notNegative), LossNumber(.gamma, gamma, .notNegative),
      LossNumber(.labelSmoothing, 0, .unit), LossNumber(.epsilon, 0, .belowHalf),
    ],
    example: "categorical_focal([[0, 1, 0], [1, 0, 0]], [[0.1, 0.8, 0.1], [0.6, 0.3, 0.1]])",
    pitfalls: [
      "alpha is 0.25 for all classes alike, so it only scales; class_weights=[...] weighs them one by one.",
      "gamma=0 and alpha=1 is cce.",
    ],
    keras: "CategoricalFocalCrossentropy(alpha=0.25, gamma=2.0); divides each row by its sum and clips into "
      + "[1e-7, 1 - 1e-7]",
    torch: "none",
    seeAlso: ["cce", "binary_focal"],
    term: "-alpha * (1 - {p})^gamma * {y} * log({p})",
    logitTerm: "-alpha * (1 - softmax({p}))^gamma * {y} * log_softmax({p})",
    body: .rowwise(Self.self))
}
