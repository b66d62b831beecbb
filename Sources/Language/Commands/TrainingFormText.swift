import LossMath
import Training

extension LabelEncoding {
  /// What such labels are.
  var words: String {
    switch self {
    case .real: "the targets as they are"
    case .zeroOne: "0 and 1"
    case .plusMinusOne: "-1 and +1"
    case .oneHot: "one-hot rows"
    case .classIndex: "one class index a row"
    case .classSet: "a class index a row, filled up with -1"
    }
  }
}

extension OutputActivation {
  /// What such a layer gives.
  var range: String {
    switch self {
    case .linear: "any number"
    case .sigmoid: "numbers between 0 and 1"
    case .tanh: "numbers between -1 and 1"
    case .softmax: "rows that sum to 1"
    case .logSoftmax: "logarithms of probabilities"
    case .exp: "numbers above 0"
    case .meanVariance: "a mean and a variance"
    }
  }

  /// The numbers that it never leaves; nothing where there are no such ends.
  fileprivate var ends: ClosedRange<Double>? {
    switch self {
    case .sigmoid: 0...1
    case .tanh: -1...1
    case .exp: 0...(.infinity)
    default: nil
    }
  }
}

extension TrainingForm {
  /// What a reader should know who asked for it.
  func notes(_ loss: Loss, _ data: Dataset) -> [String] {
    guard self != loss.naturalForm(data.kind) else { return [] }
    let facts =
      "\(loss.name) on \(data.name): the labels are \(labels.words), the output layer is \(output.rawValue)."
    return [([facts] + explanations(loss) + reach(data)).joined(separator: " ")]
  }

  private func explanations(_ loss: Loss) -> [String] {
    switch (loss.name, loss.labelForm, labels, output) {
    case ("mse", _, .zeroOne, .sigmoid):
      ["The mean squared error of a probability is the Brier score."]
    case ("mse", _, .oneHot, .softmax):
      ["Times the number of classes it is the Brier score."]
    case (_, .plusMinusOne, .zeroOne, _):
      [
        "\(loss.name) multiplies label and output: with a label of 0 it is the same whatever the output is, so the rows "
          + "of class 0 teach nothing. It is made for labels=plus_minus_one."
      ]
    case (_, .plusMinusOne, .plusMinusOne, .sigmoid), (_, .plusMinusOne, .plusMinusOne, .exp):
      ["This output is never below 0, so rows of class -1 never come out right by sign."]
    case (_, .zeroOne, .oneHot, .sigmoid) where loss.predictionForm == .probability:
      ["Each class is a yes-or-no question of its own."]
    case (_, _, _, .linear) where loss.accepts(.fromLogits):
      [
        "\(loss.name) reads these outputs as logits, which trains as \(labels == .zeroOne ? "sigmoid" : "softmax") does. "
          + "Keras needs from_logits=True for that; without it, it takes any number for a probability."
      ]
    default: []
    }
  }

  /// Which targets the output layer cannot give.
  private func reach(_ data: Dataset) -> [String] {
    guard labels == .real, let ends = output.ends, let low = data.targets.min(),
      let high = data.targets.max(),
      low < ends.lowerBound || high > ends.upperBound
    else { return [] }
    let (least, most) = (NumberFormat.text(low, digits: 3), NumberFormat.text(high, digits: 3))
    return ["It gives \(output.range), and the targets go from \(least) to \(most): not all can be reached."]
  }
}
