/// Binary cross-entropy times (1 − p_t)^γ, where p_t is the probability given to the label.
enum BinaryFocal: ElementwiseLoss {
  static let gamma = 2.0
  static let alpha = 0.25

  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let label = label(y, options)
    let focus = Libm.powFast(miss(label, p, options), options.gamma ?? gamma)
    return classWeight(label, options) * (focus * BinaryCrossentropy.value(label, p, plain(options)))
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let label = label(y, options)
    let (gamma, missed) = (options.gamma ?? gamma, miss(label, p, options))
    let plain = plain(options)
    let loss = BinaryCrossentropy.value(label, p, plain)
    var turn = gamma * (1 - 2 * label) * Libm.powFast(missed, gamma - 1)
    if options.fromLogits { turn *= Stable.sigmoid(p) * Stable.sigmoid(-p) }
    let focus = Libm.powFast(missed, gamma)
    let bent = gamma == 0 ? 0 : Stable.weighted(loss, turn)
    return classWeight(label, options) * (bent + focus * BinaryCrossentropy.slope(label, p, plain))
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let label =
      options.labelSmoothing > 0
      ? try y * Traced(1 - options.labelSmoothing) + Traced(options.labelSmoothing / 2) : y
    let (one, q) = (Traced(1), options.fromLogits ? try p.sigmoid() : p)
    let rest = options.fromLogits ? try p.negated().sigmoid() : try one - p
    let missed = try label * rest + (one - label) * q
    let focus = try Traced.power(missed, Traced(options.gamma ?? gamma))
    let loss = try focus * BinaryCrossentropy.expression(label, p, plain(options))
    guard balances(options) else { return loss }
    let alpha = options.alpha ?? alpha
    return try (label * Traced(alpha) + (one - label) * Traced(1 - alpha)) * loss
  }

  private static func label(_ y: Double, _ options: LossOptions) -> Double {
    options.labelSmoothing > 0 ? y * (1 - options.labelSmoothing) + options.labelSmoothing / 2 : y
  }

  /// The probability that was not given to the label.
  private static func miss(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    options.fromLogits
      ? y * Stable.sigmoid(-p) + (1 - y) * Stable.sigmoid(p) : y * (1 - p) + (1 - y) * p
  }

  private static func plain(_ options: LossOptions) -> LossOptions {
    LossOptions(fromLogits: options.fromLogits, epsilon: options.epsilon)
  }

  private static func balances(_ options: LossOptions) -> Bool {
    options.applyClassBalancing ?? (options.alpha != nil)
  }

  private static func classWeight(_ y: Double, _ options: LossOptions) -> Double {
    guard balances(options) else { return 1 }
    let alpha = options.alpha ?? alpha
    return y * alpha + (1 - y) * (1 - alpha)
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
