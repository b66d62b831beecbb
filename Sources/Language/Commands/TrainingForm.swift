import LossMath
import Training

/// What stands between a network and its loss: the output layer, and the form of the labels.
struct TrainingForm: Equatable {
  var output: OutputActivation
  var labels: LabelEncoding
}

extension Loss {
  var labelForm: InputForm { inputs.first?.form ?? .real }
  var predictionForm: InputForm { inputs.dropFirst().first?.form ?? .real }
  private var predictsVariance: Bool { inputs.last?.form == .variance }

  /// The form that it was made for, on such targets; nothing where it was made for others.
  func naturalForm(_ kind: Dataset.Kind) -> TrainingForm? {
    guard trains, let labels = naturalLabels(kind) else { return nil }
    return TrainingForm(output: usualOutput(labels), labels: labels)
  }

  private func naturalLabels(_ kind: Dataset.Kind) -> LabelEncoding? {
    switch (labelForm, kind) {
    case (.real, .regression), (.aboveMinusOne, .regression), (.count, .regression): .real
    case (.zeroOne, .classes(2)): .zeroOne
    case (.zeroOne, .classes) where predictionForm == .scoreRow: .oneHot
    case (.plusMinusOne, .classes(2)): .plusMinusOne
    case (.distribution, .classes), (.vector, .classes): .oneHot
    case (.classIndex, .classes): .classIndex
    case (.classSet, .classes): .classSet
    default: nil
    }
  }

  /// The output layer that usually goes with it and with such labels.
  private func usualOutput(_ labels: LabelEncoding) -> OutputActivation {
    switch predictionForm {
    case .probability: .sigmoid
    case .predictedDistribution: .softmax
    case .logDistribution: .logSoftmax
    case .rate: labels.hasColumns ? .softmax : .exp
    case .score: .tanh
    case .real where predictsVariance: .meanVariance
    case .real where labelForm == .real, .aboveMinusOne: labels.usualOutput
    default: .linear
    }
  }

  /// What was asked for, with what usually goes with it in place of what was not; nothing where no labels of such
  /// targets suit this loss.
  func form(_ kind: Dataset.Kind, labels: LabelEncoding?, output: OutputActivation?) -> TrainingForm? {
    let natural = naturalForm(kind)
    guard let labels = labels ?? guess(kind, output, natural?.labels) else { return nil }
    let own = natural?.labels == labels ? natural?.output : nil
    return TrainingForm(output: output ?? own ?? usualOutput(labels), labels: labels)
  }

  private func guess(
    _ kind: Dataset.Kind, _ output: OutputActivation?, _ natural: LabelEncoding?
  ) -> LabelEncoding? {
    guard let output else { return natural ?? possibleLabels(kind).first }
    if let natural, accepts(output, natural) { return natural }
    let fitting = possibleLabels(kind).filter { accepts(output, $0) }
    if output == .tanh, fitting.contains(.plusMinusOne) { return .plusMinusOne }
    return fitting.first ?? natural ?? possibleLabels(kind).first
  }

  /// The forms of such targets' labels that it computes something sensible from, the likeliest first.
  func possibleLabels(_ kind: Dataset.Kind) -> [LabelEncoding] {
    LabelEncoding.possible(kind).filter(accepts)
  }

  func accepts(_ labels: LabelEncoding) -> Bool {
    let allowed: [LabelEncoding] =
      switch labelForm {
      case .classIndex: [.classIndex]
      case .classSet: [.classSet]
      case .distribution, .vector: [.oneHot]
      case .zeroOne: [.zeroOne, .oneHot]
      case .plusMinusOne: [.plusMinusOne, .zeroOne]
      case .aboveMinusOne, .count: [.real, .zeroOne, .oneHot]
      case .real where name == "mape": [.real]
      default:
        predictsVariance ? [.real, .zeroOne, .plusMinusOne] : [.real, .zeroOne, .plusMinusOne, .oneHot]
      }
    return allowed.contains(labels)
  }

  /// Whether it computes something sensible from such an output layer.
  func accepts(_ output: OutputActivation, _ labels: LabelEncoding) -> Bool {
    possibleOutputs(labels).contains(output)
  }

  func possibleOutputs(_ labels: LabelEncoding) -> [OutputActivation] {
    let softmax: [OutputActivation] = labels.hasColumns ? [.softmax] : []
    let logits: [OutputActivation] = accepts(.fromLogits) ? [.linear] : []
    return switch predictionForm {
    case .probability: [.sigmoid] + logits + softmax
    case .predictedDistribution: softmax + logits
    case .logDistribution: [.logSoftmax]
    case .rate: [.exp, .sigmoid] + softmax
    case .real where predictsVariance: [.meanVariance]
    default: [.linear, .sigmoid, .tanh, .exp] + softmax
    }
  }
}

extension LabelEncoding {
  /// What can be made of such targets, the likeliest first.
  static func possible(_ kind: Dataset.Kind) -> [LabelEncoding] {
    switch kind {
    case .regression: [.real]
    case .classes(2): [.zeroOne, .plusMinusOne, .oneHot, .classIndex, .classSet, .real]
    case .classes: [.oneHot, .classIndex, .classSet]
    }
  }

  /// Whether the network puts out a number for each class.
  var hasColumns: Bool { [.oneHot, .classIndex, .classSet].contains(self) }

  /// The output layer whose range is that of the labels.
  var usualOutput: OutputActivation {
    switch self {
    case .real, .classSet: .linear
    case .zeroOne: .sigmoid
    case .plusMinusOne: .tanh
    case .oneHot, .classIndex: .softmax
    }
  }
}
