import LossMath
import Training

/// The libraries' own losses, where they compute what the run did.
enum LibraryLoss {
  /// A call that makes the loss, such as `nn.HuberLoss(delta=0.5)`; nothing where the formula has to be written out.
  static func object(_ objective: Objective, _ library: ExportLibrary) -> String? {
    guard let options = objective.lossOptions, objective.activation != .meanVariance else { return nil }
    return library == .keras ? keras(objective, options) : torch(objective, options)
  }

  private static func keras(_ objective: Objective, _ o: LossOptions) -> String? {
    // Keras's own clipping, or none to speak of.
    let clipsAsKeras = o.fromLogits || o.epsilon == 0 || o.epsilon == 1e-7
    let isPlain = o.classWeights == nil
    func soft(_ name: String) -> String? {
      guard clipsAsKeras, isPlain else { return nil }
      return "keras.losses.\(name)("
        + arguments(
          ("from_logits", o.fromLogits ? "True" : nil),
          ("label_smoothing", o.labelSmoothing > 0 ? number(o.labelSmoothing) : nil)) + ")"
    }
    switch objective.name {
    case "mse": return "keras.losses.MeanSquaredError()"
    case "mae": return "keras.losses.MeanAbsoluteError()"
    case "msle": return o.epsilon == 1e-7 ? "keras.losses.MeanSquaredLogarithmicError()" : nil
    case "mape": return clipsAsKeras ? "keras.losses.MeanAbsolutePercentageError()" : nil
    case "bce": return soft("BinaryCrossentropy")
    case "hinge": return objective.labels == .plusMinusOne ? "keras.losses.Hinge()" : nil
    case "squared_hinge": return objective.labels == .plusMinusOne ? "keras.losses.SquaredHinge()" : nil
    case "cce": return soft("CategoricalCrossentropy")
    case "sparse_cce": return o.labelSmoothing > 0 ? nil : soft("SparseCategoricalCrossentropy")
    case "kl": return !o.fromLogits && clipsAsKeras ? "keras.losses.KLDivergence()" : nil
    case "huber": return "keras.losses.Huber(delta=\(number(o.delta ?? 1)))"
    case "log_cosh": return "keras.losses.LogCosh()"
    case "poisson": return o.full || o.logInput || !clipsAsKeras ? nil : "keras.losses.Poisson()"
    case "dice": return clipsAsKeras ? "keras.losses.Dice()" : nil
    case "tversky":
      guard clipsAsKeras else { return nil }
      return "keras.losses.Tversky(alpha=\(number(o.alpha ?? 0.5)), beta=\(number(o.beta ?? 0.5)))"
    case "binary_focal", "categorical_focal": return clipsAsKeras && isPlain ? focal(objective.name, o) : nil
    case "categorical_hinge": return "keras.losses.CategoricalHinge()"
    case "cosine_similarity": return "keras.losses.CosineSimilarity(axis=-1)"
    default: return nil
    }
  }

  private static func focal(_ name: String, _ o: LossOptions) -> String {
    let isBinary = name == "binary_focal"
    let balances = o.applyClassBalancing ?? (o.alpha != nil)
    let words = arguments(
      ("apply_class_balancing", isBinary && balances ? "True" : nil),
      ("alpha", isBinary && !balances ? nil : number(o.alpha ?? 0.25)), ("gamma", number(o.gamma ?? 2)),
      ("from_logits", o.fromLogits ? "True" : nil),
      ("label_smoothing", o.labelSmoothing > 0 ? number(o.labelSmoothing) : nil))
    return "keras.losses.\(isBinary ? "Binary" : "Categorical")FocalCrossentropy(\(words))"
  }

  private static func torch(_ objective: Objective, _ o: LossOptions) -> String? {
    let isPlain = o.classWeights == nil
    let smoothing = o.labelSmoothing > 0 ? "label_smoothing=\(number(o.labelSmoothing))" : ""
    switch objective.name {
    case "mse": return "nn.MSELoss()"
    case "mae": return "nn.L1Loss()"
    case "bce":
      guard isPlain, o.labelSmoothing == 0 else { return nil }
      return o.fromLogits ? "nn.BCEWithLogitsLoss()" : o.epsilon == 0 ? "nn.BCELoss()" : nil
    case "cce", "sparse_cce": return o.fromLogits && isPlain ? "nn.CrossEntropyLoss(\(smoothing))" : nil
    case "huber": return "nn.HuberLoss(delta=\(number(o.delta ?? 1)))"
    case "smooth_l1": return "nn.SmoothL1Loss(beta=\(number(o.beta ?? 1)))"
    case "poisson":
      let words = arguments(
        ("log_input", o.logInput ? nil : "False"), ("full", o.full ? "True" : nil),
        ("eps", o.epsilon > 0 ? number(o.epsilon) : nil))
      return "nn.PoissonNLLLoss(\(words))"
    case "soft_margin": return objective.labels == .plusMinusOne ? "nn.SoftMarginLoss()" : nil
    case "nll": return isPlain ? "nn.NLLLoss()" : nil
    case "multi_margin":
      guard isPlain else { return nil }
      let words = arguments(
        ("p", o.p == 2 ? "2" : nil), ("margin", (o.margin ?? 1) == 1 ? nil : number(o.margin ?? 1)))
      return "nn.MultiMarginLoss(\(words))"
    case "multilabel_margin": return "nn.MultiLabelMarginLoss()"
    case "multilabel_soft_margin": return isPlain ? "nn.MultiLabelSoftMarginLoss()" : nil
    default: return nil
    }
  }

  /// Why a formula is written out: what the library does otherwise.
  static func reason(_ objective: Objective, _ library: ExportLibrary) -> String? {
    let o = objective.lossOptions ?? LossOptions()
    if o.classWeights != nil {
      return library == .keras
        ? "With a factor for each class, which Keras's loss does not take."
        : "With a factor for each class; PyTorch would divide by the factors' sum, Lossbook by the rows."
    }
    switch (objective.name, library) {
    case ("kl", .keras): return "Keras has it for probabilities only; these are logits."
    case ("kl", .pytorch), ("cce", .pytorch), ("sparse_cce", .pytorch), ("bce", .pytorch):
      return "Probabilities are clipped as Keras does it; PyTorch's own loss takes logits."
    case ("hinge", _), ("squared_hinge", _): return "With the labels 0 and 1, which Keras would turn into -1 and +1."
    default: return "\(library.title) has no such loss."
    }
  }

  private static func arguments(_ pairs: (String, String?)...) -> String {
    pairs.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: ", ")
  }

  private static func number(_ value: Double) -> String { PythonText.float(value) }
}
