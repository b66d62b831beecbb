/// Which argument of a loss something is said about.
public enum LossArgument: String, Sendable {
  case yTrue = "y_true"
  case yPred = "y_pred"
}

/// Something in the arguments of a loss that is almost certainly a mistake. The facts only; the sentence and
/// the remedy are written where it is shown.
public enum LossComplaint: Equatable, Sendable {
  /// A probability outside [0, 1]: most often a logit.
  case probabilityOutOfRange(index: Int, value: Double)
  /// Labels 0 and 1 where −1 and +1 are wanted.
  case zeroOneLabels(index: Int, value: Double)
  /// A label that is neither −1 nor +1.
  case notPlusMinusOne(index: Int, value: Double)
  /// Labels −1 and +1 where 0 and 1 are wanted.
  case plusMinusLabels(index: Int)
  /// A label outside [0, 1].
  case labelOutOfRange(index: Int, value: Double)
  case rowSum(argument: LossArgument, row: Int, sum: Double)
  /// One-hot rows given where class indices are wanted.
  case oneHotForIndices
  /// Class indices given where one-hot rows are wanted.
  case indicesForOneHot
  /// A number below −1, of which log(1 + x) has no value.
  case belowMinusOne(argument: LossArgument, index: Int, value: Double)
}

extension Loss {
  /// How far a row of typed probabilities may be from 1: wide enough for three digits, too narrow for two.
  private static let rowTolerance = 2e-3

  /// What is likely wrong with these arguments; the first finding of each argument, labels first.
  public func complaints(yTrue: Tensor, yPred: Tensor, _ options: LossOptions) -> [LossComplaint] {
    [labelComplaint(yTrue, yPred, options), predictionComplaint(yPred, options)].compactMap { $0 }
  }

  private func labelComplaint(_ y: Tensor, _ p: Tensor, _ options: LossOptions) -> LossComplaint? {
    switch labels {
    case .real: nil
    case .aboveMinusOne: belowMinusOneComplaint(.yTrue, y, options)
    case .zeroOne: zeroOneComplaint(y)
    case .plusMinusOne: plusMinusComplaint(y)
    case .distribution: distributionLabelComplaint(y, p)
    case .classIndex: p.rank >= 1 && y.shape == p.shape && y.count > 1 ? .oneHotForIndices : nil
    }
  }

  private func zeroOneComplaint(_ y: Tensor) -> LossComplaint? {
    guard let index = y.elements.firstIndex(where: { $0 < 0 || $0 > 1 }) else { return nil }
    if y.elements.allSatisfy({ abs($0) == 1 }) { return .plusMinusLabels(index: index) }
    return .labelOutOfRange(index: index, value: y.elements[index])
  }

  private func plusMinusComplaint(_ y: Tensor) -> LossComplaint? {
    guard let index = y.elements.firstIndex(where: { abs($0) != 1 && !$0.isNaN }) else { return nil }
    let value = y.elements[index]
    if value == 0 && y.elements.allSatisfy({ $0 == 0 || $0 == 1 }) {
      return .zeroOneLabels(index: index, value: value)
    }
    return .notPlusMinusOne(index: index, value: value)
  }

  private func distributionLabelComplaint(_ y: Tensor, _ p: Tensor) -> LossComplaint? {
    if y.rank + 1 == p.rank && y.count == p.rowsAndColumns.rows { return .indicesForOneHot }
    guard y.shape == p.shape else { return nil }
    if let index = y.elements.firstIndex(where: { $0 < 0 || $0 > 1 }) {
      return .labelOutOfRange(index: index, value: y.elements[index])
    }
    return rowSumComplaint(.yTrue, y)
  }

  private func belowMinusOneComplaint(
    _ argument: LossArgument, _ tensor: Tensor, _ options: LossOptions
  ) -> LossComplaint? {
    guard options.epsilon == 0, let index = tensor.elements.firstIndex(where: { $0 < -1 }) else { return nil }
    return .belowMinusOne(argument: argument, index: index, value: tensor.elements[index])
  }

  private func predictionComplaint(_ p: Tensor, _ options: LossOptions) -> LossComplaint? {
    if predictions == .aboveMinusOne { return belowMinusOneComplaint(.yPred, p, options) }
    guard !options.fromLogits, predictions == .probability || predictions == .distribution else { return nil }
    if let index = p.elements.firstIndex(where: { $0 < 0 || $0 > 1 }) {
      return .probabilityOutOfRange(index: index, value: p.elements[index])
    }
    return predictions == .distribution ? rowSumComplaint(.yPred, p) : nil
  }

  private func rowSumComplaint(_ argument: LossArgument, _ tensor: Tensor) -> LossComplaint? {
    let (rows, columns) = tensor.rowsAndColumns
    guard columns > 0, !tensor.isScalar else { return nil }
    for row in 0..<rows {
      let sum = Summation.sum(count: columns) { tensor.elements[row * columns + $0] }
      if abs(sum - 1) > Self.rowTolerance { return .rowSum(argument: argument, row: row, sum: sum) }
    }
    return nil
  }
}
