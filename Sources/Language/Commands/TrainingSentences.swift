import Training

extension WeightsError {
  var sentence: String {
    switch self {
    case .tooLong(let bytes, let limit): "the weights file has \(bytes) bytes; the limit is \(limit)"
    case .notAnObjectOfArrays: "the weights file is no JSON object of arrays of numbers"
    case .repeatedKey: "the weights file has two entries of one name"
    case .missing(let key): "the weights file lacks \"\(key)\""
    case .unknown(let key): "the weights file has \"\(Escaping.excerpt(key))\", which belongs to no layer"
    case .notAMatrix(let key): "\"\(key)\" is a matrix: a row for each input"
    case .notAVector(let key): "\"\(key)\" is a vector: a number for each unit"
    case .ragged(let key, let row, let found, let expected):
      "row \(row) of \"\(key)\" has \(found) numbers where the first has \(expected)"
    case .length(let key, let found, let expected):
      "\"\(key)\" has length \(found); the layer before makes it \(expected)"
    case .shape: "the weights file holds a network larger than the limit"
    }
  }
}

extension Diagnostic {
  init(_ error: TrainingError, _ call: CommandCall, _ data: Dataset) {
    func option(_ name: String) -> Span { call.options.first { $0.name == name }?.value.span ?? call.span }
    switch error {
    case .count(let which, let found, let allowed):
      self.init(
        .badArgument,
        "\(which.words) must be from \(allowed.lowerBound) to \(allowed.upperBound), not \(found)",
        at: option(which.optionName))
    case .learningRate(let rate):
      self.init(
        .badArgument, "the learning rate is above 0, not \(NumberFormat.text(rate))", at: option("lr"))
    case .momentum(let momentum):
      self.init(
        .badArgument, "momentum is at least 0 and below 1, not \(NumberFormat.text(momentum))",
        at: option("momentum"))
    case .nesterovWithoutMomentum:
      self.init(
        .badArgument, "Nesterov's step looks ahead along the momentum, and there is none",
        at: option("nesterov"),
        hint: "add momentum=0.9, or leave nesterov out")
    case .networkTooLarge(let parameters, let limit):
      self.init(.tooLarge, "a network of \(parameters) weights; the limit is \(limit)", at: option("hidden"))
    case .batchTooLarge(let numbers, let limit):
      self.init(
        .tooLarge, "a batch that takes \(numbers) numbers; the limit is \(limit)", at: option("batch"))
    case .tooManyOutputs(let rows, let outputs, let limit):
      self.init(
        .tooLarge, "\(outputs) outputs for each of \(rows) rows; the limit for all together is \(limit)",
        at: call.span, hint: "fewer rows, or fewer classes")
    case .weightsDoNotFit(let found, let expected):
      self.init(
        .badWeights, "the file's network is \(found.words), and this one is \(expected.words)",
        at: option("weights"), hint: Self.misfit(found, expected, data))
    case .labelsDoNotFit, .softmaxOfOne, .accuracyOfRegression, .mseOfClassIndex:
      self.init(.lossDoesNotFit, "this loss does not fit this data set", at: option("loss"))
    }
  }
}

extension Diagnostic {
  /// Which end of a network from a file does not fit.
  private static func misfit(_ found: NetworkShape, _ expected: NetworkShape, _ data: Dataset) -> String {
    if found.inputs != expected.inputs {
      return "the file's network was made for \(counted(found.inputs, "feature")), and \(data.name) has "
        + "\(expected.inputs): take the weights of this data set, or the data set of these weights"
    }
    if found.outputs != expected.outputs {
      return
        "the file's network has \(counted(found.outputs, "output")), and this loss on \(data.name) wants "
        + "\(expected.outputs): losses on classes in rows have one for each class, the others one in all"
    }
    return "leave hidden= out: the widths of the hidden layers are the file's"
  }
}

extension NetworkShape {
  fileprivate var words: String { ([inputs] + hidden + [outputs]).map(String.init).joined(separator: "-") }
}

extension TrainingOption {
  fileprivate var optionName: String {
    switch self {
    case .epochs: "epochs"
    case .learningRate: "lr"
    case .momentum: "momentum"
    case .patience: "patience"
    case .batchSize: "batch"
    case .hiddenLayers, .hiddenWidth: "hidden"
    case .inputs, .outputs: "loss"
    }
  }

  fileprivate var words: String {
    switch self {
    case .hiddenLayers: "the number of hidden layers"
    case .hiddenWidth: "the width of a hidden layer"
    case .inputs: "the number of features"
    case .outputs: "the number of outputs"
    default: "`\(optionName)`"
    }
  }
}
