import LossMath

extension Diagnostic {
  /// - Parameter sample: what holds the numbers of one sample.
  init(
    _ complaint: LossComplaint, _ loss: Loss, _ sample: String, span: (LossArgument) -> Span
  ) {
    func number(_ x: Double) -> String { NumberFormat.text(x) }
    switch complaint {
    case .probabilityOutOfRange(let index, let value):
      self.init(
        .probabilityOutOfRange,
        "y_pred[\(index)] is \(number(value)), and a probability lies between 0 and 1",
        at: span(.yPred),
        hint:
          "if these are logits, say from_logits=true, or apply \(loss.isRowwise ? "softmax" : "sigmoid") first"
      )
    case .zeroOneLabels:
      self.init(
        .zeroOneLabels, "the labels are 0 and 1, and \(loss.name) wants -1 and +1", at: span(.yTrue),
        hint: "write 2*y - 1; with a label of 0 the loss is 1 whatever is predicted")
    case .notPlusMinusOne(let index, let value):
      self.init(
        .notPlusMinusOne, "label y_true[\(index)] is \(number(value)), and \(loss.name) wants -1 or +1",
        at: span(.yTrue), hint: "the two classes are named -1 and +1")
    case .plusMinusLabels:
      self.init(
        .plusMinusLabels, "the labels are -1 and +1, and \(loss.name) wants 0 and 1", at: span(.yTrue),
        hint: "write (y + 1) / 2")
    case .labelOutOfRange(let index, let value):
      self.init(
        .labelOutOfRange,
        "label y_true[\(index)] is \(number(value)), and \(loss.name) wants \(loss.inputs[0].form.rawValue)",
        at: span(.yTrue), hint: "are y_true and y_pred in the right order?")
    case .rowSum(let argument, let row, let sum):
      self.init(
        .rowSum,
        "\(sample) \(row) of \(argument.rawValue) sums to \(number(sum)), and probabilities sum to 1",
        at: span(argument),
        hint: argument == .yPred
          ? "divide by the sum, or give logits with from_logits=true" : "divide by the sum: y / sum(y)")
    case .oneHotForIndices:
      self.init(
        .oneHotForIndices, "the labels are one-hot rows, and \(loss.name) wants class indices",
        at: span(.yTrue),
        hint: "use cce for one-hot labels, or argmax(y, axis=1) for the indices")
    case .indicesForOneHot:
      self.init(
        .indicesForOneHot, "the labels are class indices, and \(loss.name) wants one-hot rows",
        at: span(.yTrue),
        hint: "use sparse_cce for indices, or one_hot(y, classes)")
    case .belowMinusOne(let argument, let index, let value):
      self.init(
        .belowMinusOne,
        "\(argument.rawValue)[\(index)] is \(number(value)), and log(1 + x) has no value below -1",
        at: span(argument),
        hint:
          "msle is for targets that are not negative; epsilon=1e-7 does what Keras does: it replaces negatives"
      )
    case .swapped:
      self.init(
        .badArgument, "y_pred looks like labels and y_true like predictions", at: span(.yTrue),
        hint: "the truth comes first, as in Keras: \(loss.name)(y_true, y_pred)")
    case .negative(let argument, let index, let value):
      self.init(
        .badArgument, "\(argument.rawValue)[\(index)] is \(number(value)), and it cannot be negative",
        at: span(argument),
        hint: argument == .variance ? "var is a variance: exp(...) makes it positive" : nil)
    case .positiveLogProbability(let index, let value):
      self.init(
        .badArgument, "y_pred[\(index)] is \(number(value)), and a log-probability is never above 0",
        at: span(.yPred), hint: "apply log_softmax to logits or log to probabilities, or use sparse_cce")
    case .zeroOneRowsForSets:
      self.init(
        .badArgument, "the labels are rows of 0 and 1, and \(loss.name) wants sets of class indices",
        at: span(.yTrue), hint: "use multilabel_soft_margin for rows of 0 and 1")
    case .probabilitiesForLogits, .softmaxTwice, .logRowSum, .divergenceSwapped, .zeroTarget, .zeroRow:
      // These are warnings, which do not stop a call.
      self.init(.badArgument, complaint.warning(sample), at: span(.yPred))
    }
  }
}

extension LossComplaint {
  /// The sentence of a complaint that does not stop the call.
  /// - Parameter sample: what holds the numbers of one sample.
  func warning(_ sample: String) -> String {
    switch self {
    case .probabilitiesForLogits:
      "from_logits=true, and y_pred looks like probabilities: sigmoid or softmax would be taken twice"
    case .softmaxTwice: "y_pred looks like the softmax of probabilities: is softmax taken twice?"
    case .logRowSum(let row, let sum):
      "the exponentials of \(sample) \(row) sum to \(NumberFormat.text(sum)), and those of log-probabilities to 1"
    case .divergenceSwapped(let index):
      "y_pred[\(index)] is 0, and no y_true is: are the two in the right order? The truth comes first"
    case .zeroTarget(let index): "y_true[\(index)] is 0, and a percentage of 0 is infinite"
    case .zeroRow(let argument, let row):
      "\(sample) \(row) of \(argument.rawValue) is all zeros, and has no direction"
    default: "this is probably a mistake"
    }
  }
}
