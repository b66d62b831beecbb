/// One argument of a loss: its name and what it holds.
public struct LossInput: Sendable {
  /// The name it is typed by, such as `y_true`.
  public let name: String
  /// What it holds.
  public let form: InputForm

  init(_ name: String, _ form: InputForm) {
    self.name = name
    self.form = form
  }
}

extension [LossInput] {
  /// The two arguments that most losses have.
  static func pair(_ labels: InputForm, _ predictions: InputForm) -> [LossInput] {
    [LossInput("y_true", labels), LossInput("y_pred", predictions)]
  }
}

/// What an argument of a loss holds, as help says it.
public enum InputForm: String, Sendable {
  case real = "any real numbers"
  case aboveMinusOne = "numbers above -1, such as counts and prices"
  case count = "counts: 0, 1, 2, ..., or other numbers that are not negative"
  case zeroOne = "0 or 1, or a probability between them"
  case plusMinusOne = "-1 or +1"
  case distribution = "one-hot rows, or rows of probabilities that sum to 1"
  case classIndex = "one class index a row: 0, 1, 2, ..."
  case classSet = "rows of class indices, filled up with -1: [2, 0, -1, -1] for the classes 2 and 0"
  case rowSign = "one number a row: +1 where the two are alike, -1 where they are not"
  case probability = "probabilities between 0 and 1, from a sigmoid"
  case score = "scores: the sign is the class, the size the confidence; often from tanh"
  case predictedDistribution = "rows of probabilities that sum to 1, from a softmax"
  case scoreRow = "rows of scores, one for each class, from a linear layer"
  case logDistribution = "rows of log-probabilities, from log_softmax"
  case rate = "rates above 0, from exp; with log_input=true their logarithms"
  case distance = "distances, which are not negative"
  case variance = "variances above 0"
  case vector = "rows, each of them a vector; one vector alone is one row"

  /// Whether a row of the other arguments has one number of this one.
  var isOnePerRow: Bool { self == .classIndex || self == .rowSign }

  /// Whether it says something of two rows together.
  var isOfPairs: Bool { self == .rowSign || self == .distance }

  /// Which labels a training run would make for it.
  var labels: LabelForm {
    switch self {
    case .aboveMinusOne: .aboveMinusOne
    case .zeroOne: .zeroOne
    case .plusMinusOne, .rowSign: .plusMinusOne
    case .distribution: .distribution
    case .classIndex: .classIndex
    default: .real
    }
  }

  /// Which output layer goes with it.
  var predictions: PredictionForm {
    switch self {
    case .aboveMinusOne: .aboveMinusOne
    case .probability: .probability
    case .score: .score
    case .predictedDistribution: .distribution
    default: .real
    }
  }
}

/// The kinds of labels that training tells apart.
public enum LabelForm: String, Sendable {
  case real = "any real numbers"
  case aboveMinusOne = "numbers above -1, such as counts and prices"
  case zeroOne = "0 or 1, or a probability between them"
  case plusMinusOne = "-1 or +1"
  case distribution = "one-hot rows, or rows of probabilities that sum to 1"
  case classIndex = "one class index a row: 0, 1, 2, ..."
}

/// The kinds of predictions that training tells apart.
public enum PredictionForm: String, Sendable {
  case real = "any real numbers"
  case aboveMinusOne = "numbers above -1"
  case probability = "probabilities between 0 and 1, from a sigmoid"
  case score = "scores: the sign is the class, the size the confidence; often from tanh"
  case distribution = "rows of probabilities that sum to 1, from a softmax"
}
