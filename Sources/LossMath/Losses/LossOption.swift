/// The names of the options, as they are typed.
public enum LossOption: String, CaseIterable, Sendable {
  case reduction
  case fromLogits = "from_logits"
  case epsilon
  case labelSmoothing = "label_smoothing"
  case classWeights = "class_weights"
  case axis
  case delta
  case alpha
  case beta
  case gamma
  case margin
  case quantile
  case p
  case logInput = "log_input"
  case full
  case applyClassBalancing = "apply_class_balancing"
  case swap
  case weights

  /// What a value of the option is: a quoted word, true or false, a number, a whole number, a list of numbers.
  public enum Kind: Sendable {
    case word, flag, number, wholeNumber, numbers
  }

  /// What is typed after the name.
  public var kind: Kind {
    switch self {
    case .reduction: .word
    case .fromLogits, .logInput, .full, .applyClassBalancing, .swap: .flag
    case .axis: .wholeNumber
    case .weights, .classWeights: .numbers
    default: .number
    }
  }

  /// One line for help.
  public var summary: String {
    switch self {
    case .reduction: "\"mean\" (the default), \"sum\" or \"none\""
    case .fromLogits: "true when y_pred holds logits instead of probabilities; false is the default"
    case .epsilon:
      "clip as Keras does, into [epsilon, 1 - epsilon]; 0 (the default) is exact, Keras uses 1e-7"
    case .labelSmoothing: "the share of each label that is spread evenly over the classes; 0 is the default"
    case .classWeights: "a list of factors, one for each class"
    case .axis: "the axis along which the classes stand, or the numbers of a vector; the last is the default"
    case .delta: "the size of error at which the curve turns from a square into a line"
    case .alpha: "focal: the weight of the positive class; tversky: the cost of a false positive"
    case .beta: "smooth_l1: where the square turns into a line; tversky: the cost of a false negative"
    case .gamma: "how strongly easy examples are played down; 0 is plain cross-entropy"
    case .margin: "how far apart right and wrong have to be before nothing more is to be gained"
    case .quantile: "the share of targets that should lie below the prediction; 0.5 asks for the median"
    case .p: "multi_margin: the power of each term, 1 or 2; triplet: the norm of the distance"
    case .logInput: "true when y_pred holds the logarithm of the rate"
    case .full: "true adds the part of the likelihood that does not depend on the prediction"
    case .applyClassBalancing: "true weighs the positive class by alpha and the negative one by 1 - alpha"
    case .swap: "true takes the distance from positive to negative where that is the harder case"
    case .weights:
      "a factor for each sample; the mean still divides by their number, as Keras's sum_over_batch_size"
    }
  }
}

/// An option of a loss that is a number: its default there, and what it may be.
public struct LossNumber: Sendable {
  /// Which option it is.
  public let option: LossOption
  /// The default; nothing where leaving it out means something of its own.
  public let standard: Double?
  /// The values it may have in this loss.
  public let range: NumberRange

  init(_ option: LossOption, _ standard: Double?, _ range: NumberRange) {
    self.option = option
    self.standard = standard
    self.range = range
  }
}

/// What a number may be, in words.
public enum NumberRange: String, Sendable {
  case anyNumber = "any number that is not infinite"
  case positive = "above 0"
  case notNegative = "at least 0"
  case belowHalf = "at least 0 and below 0.5"
  case unit = "from 0 to 1"
  case insideUnit = "between 0 and 1, but neither of them"
  case signedUnit = "from -1 to 1"
  case oneOrTwo = "1 or 2"
  case atLeastOne = "at least 1"

  /// Whether a number is in the range; infinities and NaN are in none.
  public func contains(_ x: Double) -> Bool {
    guard x.isFinite else { return false }
    return switch self {
    case .anyNumber: true
    case .positive: x > 0
    case .notNegative: x >= 0
    case .belowHalf: x >= 0 && x < 0.5
    case .unit: x >= 0 && x <= 1
    case .insideUnit: x > 0 && x < 1
    case .signedUnit: x >= -1 && x <= 1
    case .oneOrTwo: x == 1 || x == 2
    case .atLeastOne: x >= 1
    }
  }
}
