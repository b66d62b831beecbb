/// The numbers of one row, without a copy.
typealias Row = UnsafeBufferPointer<Double>

/// A loss that compares a row of predictions, one for each class, with the label of that row.
///
/// In all functions of a row `context` has been turned to it.
protocol RowLoss: SendableMetatype {
  /// How many numbers of `y_true` belong to a row of `columns` predictions.
  static func labelColumns(_ columns: Int) -> Int
  /// Calls `write` for each class, in order, with what its prediction adds to the loss of the row.
  static func forEachContribution(_ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void)
  /// The loss of the row: the sum of the contributions, unless there is a way that loses fewer digits.
  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double
  /// Calls `write` for each class, in order, with the derivative of the row's loss with respect to its prediction.
  static func forEachSlope(_ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void)
  /// The formula in differentiable operations: one number a row.
  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced
  /// Whether the options change the labels, and `prepare` has to be called for each row.
  static func preparesLabels(_ options: LossOptions) -> Bool
  /// Writes the labels of a row of `columns` predictions as the options want them.
  static func prepare(_ y: Row, _ options: LossOptions, _ labels: LabelScratch)
  /// - Throws: where a label cannot be read.
  static func validate(_ y: Tensor, _ p: Tensor) throws(MathError)
}

extension RowLoss {
  static func labelColumns(_ columns: Int) -> Int { columns }
  static func validate(_ y: Tensor, _ p: Tensor) throws(MathError) {}
  static func preparesLabels(_ options: LossOptions) -> Bool { false }
  static func prepare(_ y: Row, _ options: LossOptions, _ labels: LabelScratch) {}
}

/// A row loss that is computed class by class.
protocol ClasswiseLoss: RowLoss {
  /// What the prediction of class `j` adds to the loss of its row.
  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double
  /// The derivative of the row's loss with respect to the prediction of class `j`.
  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double
}

extension ClasswiseLoss {
  @inline(__always)
  static func forEachContribution(
    _ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void
  ) {
    for j in 0..<p.count { write(j, contribution(j, y, p, context)) }
  }

  @inline(__always)
  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    Summation.sum(count: p.count) { contribution($0, y, p, context) }
  }

  @inline(__always)
  static func forEachSlope(_ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void) {
    for j in 0..<p.count { write(j, slope(j, y, p, context)) }
  }
}

extension LossBody {
  /// - Parameter isWhole: whether all numbers are one row, unless an axis is named.
  static func rowwise<L: RowLoss>(_ loss: L.Type, isWhole: Bool = false) -> LossBody {
    LossBody(
      isRowwise: true, isWhole: isWhole,
      total: { (inputs, options) throws(MathError) in
        try L.validate(inputs[0], inputs[1])
        var sum = CompensatedSum()
        try forEachRow(loss, inputs, options) { _, y, p, context in sum.add(L.total(y, p, context)) }
        return sum.value
      },
      terms: { (inputs, options) throws(MathError) in
        try L.validate(inputs[0], inputs[1])
        var result: [Double] = []
        try forEachRow(loss, inputs, options) { _, y, p, context in result.append(L.total(y, p, context)) }
        return Tensor(unchecked: Array(inputs[1].shape.dropLast()), result)
      },
      slopes: { (inputs, options, weights) throws(MathError) in
        [nil, try slopes(loss, inputs, options, weights)]
      },
      expression: { (inputs, options) throws(MathError) in
        try L.validate(inputs[0].value, inputs[1].value)
        return try L.expression(inputs[0], inputs[1], options)
      },
      contributions: { (inputs, options) throws(MathError) in
        try L.validate(inputs[0], inputs[1])
        var result: [Double] = []
        try forEachRow(loss, inputs, options) { _, y, p, context in
          L.forEachContribution(y, p, context) { result.append($1) }
        }
        return Tensor(unchecked: inputs[1].shape, result)
      },
      kernel: isWhole ? wholeKernel(loss) : rowwiseKernel(loss))
  }

  private static func slopes<L: RowLoss>(
    _ loss: L.Type, _ inputs: [Tensor], _ options: LossOptions, _ weights: Tensor
  ) throws(MathError) -> Tensor {
    var result: [Double] = []
    result.reserveCapacity(inputs[1].count)
    try forEachRow(loss, inputs, options) { row, y, p, context in
      let weight = weights.single ?? weights.elements[row]
      L.forEachSlope(y, p, context) { result.append(Stable.weighted(weight, $1)) }
    }
    return Tensor(unchecked: inputs[1].shape, result)
  }

  @inline(__always)
  private static func forEachRow<L: RowLoss>(
    _ loss: L.Type, _ inputs: [Tensor], _ options: LossOptions,
    _ body: (_ row: Int, _ y: Row, _ p: Row, RowContext) -> Void
  ) throws(MathError) {
    let columns = inputs[1].rowsAndColumns.columns
    let isDone = inputs[0].elements.withUnsafeBufferPointer { y in
      inputs[1].elements.withUnsafeBufferPointer { p in
        forEachRow(loss, y, p, columns: columns, options, body)
      }
    }
    if !isDone { throw .interrupted }
  }

  /// - Returns: whether it came to the last row before the computation was told to stop.
  @inline(__always) @discardableResult
  private static func forEachRow<L: RowLoss>(
    _ loss: L.Type, _ y: Row, _ p: Row, columns: Int, _ options: LossOptions,
    _ body: (_ row: Int, _ y: Row, _ p: Row, RowContext) -> Void
  ) -> Bool {
    let labels = L.labelColumns(columns)
    guard columns > 0, labels > 0 else { return true }
    let prepares = L.preparesLabels(options)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * columns) { scratch in
      let exponentials = UnsafeMutableBufferPointer(rebasing: scratch[..<columns])
      let prepared = LabelScratch(
        values: UnsafeMutableBufferPointer(rebasing: scratch[columns..<(2 * columns)]),
        errors: UnsafeMutableBufferPointer(rebasing: scratch[(2 * columns)...]))
      var context = RowContext(options, exponentials)
      if prepares { context.labelErrors = prepared.errors }
      let stretch = max(Interruption.stretch / columns, 1)
      for row in 0..<min(p.count / columns, y.count / labels) {
        if row % stretch == stretch - 1, Interruption.isRequested() { return false }
        var yRow = Row(rebasing: y[(row * labels)..<((row + 1) * labels)])
        let pRow = Row(rebasing: p[(row * columns)..<((row + 1) * columns)])
        if prepares {
          L.prepare(yRow, options, prepared)
          yRow = Row(prepared.values)
        }
        context.turn(to: yRow, pRow)
        body(row, yRow, pRow, context)
      }
      return true
    }
  }

  private static func rowwiseKernel<L: RowLoss>(_ loss: L.Type) -> @Sendable (LossOptions) -> LossKernel {
    { options in
      LossKernel { yTrue, yPred, columns, gradient in
        var sum = CompensatedSum()
        forEachRow(loss, yTrue, yPred, columns: columns, options) { row, y, p, context in
          if let gradient, (row + 1) * columns <= gradient.count {
            L.forEachSlope(y, p, context) { gradient[row * columns + $0] = $1 }
          }
          sum.add(L.total(y, p, context))
        }
        return sum.value
      }
    }
  }

  /// A batch is one row; its loss counts for each of the rows that it was made of, so that their mean is the loss.
  private static func wholeKernel<L: RowLoss>(_ loss: L.Type) -> @Sendable (LossOptions) -> LossKernel {
    { options in
      let kernel = rowwiseKernel(loss)(options)
      return LossKernel { yTrue, yPred, columns, gradient in
        let rows = Double(yPred.count / max(columns, 1))
        let sum = kernel.sum(yTrue, yPred, yPred.count, gradient) * rows
        if let gradient { for i in gradient.indices { gradient[i] *= rows } }
        return sum
      }
    }
  }
}
