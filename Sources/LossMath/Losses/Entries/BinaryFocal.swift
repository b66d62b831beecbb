/// Binary cross-entropy times (1 − p_t)^γ, where p_t is the probability given to the label.
enum BinaryFocal: ElementwiseLoss {
  static let gamma = 2.0
  static let alpha = 0.25

  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let focus = Libm.powFast(miss(y, p, options), options.gamma ?? gamma)
    return classWeight(y, options) * (focus * BinaryCrossentropy.value(y, p, plain(options)))
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let (gamma, missed, plain) = (options.gamma ?? gamma, miss(y, p, options), plain(options))
    let shares = BinaryCrossentropy.shares(y, plain)
    var turn = gamma * (shares.no - shares.yes) * Libm.powFast(missed, gamma - 1)
    if options.fromLogits { turn *= Stable.sigmoid(p) * Stable.sigmoid(-p) }
    let bent = gamma == 0 ? 0 : Stable.weighted(BinaryCrossentropy.value(y, p, plain), turn)
    let focus = Libm.powFast(missed, gamma)
    return classWeight(y, options) * (bent + focus * BinaryCrossentropy.slope(y, p, plain))
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let label =
      options.labelSmoothing > 0
      ? try y * Traced(1 - options.labelSmoothing) + Traced(options.labelSmoothing / 2) : y
    let (one, q) = (Traced(1), options.fromLogits ? try p.sigmoid() : p)
    let rest = options.fromLogits ? try p.negated().sigmoid() : try one - p
    let missed = try label * rest + (one - label) * q
    let focus = try Traced.power(missed, Traced(options.gamma ?? gamma))
    let loss = try focus * BinaryCrossentropy.expression(y, p, plain(options))
    guard balances(options) else { return loss }
    let alpha = options.alpha ?? alpha
    return try (label * Traced(alpha) + (one - label) * Traced(1 - alpha)) * loss
  }

  /// The probability that was not given to the label.
  private static func miss(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let shares = BinaryCrossentropy.shares(y, plain(options))
    return options.fromLogits
      ? shares.yes * Stable.sigmoid(-p) + shares.no * Stable.sigmoid(p)
      : shares.yes * (1 - p) + shares.no * p
  }

  private static func plain(_ options: LossOptions) -> LossOptions {
    var plain = LossOptions(fromLogits: options.fromLogits, epsilon: options.epsilon)
    plain.labelSmoothing = options.labelSmoothing
    return plain
  }

  private static func balances(_ options: LossOptions) -> Bool {
    options.applyClassBalancing ?? (options.alpha != nil)
  }

  private static func classWeight(_ y: Double, _ options: LossOptions) -> Double {
    guard balances(options) else { return 1 }
    let (alpha, shares) = (options.alpha ?? alpha, BinaryCrossentropy.shares(y, plain(options)))
    return shares.yes * alpha + shares.no * (1 - alpha)
  }

  static let entry = Loss(
    name: "binary_focal",
    title: "Binary focal cross-entropy",
    aliases: ["binary_focal_crossentropy", "focal", "sigmoid_focal_loss"],
    summary:
      "Binary cross-entropy that plays down what is right already, so that the hard examples are heard.",
    use: "Yes-or-no classification where one class is rare, as in detection: the many easy negatives would "
      + "drown the few positives.",
    formula: "(1 - p_t)^gamma * bce, where p_t = y_pred for label 1 and 1 - y_pred for label 0",
    latex: #"-(1 - p_t)^\gamma \log p_t"#,
    gradient: "(1 - p_t)^gamma * bce' - gamma * (1 - p_t)^(gamma - 1) * p_t' * bce",
    inputs: .pair(.zeroOne, .probability),
    options: [.fromLogits, .applyClassBalancing],
    numbers: [
      LossNumber(.alpha, nil, .unit), LossNumber(.gamma, gamma, .notNegative),
      LossNumber(.labelSmoothing, 0, .unit), LossNumber(.epsilon, 0, .belowHalf),
    ],
    example: "binary_focal([1, 0, 1], [0.9, 0.2, 0.6], gamma=2)",
    pitfalls: [
      "gamma=0 is bce.",
      "alpha weighs the label 1, and 1 - alpha the label 0; giving it turns the balancing on. "
        + "apply_class_balancing=true alone uses Keras's 0.25.",
      "Its values are much smaller than those of bce; the two cannot be compared.",
    ],
    keras: "BinaryFocalCrossentropy(apply_class_balancing=False, alpha=0.25, gamma=2.0); clips into "
      + "[1e-7, 1 - 1e-7]; there alpha does nothing without apply_class_balancing",
    torch: "none; torchvision.ops.sigmoid_focal_loss on logits, with alpha=0.25 always",
    seeAlso: ["bce", "categorical_focal"],
    term: "(1 - p_t)^gamma * bce({y}, {p})",
    logitTerm: "(1 - p_t)^gamma * bce({y}, sigmoid({p}))",
    body: .elementwise(Self.self))
}
