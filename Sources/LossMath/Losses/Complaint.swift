/// Which argument of a loss something is said about.
public enum LossArgument: String, Sendable {
  case yTrue = "y_true"
  case yPred = "y_pred"
  case variance = "var"
  case x1
  case x2
}

/// Something in the arguments of a loss that is almost certainly a mistake. The facts only; the sentence and
/// the remedy are written where it is shown.
public enum LossComplaint: Equatable, Sendable {
  /// How sure it is that something is wrong.
  public enum Severity: Sendable {
    /// The result would answer another question than the one asked.
    case error
    /// The result is what the formula says, and probably not what was meant.
    case warning
  }

  /// A probability outside [0, 1]: most often a logit.
  case probabilityOutOfRange(index: Int, value: Double)
  /// Labels 0 and 1 where −1 and +1 are wanted.
  case zeroOneLabels(index: Int, value: Double)
  /// A label that is neither −1 nor +1.
  case notPlusMinusOne(index: Int, value: Double)
  /// Labels −1 and +1 where 0 and 1 are wanted.
  case plusMinusLabels(index: Int)
  /// A label outside [0, 1], or a count below 0.
  case labelOutOfRange(index: Int, value: Double)
  /// Probabilities of one sample that do not sum to 1; samples are counted from 0, as all rows here.
  case rowSum(argument: LossArgument, row: Int, sum: Double)
  /// One-hot rows given where class indices are wanted.
  case oneHotForIndices
  /// Class indices given where one-hot rows are wanted.
  case indicesForOneHot
  /// A number below −1, of which log(1 + x) has no value.
  case belowMinusOne(argument: LossArgument, index: Int, value: Double)
  /// Labels that look like predictions, and predictions that look like labels.
  case swapped
  /// A negative number where none can be: a rate, a variance, a distance.
  case negative(argument: LossArgument, index: Int, value: Double)
  /// A number above 0 where log-probabilities are wanted: a probability, or a logit.
  case positiveLogProbability(index: Int, value: Double)
  /// Rows of 0 and 1 where sets of class indices are wanted.
  case zeroOneRowsForSets
  /// `from_logits=true`, and rows of probabilities: the softmax is taken twice.
  case probabilitiesForLogits
  /// Probabilities that look like the softmax of probabilities.
  case softmaxTwice
  /// Log-probabilities whose exponentials do not sum to 1: most often logits.
  case logRowSum(row: Int, sum: Double)
  /// A zero among the predictions of kl and none among its labels.
  case divergenceSwapped(index: Int)
  /// A target of 0, by which mape divides.
  case zeroTarget(index: Int)
  /// A row of zeros, which has no direction.
  case zeroRow(argument: LossArgument, row: Int)

  /// How sure it is; the language refuses errors and shows warnings.
  public var severity: Severity {
    switch self {
    case .probabilitiesForLogits, .softmaxTwice, .logRowSum, .divergenceSwapped, .zeroTarget, .zeroRow:
      .warning
    case .negative(let argument, _, _): argument == .yPred ? .warning : .error
    default: .error
    }
  }
}

extension Loss {
  /// What is likely wrong with these arguments; the first finding of each argument, labels first.
  public func complaints(yTrue: Tensor, yPred: Tensor, _ options: LossOptions) -> [LossComplaint] {
    complaints([yTrue, yPred], options)
  }

  /// The same for any number of arguments, errors before warnings.
  public func complaints(_ arguments: [Tensor], _ options: LossOptions) -> [LossComplaint] {
    guard arguments.count == inputs.count, arguments.count >= 2 else { return [] }
    let rows = arguments.map { inRows($0, options) }
    if isSwapped(rows[0], rows[1]) { return [.swapped] }
    var found = [
      labelComplaint(arguments, rows, options), predictionComplaint(arguments[1], rows[1], options),
    ]
    if arguments.count > 2 { found.append(thirdComplaint(arguments[2])) }
    let complaints = found.compactMap { $0 }
    return complaints.filter { $0.severity == .error } + complaints.filter { $0.severity == .warning }
      + suspicions(arguments, rows, options)
  }

  /// - Parameter rows: the arguments with the classes along the last axis.
  private func labelComplaint(
    _ arguments: [Tensor], _ rows: [Tensor], _ options: LossOptions
  ) -> LossComplaint? {
    let (y, p) = (arguments[0], arguments[1])
    switch inputs[0].form {
    case .aboveMinusOne: return belowMinusOneComplaint(.yTrue, y, options)
    case .count: return y.firstIndex { $0 < 0 }.map { .labelOutOfRange(index: $0, value: y.elements[$0]) }
    case .zeroOne: return zeroOneComplaint(y)
    case .plusMinusOne, .rowSign: return plusMinusComplaint(y)
    case .distribution:
      if y.rank + 1 == p.rank && y.count == rows[1].rowsAndColumns.rows { return .indicesForOneHot }
      return y.shape == p.shape ? distributionLabelComplaint(y, rows[0]) : nil
    case .classIndex: return p.rank >= 1 && y.shape == p.shape && y.count > 1 ? .oneHotForIndices : nil
    case .classSet: return classSetComplaint(y)
    default: return nil
    }
  }

  private func zeroOneComplaint(_ y: Tensor) -> LossComplaint? {
    guard let index = y.firstIndex(where: { $0 < 0 || $0 > 1 }) else { return nil }
    if y.elements.allSatisfy({ abs($0) == 1 }) { return .plusMinusLabels(index: index) }
    return .labelOutOfRange(index: index, value: y.elements[index])
  }

  private func plusMinusComplaint(_ y: Tensor) -> LossComplaint? {
    guard let index = y.firstIndex(where: { abs($0) != 1 && !$0.isNaN }) else { return nil }
    let value = y.elements[index]
    if value == 0 && y.elements.allSatisfy({ $0 == 0 || $0 == 1 }) {
      return .zeroOneLabels(index: index, value: value)
    }
    return .notPlusMinusOne(index: index, value: value)
  }

  private func distributionLabelComplaint(_ y: Tensor, _ rows: Tensor) -> LossComplaint? {
    if let index = y.firstIndex(where: { $0 < 0 || $0 > 1 }) {
      return .labelOutOfRange(index: index, value: y.elements[index])
    }
    return rows.rowSumComplaint(.yTrue)
  }

  /// A class is in a set once, and three numbers that are all 0 or 1 repeat one of them.
  private func classSetComplaint(_ y: Tensor) -> LossComplaint? {
    let isZeroOne = y.count > 0 && y.elements.allSatisfy { $0 == 0 || $0 == 1 }
    return isZeroOne && y.rowsAndColumns.columns > 2 ? .zeroOneRowsForSets : nil
  }

  private func belowMinusOneComplaint(
    _ argument: LossArgument, _ tensor: Tensor, _ options: LossOptions
  ) -> LossComplaint? {
    guard options.epsilon == 0, let index = tensor.firstIndex(where: { $0 < -1 }) else { return nil }
    return .belowMinusOne(argument: argument, index: index, value: tensor.elements[index])
  }

  private func predictionComplaint(_ p: Tensor, _ rows: Tensor, _ options: LossOptions) -> LossComplaint? {
    switch inputs[1].form {
    case .aboveMinusOne: return belowMinusOneComplaint(.yPred, p, options)
    case .rate where !options.logInput, .distance: return p.negativeComplaint(.yPred)
    case .logDistribution:
      if let index = p.firstIndex(where: { $0 > 0 }) {
        return .positiveLogProbability(index: index, value: p.elements[index])
      }
      return nil
    case .probability where !options.fromLogits, .predictedDistribution where !options.fromLogits:
      if let index = p.firstIndex(where: { $0 < 0 || $0 > 1 }) {
        return .probabilityOutOfRange(index: index, value: p.elements[index])
      }
      return inputs[1].form == .predictedDistribution ? rows.rowSumComplaint(.yPred) : nil
    default: return nil
    }
  }

  private func thirdComplaint(_ third: Tensor) -> LossComplaint? {
    inputs[2].form == .variance ? third.negativeComplaint(.variance) : nil
  }
}
