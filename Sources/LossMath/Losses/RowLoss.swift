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

extension LossBody {
  static func rowwise<L: RowLoss>(_ loss: L.Type) -> LossBody {
    LossBody(
      isRowwise: true,
      total: { (y, p, options) throws(MathError) in
        try L.validate(y, p)
        var sum = CompensatedSum()
        forEachRow(loss, y, p, options) { _, y, p, context in sum.add(L.total(y, p, context)) }
        return sum.value
      },
      terms: { (y, p, options) throws(MathError) in
        try L.validate(y, p)
        var result: [Double] = []
        forEachRow(loss, y, p, options) { _, y, p, context in result.append(L.total(y, p, context)) }
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

  @inline(__always)
  private static func forEachRow<L: RowLoss>(
    _ loss: L.Type, _ y: Tensor, _ p: Tensor, _ options: LossOptions,
    _ body: (_ row: Int, _ y: Row, _ p: Row, RowContext) -> Void
  ) {
    y.elements.withUnsafeBufferPointer { yAll in
      p.elements.withUnsafeBufferPointer { pAll in
        forEachRow(loss, yAll, pAll, columns: p.rowsAndColumns.columns, options, body)
      }
    }
  }

  @inline(__always)
  private static func forEachRow<L: RowLoss>(
    _ loss: L.Type, _ y: Row, _ p: Row, columns: Int, _ options: LossOptions,
    _ body: (_ row: Int, _ y: Row, _ p: Row, RowContext) -> Void
  ) {
    let labels = L.labelColumns(columns)
    guard columns > 0, labels > 0 else { return }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: columns) { scratch in
      for row in 0..<min(p.count / columns, y.count / labels) {
        let yRow = Row(rebasing: y[(row * labels)..<((row + 1) * labels)])
        let pRow = Row(rebasing: p[(row * columns)..<((row + 1) * columns)])
        body(row, yRow, pRow, RowContext(yRow, pRow, options, scratch))
      }
    }
  }

  private static func rowwiseKernel<L: RowLoss>(_ loss: L.Type) -> @Sendable (LossOptions) -> LossKernel {
    { options in
      LossKernel { yTrue, yPred, columns, gradient in
        var sum = CompensatedSum()
        forEachRow(loss, yTrue, yPred, columns: columns, options) { row, y, p, context in
          if let gradient, (row + 1) * columns <= gradient.count {
            for j in 0..<columns { gradient[row * columns + j] = L.slope(j, y, p, context) }
          }
          sum.add(L.total(y, p, context))
        }
        return sum.value
      }
    }
  }
}
