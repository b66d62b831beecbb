import LossMath
import Training

/// The libraries' own losses, where they compute what the run did.
enum LibraryLoss {
  /// A call that makes the loss, such as `nn.HuberLoss(delta=0.5)`; nothing where the formula has to be written out.
  static func object(_ objective: Objective, _ library: ExportLibrary) -> PythonExpression? {
    guard let options = objective.lossOptions, objective.activation != .meanVariance else { return nil }
    return library == .keras ? keras(objective, options) : torch(objective, options)
  }

  private static func keras(_ objective: Objective, _ o: LossOptions) -> PythonExpression? {
    // Keras's own clipping, or none to speak of.
    let clipsAsKeras = o.fromLogits || o.epsilon == 0 || o.epsilon == 1e-7
    let isPlain = o.classWeights == nil
    func soft(_ name: String) -> PythonExpression? {
      guard clipsAsKeras, isPlain else { return nil }
      return call("keras.losses." + name, ("from_logits", o.fromLogits ? "True" : nil), smoothing(o))
    }
    switch objective.name {
    case "mse": return call("keras.losses.MeanSquaredError")
    case "mae": return call("keras.losses.MeanAbsoluteError")
    case "msle": return o.epsilon == 1e-7 ? call("keras.losses.MeanSquaredLogarithmicError") : nil
    case "mape": return clipsAsKeras ? call("keras.losses.MeanAbsolutePercentageError") : nil
    case "bce": return soft("BinaryCrossentropy")
    case "hinge": return objective.labels == .plusMinusOne ? call("keras.losses.Hinge") : nil
    case "squared_hinge": return objective.labels == .plusMinusOne ? call("keras.losses.SquaredHinge") : nil
    case "cce": return soft("CategoricalCrossentropy")
    case "sparse_cce": return o.labelSmoothing > 0 ? nil : soft("SparseCategoricalCrossentropy")
    case "kl": return !o.fromLogits && clipsAsKeras ? call("keras.losses.KLDivergence") : nil
    case "huber": return call("keras.losses.Huber", ("delta", number(o.delta ?? 1)))
    case "log_cosh": return call("keras.losses.LogCosh")
    case "poisson": return o.full || o.logInput || !clipsAsKeras ? nil : call("keras.losses.Poisson")
    case "dice": return clipsAsKeras ? call("keras.losses.Dice") : nil
    case "tversky":
      guard clipsAsKeras else { return nil }
      return call("keras.losses.Tversky", ("alpha", number(o.alpha ?? 0.5)), ("beta", number(o.beta ?? 0.5)))
    case "binary_focal", "categorical_focal": return clipsAsKeras && isPlain ? focal(objective.name, o) : nil
    case "categorical_hinge": return call("keras.losses.CategoricalHinge")
    case "cosine_similarity": return call("keras.losses.CosineSimilarity", ("axis", "-1"))
    default: return nil
    }
  }

  private static func focal(_ name: String, _ o: LossOptions) -> PythonExpression {
    let isBinary = name == "binary_focal"
    let balances = o.applyClassBalancing ?? (o.alpha != nil)
    return call(
      "keras.losses.\(isBinary ? "Binary" : "Categorical")FocalCrossentropy",
      ("apply_class_balancing", isBinary && balances ? "True" : nil),
      ("alpha", isBinary && !balances ? nil : number(o.alpha ?? 0.25)), ("gamma", number(o.gamma ?? 2)),
      ("from_logits", o.fromLogits ? "True" : nil), smoothing(o))
  }

  private static func smoothing(_ o: LossOptions) -> (String, String?) {
    ("label_smoothing", o.labelSmoothing > 0 ? number(o.labelSmoothing) : nil)
  }

  private static func torch(_ objective: Objective, _ o: LossOptions) -> PythonExpression? {
    let isPlain = o.classWeights == nil
    switch objective.name {
    case "mse": return call("nn.MSELoss")
    case "mae": return call("nn.L1Loss")
    case "bce":
      guard isPlain, o.labelSmoothing == 0 else { return nil }
      return o.fromLogits ? call("nn.BCEWithLogitsLoss") : o.epsilon == 0 ? call("nn.BCELoss") : nil
    case "cce", "sparse_cce": return o.fromLogits && isPlain ? call("nn.CrossEntropyLoss", smoothing(o)) : nil
    case "huber": return call("nn.HuberLoss", ("delta", number(o.delta ?? 1)))
    case "smooth_l1": return call("nn.SmoothL1Loss", ("beta", number(o.beta ?? 1)))
    case "poisson":
      return call(
        "nn.PoissonNLLLoss", ("log_input", o.logInput ? nil : "False"), ("full", o.full ? "True" : nil),
        ("eps", o.epsilon > 0 ? number(o.epsilon) : nil))
    case "soft_margin": return call("nn.SoftMarginLoss")
    case "nll": return isPlain ? call("nn.NLLLoss") : nil
    case "multi_margin":
      guard isPlain else { return nil }
      return call(
        "nn.MultiMarginLoss", ("p", o.p == 2 ? "2" : nil),
        ("margin", (o.margin ?? 1) == 1 ? nil : number(o.margin ?? 1)))
    case "multilabel_margin": return call("nn.MultiLabelMarginLoss")
    case "multilabel_soft_margin": return isPlain ? call("nn.MultiLabelSoftMarginLoss") : nil
    default: return nil
    }
  }

  /// Why a formula is written out: what the library does otherwise.
  static func reason(_ objective: Objective, _ library: ExportLibrary) -> String? {
    let o = objective.lossOptions ?? LossOptions()
    if o.classWeights != nil {
      return library == .keras
        ? "With a factor for each class, which Keras's loss does not take."
        : "With factors for the classes; PyTorch would divide by their sum, not by the rows."
    }
    let logits = "\(library.title)'s own loss takes \(library == .keras ? "probabilities" : "logits")"
    switch (objective.name, library) {
    case ("bce", .pytorch) where o.labelSmoothing > 0, ("sparse_cce", .keras) where o.labelSmoothing > 0:
      return "\(library.title)'s own loss does not smooth labels."
    case ("hinge", .keras), ("squared_hinge", .keras):
      return "With the labels 0 and 1, which Keras would turn into -1 and +1."
    case ("msle", .keras), ("mape", .keras), ("poisson", .keras):
      return "Keras's own loss has 1e-7 in place of the smallest number here."
    case (_, .keras) where o.epsilon > 0: return "Keras's own loss clips at 1e-7."
    case ("kl", .keras): return "\(logits); these are logits."
    case ("kl", .pytorch), ("cce", .pytorch), ("sparse_cce", .pytorch), ("bce", .pytorch):
      return "\(logits); these are probabilities, clipped as in Keras."
    default: return "\(library.title) has no such loss."
    }
  }

  private static func call(_ function: String, _ pairs: (String, String?)...) -> PythonExpression {
    .call(function, pairs.compactMap { name, value in value.map { .init(name: name, value: .atom($0)) } })
  }

  private static func number(_ value: Double) -> String { PythonText.float(value) }
}
