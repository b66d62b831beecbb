/// The numbers of one row, without a copy.
typealias Row = UnsafeBufferPointer<Double>

/// A loss that compares a row of predictions, one for each class, with the label of that row.
protocol RowLoss: SendableMetatype {
  /// How many numbers of `y_true` belong to a row of `columns` predictions.
  static func labelColumns(_ columns: Int) -> Int
  /// What the prediction of class `j` adds to the loss of its row. `context` comes from `prepare`.
  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double
  /// The loss of the row: the sum of the contributions, unless there is a way that loses fewer digits.
  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double
  /// The derivative of the row's loss with respect to the prediction of class `j`.
  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double
  /// The formula in differentiable operations: one number a row.
  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced
  /// - Throws: where a label cannot be read.
  static func validate(_ y: Tensor, _ p: Tensor) throws(MathError)
}

extension RowLoss {
  static func labelColumns(_ columns: Int) -> Int { columns }
  static func validate(_ y: Tensor, _ p: Tensor) throws(MathError) {}
  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    Summation.sum(count: p.count) { contribution($0, y, p, context) }
  }
}

/// What all classes of a row share, computed once for the row.
struct RowContext {
  let options: LossOptions
  /// The largest logit's place, Σ exp(z − z_peak) over the others, and log Σ exp(z − z_peak); only for logits.
  var peak = 0
  var othersSum = 0.0
  var spread = 0.0
  /// Σ y of the row, and Σ p where p holds probabilities.
  var labelSum = 0.0
  var predictionSum = 0.0

  init(_ y: Row, _ p: Row, _ options: LossOptions) {
    self.options = options
    labelSum = Summation.sum(count: y.count) { y[$0] }
    guard options.fromLogits else {
      predictionSum = Summation.sum(count: p.count) { p[$0] }
      return
    }
    peak = Rows.peak(count: p.count) { p[$0] } ?? 0
    othersSum = p.isEmpty ? 0 : Rows.othersSum(count: p.count, peak: peak) { p[$0] }
    spread = Libm.log1p(othersSum)
  }

  /// −log softmax(z)_j, with no cancellation even where it is tiny.
  func negativeLogSoftmax(_ j: Int, _ z: Row) -> Double {
    z[j] == z[peak] ? spread : (z[peak] - z[j]) + spread
  }

  func softmax(_ j: Int, _ z: Row) -> Double {
    Rows.shiftedExp(z[j], z[peak]) / (1 + othersSum)
  }

  /// 1 − softmax(z)_j. Only the largest softmax can be near 1, where the difference would cancel.
  func oneMinusSoftmax(_ j: Int, _ z: Row) -> Double {
    j == peak ? othersSum / (1 + othersSum) : 1 - softmax(j, z)
  }

  /// The labels of the other classes together.
  func otherLabels(_ j: Int, _ y: Row) -> Double {
    if abs(y[j]) <= abs(labelSum) / 2 { return labelSum - y[j] }
    return Summation.sum(count: y.count) { $0 == j ? 0 : y[$0] }
  }
}

extension LossBody {
  static func rowwise<L: RowLoss>(_ loss: L.Type) -> LossBody {
    LossBody(
      isRowwise: true,
      total: { (y, p, options) throws(MathError) in
        try L.validate(y, p)
        var losses: [Double] = []
        forEachRow(loss, y, p, options) { _, y, p, context in losses.append(L.total(y, p, context)) }
        return Summation.sum(losses)
      },
      terms: { (y, p, options) throws(MathError) in
        try L.validate(y, p)
        var result: [Double] = []
        forEachRow(loss, y, p, options) { _, y, p, context in
          result.append(L.total(y, p, context))
        }
        return Tensor(unchecked: Array(p.shape.dropLast()), result)
      },
      slopes: { (y, p, options, weights) throws(MathError) in
        var result: [Double] = []
        result.reserveCapacity(p.count)
        forEachRow(loss, y, p, options) { row, y, p, context in
          let weight = weights.single ?? weights.elements[row]
          for j in 0..<p.count { result.append(Stable.weighted(weight, L.slope(j, y, p, context))) }
        }
        return Tensor(unchecked: p.shape, result)
      },
      expression: { (y, p, options) throws(MathError) in
        try L.validate(y.value, p.value)
        return try L.expression(y, p, options)
      },
      contributions: { (y, p, options) throws(MathError) in
        try L.validate(y, p)
        var result: [Double] = []
        forEachRow(loss, y, p, options) { _, y, p, context in
          for j in 0..<p.count { result.append(L.contribution(j, y, p, context)) }
        }
        return Tensor(unchecked: p.shape, result)
      },
      kernel: rowwiseKernel(loss))
  }

  private static func forEachRow<L: RowLoss>(
    _ loss: L.Type, _ y: Tensor, _ p: Tensor, _ options: LossOptions,
    _ body: (_ row: Int, _ y: Row, _ p: Row, RowContext) -> Void
  ) {
    let (rows, columns) = p.rowsAndColumns
    let labels = L.labelColumns(columns)
    y.elements.withUnsafeBufferPointer { yAll in
      p.elements.withUnsafeBufferPointer { pAll in
        for row in 0..<rows {
          let yRow = Row(rebasing: yAll[(row * labels)..<((row + 1) * labels)])
          let pRow = Row(rebasing: pAll[(row * columns)..<((row + 1) * columns)])
          body(row, yRow, pRow, RowContext(yRow, pRow, options))
        }
      }
    }
  }

  private static func rowwiseKernel<L: RowLoss>(_ loss: L.Type) -> @Sendable (LossOptions) -> LossKernel {
    { options in
      LossKernel { yTrue, yPred, columns, gradient in
        guard columns > 0 else { return 0 }
        let labels = L.labelColumns(columns)
        return Summation.sum(count: yPred.count / columns) { row in
          let y = Row(rebasing: yTrue[(row * labels)..<((row + 1) * labels)])
          let p = Row(rebasing: yPred[(row * columns)..<((row + 1) * columns)])
          let context = RowContext(y, p, options)
          if let gradient {
            for j in 0..<columns { gradient[row * columns + j] = L.slope(j, y, p, context) }
          }
          return L.total(y, p, context)
        }
      }
    }
  }
}
