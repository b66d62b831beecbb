/// (log v + (p − y)² / v) / 2, the negative log-likelihood of a normal distribution without its constant.
enum GaussianNegativeLogLikelihood: TernaryElementwiseLoss {
  static func value(_ y: Double, _ p: Double, _ v: Double, _ options: LossOptions) -> Double {
    let constant = options.full ? 0.5 * Libm.log(2 * .pi) : 0
    let (d, variance) = (p - y, raised(v, options))
    let (spread, misfit) = (Libm.log(variance), d / variance * d)
    guard spread < 0, abs(spread + misfit) < 0.75 * misfit else { return 0.5 * (spread + misfit) + constant }
    // The two cancel: both are needed to more digits than a double has.
    let exact = Extended.sum(p, -y)
    return 0.5 * (Extended.log(variance) + exact * exact / Extended(variance)).value + constant
  }

  static func slopes(
    _ y: Double, _ p: Double, _ v: Double, _ options: LossOptions
  ) -> (Double, Double, Double) {
    let (d, variance) = (p - y, raised(v, options))
    let slope = d / variance
    // v − d² in one rounding: it vanishes where the variance is right.
    let misfit = variance.addingProduct(-d, d)
    return (0 - slope, slope, isRaised(v, options) ? 0 : 0.5 * misfit / variance / variance)
  }

  private static func raised(_ v: Double, _ options: LossOptions) -> Double {
    isRaised(v, options) ? options.epsilon : v
  }

  private static func isRaised(_ v: Double, _ options: LossOptions) -> Bool {
    options.epsilon > 0 && v < options.epsilon
  }

  static func expression(
    _ y: Traced, _ p: Traced, _ v: Traced, _ options: LossOptions
  ) throws(MathError) -> Traced {
    let variance = options.epsilon > 0 ? try Traced.maximum(v, Traced(options.epsilon)) : v
    let d = try p - y
    let loss = try Traced(0.5) * (variance.log() + d / variance * d)
    return options.full ? try loss + Traced(0.5 * Libm.log(2 * .pi)) : loss
  }

  static let entry = Loss(
    name: "gaussian_nll",
    title: "Gaussian negative log-likelihood",
    aliases: ["gaussian_nll_loss"],
    summary: "How surprised a normal distribution of the predicted mean and variance is by the target.",
    use: "Regression where the model says how sure it is: it predicts a mean and a variance.",
    formula: "(log(var) + (y_pred - y_true)^2 / var) / 2",
    latex: #"\tfrac12 \Bigl(\log v + \frac{(\hat{y} - y)^2}{v}\Bigr)"#,
    gradient: "(y_pred - y_true) / var; with respect to var (1 - (y_pred - y_true)^2 / var) / (2 * var)",
    inputs: .pair(.real, .real) + [LossInput("var", .variance)],
    options: [.full],
    numbers: [LossNumber(.epsilon, 0, .notNegative)],
    example: "gaussian_nll([1, 2, 3], [1.5, 2, 2], [1, 0.5, 2])",
    pitfalls: [
      "var is the variance, not the standard deviation.",
      "It may be negative, and falls without end where the variance goes to 0 at a right prediction; "
        + "epsilon=1e-6 holds the variance up, as PyTorch does.",
      "With a variance of 1 everywhere it is mse / 2. full=true adds log(2 * pi) / 2.",
    ],
    keras: "none",
    torch: "torch.nn.GaussianNLLLoss(full=False, eps=1e-6), as (y_pred, y_true, var)",
    seeAlso: ["mse", "poisson"],
    term: "(log(var) + ({p} - {y})^2 / var) / 2",
    body: .ternary(Self.self))
}
