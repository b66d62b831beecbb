/// −Σ y log p over the classes of a row.
enum CategoricalCrossentropy: ClasswiseLoss {
  @inline(__always)
  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    if context.options.fromLogits { return Stable.weighted(y[j], context.negativeLogSoftmax(j, p)) }
    guard let clipping = context.options.clipping else { return 0 - Stable.xlogy(y[j], p[j]) }
    return Stable.weighted(y[j], y[j] == 0 ? 0 : context.clippedSurprise(j, p, clipping))
  }

  @inline(__always)
  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    if context.options.fromLogits { return logitSlope(j, y, p, context) }
    if let clipping = context.options.clipping { return kerasSlope(j, y, p, context, clipping) }
    return y[j] == 0 && !p[j].isNaN ? 0 : p[j] < 0 ? .nan : -y[j] / p[j]
  }

  static func preparesLabels(_ options: LossOptions) -> Bool { SoftLabels.areWanted(options) }

  static func prepare(_ y: Row, _ options: LossOptions, _ labels: LabelScratch) {
    SoftLabels.fill(options, labels) { y[$0] }
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let y = try SoftLabels.applied(to: y, options)
    if options.fromLogits { return try (y * p.logSoftmax()).sum(axis: -1).negated() }
    guard let clipping = options.clipping else { return try Traced.xlogy(y, p).sum(axis: -1).negated() }
    let total = try p.sum(axis: -1).reshaped(AxisLayout(p.shape, axis: -1).keptShape)
    return try Traced.xlogy(y, clipping.apply(p / total)).sum(axis: -1).negated()
  }

  /// Σy·softmax_j − y_j, arranged so that a confident right answer keeps its digits.
  @inline(__always)
  static func logitSlope(_ j: Int, _ y: Row, _ z: Row, _ context: RowContext) -> Double {
    let softmax = context.softmax(j)
    if y[j] == 0 { return context.labelSum * softmax }
    let others = context.otherLabels(j, y)
    let slope = others * softmax - y[j] * context.oneMinusSoftmax(j)
    let isClose = others != 0 && abs(slope) < 0.5 * abs(y[j]) && z[j].isFinite
    return isClose ? context.closeSlope(j, y, z) : slope
  }

  /// Keras divides a row by its sum, then clips it: the derivative goes through both.
  private static func kerasSlope(
    _ j: Int, _ y: Row, _ p: Row, _ context: RowContext, _ clipping: Clipping
  ) -> Double {
    let total = context.predictionSum
    guard total.isFinite else { return .nan }
    let others = Summation.sum(count: p.count) { $0 == j || clipping.moves(p[$0] / total) ? 0 : y[$0] }
    if clipping.moves(p[j] / total) { return others / total }
    // 1/p − 1/Σp, without the difference.
    let own = Stable.weighted(y[j], context.otherPredictions(j, p) / p[j])
    return (others - own) / total
  }

  static let entry = Loss(
    name: "cce",
    title: "Categorical cross-entropy",
    aliases: ["categorical_crossentropy", "CCE", "categorical_cross_entropy", "softmax_cross_entropy"],
    summary:
      "How surprised the predicted probabilities are by the true class: -log of the probability it was "
      + "given.",
    use: "The default for several classes with one-hot labels and a softmax output. It is the negative "
      + "log-likelihood of a categorical distribution.",
    formula: "-sum(y_true * log(y_pred)) over the classes of a row",
    latex: #"-\sum_j y_j \log \hat{y}_j"#,
    gradient: "-y_true / y_pred; from logits softmax(y_pred) - y_true",
    inputs: .pair(.distribution, .predictedDistribution),
    options: [.fromLogits, .classWeights, .axis],
    numbers: [LossNumber(.labelSmoothing, 0, .unit), LossNumber(.epsilon, 0, .belowHalf)],
    example: "cce([[0, 1, 0], [1, 0, 0]], [[0.1, 0.8, 0.1], [0.6, 0.3, 0.1]])",
    pitfalls: [
      "Labels are one-hot rows. For class indices 0, 1, 2 use sparse_cce.",
      "A softmax in the model and from_logits=true in the loss is a softmax twice: it trains, and slowly.",
      "1.10 = log(3) is what guessing among three classes costs.",
      "label_smoothing=0.1 gives each class a tenth of an equal share of the label; the best loss is then "
        + "above 0.",
    ],
    keras: "CategoricalCrossentropy; divides each row by its sum and clips into [1e-7, 1 - 1e-7]",
    torch: "torch.nn.CrossEntropyLoss, which takes logits, prediction first",
    seeAlso: ["sparse_cce", "kl", "softmax"],
    term: "-{y} * log({p})",
    logitTerm: "-{y} * log_softmax({p})",
    body: .rowwise(Self.self))
}
