/// An option of a training run, by the name of its property.
public enum TrainingOption: String, Sendable, Equatable {
  case epochs
  case learningRate
  case momentum
  case patience
  case batchSize
  case hiddenLayers
  case hiddenWidth
  case inputs
  case outputs
}

/// Why a run cannot start, with the facts; the sentences are written where they are shown.
public enum TrainingError: Error, Sendable, Equatable {
  /// A count outside what is allowed.
  case count(TrainingOption, found: Int, allowed: ClosedRange<Int>)
  /// A learning rate that is not a finite number above 0.
  case learningRate(Double)
  /// A momentum that is not at least 0 and below 1.
  case momentum(Double)
  /// Nesterov's look ahead was asked for where no momentum is to look along.
  case nesterovWithoutMomentum
  /// More weights and biases than a network may have.
  case networkTooLarge(parameters: Int, limit: Int)
  /// More working memory, in numbers, than a run may take: batch size times the layers' widths.
  case batchTooLarge(numbers: Int, limit: Int)
  /// More outputs, all rows together, than can be kept.
  case tooManyOutputs(rows: Int, outputs: Int, limit: Int)
  /// A loss whose labels are of another kind than the data's targets.
  case labelsDoNotFit(LabelEncoding, Dataset.Kind)
  /// Softmax over one output is always 1.
  case softmaxOfOne(LabelEncoding)
  /// Accuracy was asked for where there are no classes.
  case accuracyOfRegression
  /// Squared error was asked for between scores and a class's number.
  case mseOfClassIndex
  /// The initial weights are of another shape than data, options and loss ask for.
  case weightsDoNotFit(found: NetworkShape, expected: NetworkShape)
}
