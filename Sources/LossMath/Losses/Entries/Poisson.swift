/// p − y log p, the negative log-likelihood of a Poisson distribution without its constant.
enum Poisson: ElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    let constant = options.full ? stirling(y) : 0
    if options.logInput {
      return difference(p, minus: Extended.product(y, p), Stable.weighted(y, p)) + constant
    }
    let rate = p + options.epsilon
    guard rate >= 0 else { return .nan }
    let value = p - Stable.xlogy(y, rate)
    guard abs(value) < 0.5 * abs(p), value.isFinite else { return value + constant }
    // The two cancel: the logarithm is needed to more digits than a double has.
    var logarithm = Extended.log(rate)
    logarithm.low += Rounding.errorOfSum(p, options.epsilon) / rate
    return (Extended(p) + -(Extended(y) * logarithm)).value + constant
  }

  /// e^p less another number, in more digits than a double has where the two cancel.
  private static func difference(_ p: Double, minus exact: Extended, _ rounded: Double) -> Double {
    let rate = Libm.exp(p)
    guard rate.isFinite, abs(rate - rounded) < 0.5 * rate else { return rate - rounded }
    return (Extended.exp(Extended(p)) + -exact).value
  }

  /// log y! by Stirling's formula, as PyTorch adds it for counts above 1.
  private static func stirling(_ y: Double) -> Double {
    y > 1 ? y * Libm.log(y) - y + 0.5 * Libm.log(2 * .pi * y) : y.isNaN ? .nan : 0
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    if options.logInput { return difference(p, minus: Extended(y), y) }
    let rate = p + options.epsilon
    guard rate >= 0 else { return .nan }
    if y == 0 && rate == 0 { return 1 }
    return rate == .infinity ? 1 - y / rate : (p - y + options.epsilon) / rate
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    var loss = options.logInput ? try p.exp() - y * p : try p - Traced.xlogy(y, p + Traced(options.epsilon))
    if !options.logInput {
      // log has no value for a negative rate, and a count of 0 must not hide that.
      let isRate = try p.value.map { $0 + options.epsilon >= 0 ? 1 : 0 }
      loss = try .select(isRate, loss, Traced(.nan))
    }
    guard options.full else { return loss }
    let full = try y * y.log() - y + Traced(0.5) * (Traced(2 * .pi) * y).log()
    return try loss + .select(try y.value.map { $0 > 1 ? 1 : 0 }, full, Traced(0))
  }

  static let entry = Loss(
    name: "poisson",
    title: "Poisson loss",
    aliases: ["poisson_nll", "poisson_nll_loss", "Poisson"],
    summary: "How surprised a Poisson distribution of the predicted rate is by the count.",
    use: "Counts: visits, calls, accidents. The output is a rate, from exp or softplus.",
    formula: "y_pred - y_true * log(y_pred); with log_input=true exp(y_pred) - y_true * y_pred",
    latex: #"\hat{y} - y \log \hat{y}"#,
    gradient: "1 - y_true / y_pred; with log_input=true exp(y_pred) - y_true",
    inputs: .pair(.count, .rate),
    options: [.logInput, .full],
    numbers: [LossNumber(.epsilon, 0, .notNegative)],
    example: "poisson([2, 0, 5], [1.5, 0.3, 4])",
    pitfalls: [
      "It is not 0 where the prediction is right, and may be negative: full=true adds log(y_true!), which does "
        + "not depend on the prediction.",
      "A rate of 0 for a count above 0 costs infinity; below 0 it has no value.",
      "PyTorch takes the logarithm of the rate unless told otherwise: say "
        + "log_input=true for the same number.",
    ],
    keras: "Poisson, \"poisson\"; the logarithm of y_pred + 1e-7",
    torch: "torch.nn.PoissonNLLLoss(log_input=True, full=False, eps=1e-8), prediction first",
    seeAlso: ["gaussian_nll", "mse"],
    term: "{p} - {y} * log({p})",
    body: .elementwise(Self.self))
}
