import LossMath

/// The losses and quantities of information as formulas in Lossbook's own language, for places where a library has no
/// such loss or another convention. They give a term for each element or row; the tests hold them against the
/// catalogue.
enum LossFormula {
  /// A function definition, options included as numbers; nothing for a name without a formula.
  ///
  /// Probabilities are clipped at 1e-7 where `epsilon` says nothing else: in 32 bits one near 1 is 1, and the
  /// logarithm of the rest infinite.
  static func text(_ name: String, _ options: LossOptions) -> String? {
    let o = FormulaOptions(options)
    let pair = name + "(y_true, y_pred)"
    return regression(name, pair, o) ?? binary(name, pair, o) ?? classes(name, pair, o)
      ?? other(name, pair, o)
  }

  private static func regression(_ name: String, _ pair: String, _ o: FormulaOptions) -> String? {
    let raised =
      o.epsilon == 0 ? ("y_pred", "y_true") : ("max(y_pred, \(o.epsilon))", "max(y_true, \(o.epsilon))")
    let size = o.epsilon == 0 ? "abs(y_true)" : "max(abs(y_true), \(o.epsilon))"
    let (delta, beta, quantile) = (o.or(\.delta, 1), o.or(\.beta, 1), o.or(\.quantile, 0.5))
    return switch name {
    case "mse": "\(pair) = (y_pred - y_true)^2"
    case "mae": "\(pair) = abs(y_pred - y_true)"
    case "msle": "\(pair) = { error = log1p(\(raised.0)) - log1p(\(raised.1)); error^2 }"
    case "mape": "\(pair) = 100 * abs(y_pred - y_true) / \(size)"
    case "huber":
      """
      \(pair) = { error = abs(y_pred - y_true)
      where(error <= \(delta), error^2 / 2, \(delta) * (error - \(delta / 2))) }
      """
    case "smooth_l1" where beta == 0: "\(pair) = abs(y_pred - y_true)"
    case "smooth_l1":
      """
      \(pair) = { error = abs(y_pred - y_true)
      where(error < \(beta), error^2 / \(2 * beta), error - \(beta / 2)) }
      """
    case "log_cosh":
      "\(pair) = { error = abs(y_pred - y_true); error + softplus(-2 * error) - \(0.6931471805599453) }"
    case "quantile":
      "\(pair) = { error = y_true - y_pred; max(\(quantile) * error, (\(quantile) - 1) * error) }"
    case "poisson": poisson(pair, o)
    case "gaussian_nll":
      """
      gaussian_nll(y_true, y_pred, var) = { variance = max(var, \(max(o.epsilon, 1e-6)))
      (log(variance) + (y_true - y_pred)^2 / variance) / 2\(o.options.full ? " + \(0.9189385332046727)" : "") }
      """
    default: nil
    }
  }

  private static func poisson(_ pair: String, _ o: FormulaOptions) -> String {
    let rate = o.epsilon == 0 ? "y_pred" : "(y_pred + \(o.epsilon))"
    let loss = o.options.logInput ? "exp(y_pred) - y_true * y_pred" : "y_pred - y_true * log(\(rate))"
    guard o.options.full else { return "\(pair) = \(loss)" }
    return """
      \(pair) = { n = max(y_true, 1)
      stirling = n * log(n) - n + log(\(2 * Double.pi) * n) / 2
      \(loss) + where(y_true > 1, stirling, 0) }
      """
  }

  private static func binary(_ name: String, _ pair: String, _ o: FormulaOptions) -> String? {
    let probability = "p = clip(y_pred, \(o.clip), 1 - \(o.clip))"
    let (no, yes) = o.options.classWeights.map { ($0.first ?? 1, $0.dropFirst().first ?? 1) } ?? (1, 1)
    let (alpha, beta) = (o.or(\.alpha, 0.5), o.or(\.beta, 0.5))
    return switch name {
    case "bce" where o.options.fromLogits:
      """
      \(pair) = { \(o.smoothed)
      \(o.weighted(o.label, yes)) * softplus(-y_pred) + \(o.weighted(o.rest, no)) * softplus(y_pred) }
      """
    case "bce":
      """
      \(pair) = { \(probability); \(o.smoothed)
      -\(o.weighted(o.label, yes)) * log(p) - \(o.weighted(o.rest, no)) * log(1 - p) }
      """
    case "binary_focal": focal(pair, probability, o)
    case "hinge": "\(pair) = max(0, 1 - y_true * y_pred)"
    case "squared_hinge": "\(pair) = max(0, 1 - y_true * y_pred)^2"
    case "soft_margin": "\(pair) = softplus(-y_true * y_pred)"
    case "hinge_embedding":
      "\(pair) = where(y_true == 1, y_pred, max(0, \(o.or(\.margin, 1)) - y_pred))"
    case "margin_ranking":
      "margin_ranking(y_true, x1, x2) = max(0, \(o.or(\.margin, 0)) - y_true * (x1 - x2))"
    case "dice": "\(pair) = 1 - (2 * sum(y_true * y_pred)) / (sum(y_true) + sum(y_pred) + \(o.clip))"
    case "tversky":
      """
      \(pair) = { hit = sum(y_true * y_pred)
      missed = \(alpha) * sum(y_pred * (1 - y_true)) + \(beta) * sum(y_true * (1 - y_pred))
      1 - hit / (hit + missed + \(o.clip)) }
      """
    default: nil
    }
  }

  private static func focal(_ pair: String, _ probability: String, _ o: FormulaOptions) -> String {
    let balances = o.options.applyClassBalancing ?? (o.options.alpha != nil)
    let alpha = o.or(\.alpha, 0.25)
    let (y, rest) = (o.label, o.rest)
    let weight = balances ? "(\(alpha) * \(y) + (1 - \(alpha)) * \(rest)) * " : ""
    let (start, loss) =
      o.options.fromLogits
      ? ("p = sigmoid(y_pred)", "\(y) * softplus(-y_pred) + \(rest) * softplus(y_pred)")
      : (probability, "-\(y) * log(p) - \(rest) * log(1 - p)")
    return """
      \(pair) = { \(start); \(o.smoothed)
      missed = \(y) * (1 - p) + \(rest) * p
      surprise = \(loss)
      \(weight)missed^\(o.or(\.gamma, 2)) * surprise }
      """
  }

  private static func classes(_ name: String, _ pair: String, _ o: FormulaOptions) -> String? {
    let indices = ["sparse_cce", "nll", "multi_margin"].contains(name)
    let labels = indices ? "one_hot(flatten(y_true), shape(y_pred)[-1])" : "y_true"
    let soft = o.softened(labels)
    let (start, y) = soft == "y_true" ? ("", soft) : ("y = \(soft)\n", "y")
    let logarithms =
      o.options.fromLogits ? "log_softmax(y_pred)" : "log(clip(y_pred, \(o.clip), 1 - \(o.clip)))"
    let probabilities = o.options.fromLogits ? "softmax(y_pred)" : "y_pred"
    return switch name {
    case "cce", "sparse_cce": "\(pair) = { \(start)-sum(\(y) * \(logarithms), axis=-1) }"
    case "nll": "\(pair) = { \(start)-sum(\(y) * y_pred, axis=-1) }"
    case "kl" where o.options.fromLogits:
      """
      \(pair) = { known = where(y_true > 0, y_true, 1)
      sum(y_true * (log(known) - log_softmax(y_pred)), axis=-1) }
      """
    case "kl":
      """
      \(pair) = { y = clip(y_true, \(o.clip), 1); p = clip(y_pred, \(o.clip), 1)
      sum(y * (log(y) - log(p)), axis=-1) }
      """
    case "categorical_focal":
      """
      \(pair) = { \(start)missed = 1 - \(probabilities)
      -\(o.or(\.alpha, 0.25)) * sum(missed^\(o.or(\.gamma, 2)) * \(y) * \(logarithms), axis=-1) }
      """
    case "categorical_hinge":
      """
      \(pair) = { own = sum(y_true * y_pred, axis=-1); rival = max((1 - y_true) * y_pred, axis=-1)
      max(0, rival - own + 1) }
      """
    case "multi_margin": multiMargin(pair, labels, o)
    // A run's sets hold one class.
    case "multilabel_margin": multiMargin(pair, "one_hot(y_true[.., 0], shape(y_pred)[-1])", o)
    case "multilabel_soft_margin":
      "\(pair) = mean(y_true * softplus(-y_pred) + (1 - y_true) * softplus(y_pred), axis=-1)"
    default: nil
    }
  }

  private static func multiMargin(_ pair: String, _ labels: String, _ o: FormulaOptions) -> String {
    let power = o.or(\.p, 1) == 2 ? "^2" : ""
    let factors = o.options.classWeights.map { "[" + $0.map { "\($0)" }.joined(separator: ", ") + "]" }
    return """
      \(pair) = { y = \(labels); own = sum(y * y_pred, axis=-1)
      lack = max(0, \(o.or(\.margin, 1)) - own + transpose(y_pred))
      \(factors.map { "sum(\($0) * y, axis=-1) * " } ?? "")mean((1 - transpose(y)) * lack\(power), axis=0) }
      """
  }

  private static func other(_ name: String, _ pair: String, _ o: FormulaOptions) -> String? {
    func surprise(_ p: String, _ q: String) -> String {
      "sum(where(\(p) > 0, \(p) * log(where(\(p) > 0, \(q), 1)), 0), axis=-1)"
    }
    return switch name {
    case "cosine_similarity":
      "\(pair) = -sum(y_true * y_pred, axis=-1) / sqrt(sum(y_true^2, axis=-1) * sum(y_pred^2, axis=-1))"
    case "entropy": "entropy(p) = -\(surprise("p", "p"))"
    case "cross_entropy": "cross_entropy(p, q) = -\(surprise("p", "q"))"
    case "jensen_shannon":
      "jensen_shannon(p, q) = { m = (p + q) / 2; (\(surprise("p", "p / m")) + \(surprise("q", "q / m"))) / 2 }"
    default: nil
    }
  }

  static func parsed(_ text: String) -> FunctionDefinition? {
    var parser = Parser(SourceText(text), verbs: [:])
    guard let cell = try? parser.nextCell(), case .define(let function)? = cell.statements.first?.kind else {
      return nil
    }
    return function
  }
}
