/// How the losses of the single elements or rows become the result.
public enum Reduction: String, CaseIterable, Sendable {
  /// Their mean, Keras's and PyTorch's default.
  case mean
  /// Their sum.
  case sum
  /// Left as they are: one loss for each element, or for each row where the loss works on rows.
  case none
}

/// The options a call of a loss may carry. A loss looks only at those it lists in `Loss.options`.
public struct LossOptions: Equatable, Sendable {
  public var reduction: Reduction
  /// Whether `y_pred` holds logits, before sigmoid or softmax, in place of probabilities.
  public var fromLogits: Bool
  /// Keras's clipping: probabilities are moved into [ε, 1 − ε] (and what `msle` reads up to ε) and have no
  /// gradient where they were moved. 0, the default, computes the exact formula; Keras uses 1e-7.
  public var epsilon: Double

  public init(reduction: Reduction = .mean, fromLogits: Bool = false, epsilon: Double = 0) {
    self.reduction = reduction
    self.fromLogits = fromLogits
    self.epsilon = epsilon
  }
}

/// The names of the options, as they are typed.
public enum LossOption: String, CaseIterable, Sendable {
  case reduction
  case fromLogits = "from_logits"
  case epsilon

  /// One line for help.
  public var summary: String {
    switch self {
    case .reduction: "\"mean\" (the default), \"sum\" or \"none\""
    case .fromLogits: "true when y_pred holds logits instead of probabilities; false is the default"
    case .epsilon:
      "clip as Keras does, into [epsilon, 1 - epsilon]; 0 (the default) is exact, Keras uses 1e-7"
    }
  }
}

/// What a loss expects as `y_true`.
public enum LabelForm: String, Sendable {
  case real = "any real numbers"
  case aboveMinusOne = "numbers above -1, such as counts and prices"
  case zeroOne = "0 or 1, or a probability between them"
  case plusMinusOne = "-1 or +1"
  case distribution = "one-hot rows, or rows of probabilities that sum to 1"
  case classIndex = "one class index a row: 0, 1, 2, ..."
}

/// What a loss expects as `y_pred`.
public enum PredictionForm: String, Sendable {
  case real = "any real numbers"
  case aboveMinusOne = "numbers above -1"
  case probability = "probabilities between 0 and 1, from a sigmoid"
  case score = "scores: the sign is the class, the size the confidence; often from tanh"
  case distribution = "rows of probabilities that sum to 1, from a softmax"
}
