/// How the losses of the single elements or rows become the result.
public enum Reduction: String, CaseIterable, Sendable {
  /// Their mean, Keras's and PyTorch's default.
  case mean
  /// Their sum.
  case sum
  /// Left as they are: one loss for each element, or for each row where the loss works on rows.
  case none
}

/// The options a call of a loss may carry. A loss looks only at those it lists in `Loss.options`; nothing
/// stands for the loss's own default.
public struct LossOptions: Equatable, Sendable {
  /// How the losses of elements or rows become the result.
  public var reduction: Reduction
  /// Whether `y_pred` holds logits, before sigmoid or softmax, in place of probabilities.
  public var fromLogits: Bool
  /// Keras's clipping: probabilities are moved into [ε, 1 − ε] (and what `msle` reads up to ε) and have no
  /// gradient where they were moved. 0, the default, computes the exact formula; Keras uses 1e-7.
  public var epsilon: Double
  /// The share of each label that is spread evenly over all classes.
  public var labelSmoothing = 0.0
  /// A factor for each sample's loss. The mean still divides by the number of samples, as Keras's
  /// `sum_over_batch_size` does. 0 leaves a sample out, even one whose loss is infinite.
  public var weights: Tensor?
  /// A factor for each class's share of the loss.
  public var classWeights: [Double]?
  /// The axis along which the classes, or the numbers of a vector, stand.
  public var axis: Int?

  /// `huber`: the size of error, above 0, at which the square turns into a line; 1 by itself.
  public var delta: Double?
  /// `binary_focal`: the weight of label 1, from 0 to 1. `categorical_focal`: a factor. `tversky`: the cost of a
  /// false positive.
  public var alpha: Double?
  /// `smooth_l1`: the size of error at which the square turns into a line. `tversky`: the cost of a false negative.
  public var beta: Double?
  /// Focal losses: how strongly easy examples are played down, 0 or above; 2 by itself.
  public var gamma: Double?
  /// How far apart right and wrong have to be, in the unit of the predictions.
  public var margin: Double?
  /// The share of targets that should lie below the prediction, between 0 and 1; 0.5 by itself.
  public var quantile: Double?
  /// `multi_margin`: the power of each term, 1 or 2. `triplet`: the norm of the distance, at least 1.
  public var p: Double?

  /// `poisson`: whether `y_pred` holds the logarithm of the rate.
  public var logInput = false
  /// Whether the part of the likelihood counts that does not depend on the prediction.
  public var full = false
  /// `binary_focal`: whether `alpha` and 1 − `alpha` weigh the labels 1 and 0; nothing for "where `alpha` is given".
  public var applyClassBalancing: Bool?
  /// `triplet`: whether the distance from positive to negative is taken where that is the harder case.
  public var swap = false

  /// What is not named here has its default.
  public init(reduction: Reduction = .mean, fromLogits: Bool = false, epsilon: Double = 0) {
    self.reduction = reduction
    self.fromLogits = fromLogits
    self.epsilon = epsilon
  }
}

extension LossOptions {
  /// The option of that name as a number; nothing where it is not given, or is no number.
  public subscript(number option: LossOption) -> Double? {
    get {
      switch option {
      case .epsilon: epsilon
      case .labelSmoothing: labelSmoothing
      case .delta: delta
      case .alpha: alpha
      case .beta: beta
      case .gamma: gamma
      case .margin: margin
      case .quantile: quantile
      case .p: p
      default: nil
      }
    }
    set {
      switch option {
      case .epsilon: epsilon = newValue ?? 0
      case .labelSmoothing: labelSmoothing = newValue ?? 0
      case .delta: delta = newValue
      case .alpha: alpha = newValue
      case .beta: beta = newValue
      case .gamma: gamma = newValue
      case .margin: margin = newValue
      case .quantile: quantile = newValue
      case .p: p = newValue
      default: break
      }
    }
  }

  /// Sets the option of that name, if it is a flag.
  public mutating func set(_ option: LossOption, to flag: Bool) {
    switch option {
    case .fromLogits: fromLogits = flag
    case .logInput: logInput = flag
    case .full: full = flag
    case .swap: swap = flag
    case .applyClassBalancing: applyClassBalancing = flag
    default: break
    }
  }
}
