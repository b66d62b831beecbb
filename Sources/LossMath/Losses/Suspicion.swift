// What looks like a confusion although every number is in its range.

extension Loss {
  /// Whether the predictions are all exact labels and the labels are not: y_pred was given first.
  func isSwapped(_ y: Tensor, _ p: Tensor) -> Bool {
    guard y.count > 0, p.count > 0 else { return false }
    switch (inputs[0].form, inputs[1].form) {
    case (.zeroOne, .probability):
      // A label of 0.3 is allowed, and so is a prediction of 1; all of both at once is not chance.
      return p.elements.allSatisfy { $0 == 0 || $0 == 1 } && y.elements.allSatisfy { $0 > 0 && $0 < 1 }
    case (.distribution, .predictedDistribution):
      return y.shape == p.shape && name != "kl" && p.isOneHot && y.elements.allSatisfy { $0 > 0 && $0 < 1 }
    case (.plusMinusOne, .score), (.plusMinusOne, .real):
      return inputs.count == 2 && p.elements.allSatisfy { abs($0) == 1 }
        && y.elements.allSatisfy { $0.isFinite && abs($0) != 1 && $0 != 0 }
    case (.classIndex, .predictedDistribution), (.classIndex, .logDistribution), (.classIndex, .scoreRow):
      return p.rank + 1 == y.rank && p.count == y.rowsAndColumns.rows
        && p.elements.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
    default: return false
    }
  }

  /// Warnings, for arguments in which nothing is outright wrong.
  /// - Parameter rows: the arguments with the classes along the last axis.
  func suspicions(_ arguments: [Tensor], _ rows: [Tensor], _ options: LossOptions) -> [LossComplaint] {
    let (y, p) = (arguments[0], arguments[1])
    switch inputs[1].form {
    case .probability where options.fromLogits:
      // A few logits may well lie between 0 and 1.
      return p.count >= 4 && p.elements.allSatisfy { $0 >= 0 && $0 <= 1 } ? [.probabilitiesForLogits] : []
    case .predictedDistribution: return distributionSuspicions(y, p, rows[1], options)
    case .logDistribution: return rows[1].logRowSumComplaint.map { [$0] } ?? []
    case .vector: return directionSuspicions(rows)
    case .real where name == "mape" && options.epsilon == 0:
      return y.firstIndex { $0 == 0 }.map { [.zeroTarget(index: $0)] } ?? []
    default: return []
    }
  }

  private func distributionSuspicions(
    _ y: Tensor, _ p: Tensor, _ rows: Tensor, _ options: LossOptions
  ) -> [LossComplaint] {
    if options.fromLogits {
      let isDistribution = p.elements.allSatisfy { $0 >= 0 && $0 <= 1 } && rows.rowSumComplaint(.yPred) == nil
      return isDistribution && rows.rowsAndColumns.columns > 1 ? [.probabilitiesForLogits] : []
    }
    if name == "kl", options.epsilon == 0, !y.elements.contains(0), y.shape == p.shape,
      let index = p.elements.firstIndex(of: 0)
    {
      return [.divergenceSwapped(index: index)]
    }
    return rows.isSoftmaxOfSureProbabilities ? [.softmaxTwice] : []
  }

  /// Which of the vectors compared by their direction have none.
  private func directionSuspicions(_ rows: [Tensor]) -> [LossComplaint] {
    guard name.hasPrefix("cosine") else { return [] }
    return zip(inputs, rows).compactMap { input, tensor in
      guard input.form == .vector, let argument = LossArgument(rawValue: input.name) else { return nil }
      let (count, columns) = tensor.rowsAndColumns
      let zero = (0..<count).first { row in
        columns > 0 && (0..<columns).allSatisfy { tensor.elements[row * columns + $0] == 0 }
      }
      return zero.map { .zeroRow(argument: argument, row: $0) }
    }
  }
}

extension Tensor {
  /// How far a row of typed probabilities may be from 1: wide enough for three digits, too narrow for two.
  private static let rowTolerance = 2e-3

  func firstIndex(where predicate: (Double) -> Bool) -> Int? { elements.firstIndex(where: predicate) }

  func rowSumComplaint(_ argument: LossArgument) -> LossComplaint? {
    firstRow { abs($0 - 1) > Self.rowTolerance }
      .map { .rowSum(argument: argument, row: $0.row, sum: $0.sum) }
  }

  fileprivate var logRowSumComplaint: LossComplaint? {
    guard !elements.contains(where: { $0 > 0 }) else { return nil }
    return Tensor(unchecked: shape, elements.map(Libm.exp)).firstRow { abs($0 - 1) > Self.rowTolerance }.map {
      .logRowSum(row: $0.row, sum: $0.sum)
    }
  }

  func negativeComplaint(_ argument: LossArgument) -> LossComplaint? {
    firstIndex { $0 < 0 }.map { .negative(argument: argument, index: $0, value: elements[$0]) }
  }

  /// The first row whose sum is such.
  private func firstRow(_ isSuch: (Double) -> Bool) -> (row: Int, sum: Double)? {
    let (rows, columns) = rowsAndColumns
    guard columns > 0, !isScalar else { return nil }
    for row in 0..<rows {
      let sum = Summation.sum(count: columns) { elements[row * columns + $0] }
      if isSuch(sum) { return (row, sum) }
    }
    return nil
  }

  fileprivate var isOneHot: Bool {
    elements.allSatisfy { $0 == 0 || $0 == 1 } && rowSumComplaint(.yPred) == nil
  }

  /// Whether every row could be the softmax of another softmax's sure answer.
  ///
  /// The logits of a row are known but for a constant, which a sum of 1 settles. If they then are
  /// probabilities themselves, and one of them close to 1, they were a softmax's output. One row may be so by
  /// chance; two are not.
  fileprivate var isSoftmaxOfSureProbabilities: Bool {
    let (rows, columns) = rowsAndColumns
    guard rows >= 2, columns >= 2 else { return false }
    return (0..<rows).allSatisfy { row in
      let logits = (0..<columns).map { Libm.log(elements[row * columns + $0]) }
      let shift = (1 - Summation.sum(logits)) / Double(columns)
      let (least, most) = ((logits.min() ?? 0) + shift, (logits.max() ?? 0) + shift)
      return least > -Self.rowTolerance && most > 0.9 && most < 1 + Self.rowTolerance
    }
  }
}
