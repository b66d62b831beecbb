/// −(y log p + (1 − y) log(1 − p)).
enum BinaryCrossentropy: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    if options.fromLogits {
      return mixed(y, options, yes: Stable.softplus(-p), no: Stable.softplus(p))
    }
    if let clipping = options.clipping {
      return 0 - mixed(y, options, yes: clipping.log(p), no: clipping.logOfRest(p))
    }
    guard p >= 0 && p <= 1 else { return .nan }
    return 0 - mixed(y, options, yes: Libm.log(p), no: Libm.log1p(-p))
  }

  /// y·yes + (1 − y)·no. A label of 0 or 1 asks for one of the two, which saves half of the logarithms.
  @inline(__always)
  private static func mixed(
    _ y: Double, _ options: LossOptions, yes: @autoclosure () -> Double, no: @autoclosure () -> Double
  ) -> Double {
    if SoftLabels.areWanted(options) {
      let shares = shares(y, options)
      return Stable.weighted(shares.yes, yes()) + Stable.weighted(shares.no, no())
    }
    if y == 1 { return yes() }
    if y == 0 { return no() }
    return y * yes() + (1 - y) * no()
  }

  /// What a label gives to yes and to no, smoothed and weighted. Each is computed by itself: their sum is no
  /// longer 1, and a difference from 1 would lose digits.
  static func shares(_ y: Double, _ options: LossOptions) -> (yes: Double, no: Double) {
    let (kept, spread) = (1 - options.labelSmoothing, options.labelSmoothing / 2)
    return (
      (y * kept + spread) * SoftLabels.factor(1, options),
      ((1 - y) * kept + spread) * SoftLabels.factor(0, options)
    )
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    if SoftLabels.areWanted(options) { return softSlope(y, p, options) }
    if options.fromLogits {
      let slope = mixed(y, options, yes: 0 - Stable.sigmoid(-p), no: Stable.sigmoid(p))
      return y == 0 || y == 1 ? slope : closeSlope(y, p, options, slope)
    }
    if let clipping = options.clipping, clipping.moves(p) { return 0 }
    guard p >= 0 && p <= 1 else { return .nan }
    if y == 0 { return 1 / (1 - p) }
    if y == 1 { return -1 / p }
    return (p - y) / p / (1 - p)
  }

  /// sigmoid − label, with more digits where the two nearly cancel.
  private static func closeSlope(
    _ y: Double, _ z: Double, _ options: LossOptions, _ slope: Double
  ) -> Double {
    guard abs(slope) < 0.25 * Stable.sigmoid(z), z.isFinite else { return slope }
    let sigmoid = Extended(1) / (Extended(1) + Extended.exp(Extended(-z)))
    let spread = Extended(options.labelSmoothing) * Extended(y - 0.5)
    return (sigmoid + -Extended(y) + spread).value
  }

  private static func softSlope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let shares = shares(y, options)
    if options.fromLogits {
      let (yes, no) = (Stable.sigmoid(-p), Stable.sigmoid(p))
      if options.classWeights != nil { return shares.no * no - shares.yes * yes }
      return closeSlope(y, p, options, ((1 - y) * no - y * yes) + options.labelSmoothing * (y - 0.5))
    }
    if let clipping = options.clipping, clipping.moves(p) { return 0 }
    guard p >= 0 && p <= 1 else { return .nan }
    if options.classWeights == nil && p > 0 && p < 1 {
      // (p − y) + s (y − 1/2): the first difference is exact where it matters.
      return (p - y + options.labelSmoothing * (y - 0.5)) / p / (1 - p)
    }
    return Stable.weighted(shares.no, 1 / (1 - p)) - Stable.weighted(shares.yes, 1 / p)
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let kept = Traced(1 - options.labelSmoothing)
    let spread = Traced(options.labelSmoothing / 2)
    let yes = try (y * kept + spread) * Traced(SoftLabels.factor(1, options))
    let no = try ((Traced(1) - y) * kept + spread) * Traced(SoftLabels.factor(0, options))
    if options.fromLogits { return try no * p.softplus() + yes * p.negated().softplus() }
    let q = try options.clipping?.apply(p) ?? p
    return try (Traced.xlogy(yes, q) + Traced.xlog1py(no, q.negated())).negated()
  }

  static let entry = Loss(
    name: "bce",
    title: "Binary cross-entropy",
    aliases: ["binary_crossentropy", "BCE", "log_loss", "binary_cross_entropy"],
    summary:
      "How surprised the predicted probability is by the label: -log of the probability given to what "
      + "happened.",
    use:
      "The default for yes-or-no classification with a sigmoid output. It is the negative log-likelihood "
      + "of a Bernoulli distribution.",
    formula: "-(y_true * log(y_pred) + (1 - y_true) * log(1 - y_pred))",
    latex: #"-\bigl(y \log \hat{y} + (1 - y) \log(1 - \hat{y})\bigr)"#,
    gradient: "(y_pred - y_true) / (y_pred * (1 - y_pred)); from logits sigmoid(y_pred) - y_true",
    inputs: .pair(.zeroOne, .probability),
    options: [.fromLogits, .classWeights],
    numbers: [LossNumber(.labelSmoothing, 0, .unit), LossNumber(.epsilon, 0, .belowHalf)],
    example: "bce([1, 0, 1], [0.9, 0.2, 0.6])",
    pitfalls: [
      "It wants probabilities. For logits (what comes before the sigmoid) say from_logits=true.",
      "A probability of exactly 0 for something that happens costs infinity. Keras says 16.118 (it clips "
        + "at 1e-7), PyTorch 100.",
      "class_weights=[1, 5] makes the label 1 count five times; label_smoothing=0.1 moves the labels to 0.05 "
        + "and 0.95.",
      "0.693 = log(2) is what always answering 0.5 costs: a loss there means nothing was learnt yet.",
    ],
    keras: "BinaryCrossentropy, \"binary_crossentropy\"; clips probabilities into [1e-7, 1 - 1e-7]",
    torch: "torch.nn.BCELoss (log clamped at -100), torch.nn.BCEWithLogitsLoss",
    seeAlso: ["hinge", "cce", "sigmoid"],
    term: "-({y} * log({p}) + (1 - {y}) * log(1 - {p}))",
    logitTerm: "softplus({p}) - {y} * {p}",
    hardTerms: Loss.HardTerms(zero: "-log(1 - {p})", one: "-log({p})"),
    body: .elementwise(Self.self, kernel: HardLabelKernel.make))
}
