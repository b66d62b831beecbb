/// A loss of three numbers at a time, such as label, mean and variance.
protocol TernaryElementwiseLoss: SendableMetatype {
  static func value(_ a: Double, _ b: Double, _ c: Double, _ options: LossOptions) -> Double
  /// Its derivatives with respect to the three.
  static func slopes(
    _ a: Double, _ b: Double, _ c: Double, _ options: LossOptions
  ) -> (Double, Double, Double)
  static func expression(
    _ a: Traced, _ b: Traced, _ c: Traced, _ options: LossOptions
  ) throws(MathError) -> Traced
}

/// A loss of three rows, such as anchor, positive and negative. Its gradient is that of the formula, unless the loss
/// has a closed form.
protocol TernaryRowLoss: SendableMetatype {
  /// The arguments for which `slopes` has a closed form.
  static var closed: [Bool] { get }
  /// The derivatives with respect to each number of each argument; anything where there is no closed form.
  static func slopes(_ a: Row, _ b: Row, _ c: Row, _ options: LossOptions) -> [[Double]]
  /// The first argument holds a row, or one number for it.
  static func value(_ a: Row, _ b: Row, _ c: Row, _ options: LossOptions) -> Double
  static func expression(
    _ a: Traced, _ b: Traced, _ c: Traced, _ options: LossOptions
  ) throws(MathError) -> Traced
}

extension TernaryRowLoss {
  static var closed: [Bool] { [false, false, false] }
  static func slopes(_ a: Row, _ b: Row, _ c: Row, _ options: LossOptions) -> [[Double]] { [[], [], []] }
}

extension LossBody {
  static func ternary<L: TernaryElementwiseLoss>(_ loss: L.Type) -> LossBody {
    let terms: @Sendable ([Tensor], LossOptions) throws(MathError) -> Tensor = {
      (inputs, options) throws(MathError) in
      let (a, b, c) = (inputs[0].elements, inputs[1].elements, inputs[2].elements)
      return Tensor(
        unchecked: inputs[2].shape,
        try Array(interruptible: c.count) { L.value(a[$0], b[$0], c[$0], options) })
    }
    return LossBody(
      total: { (inputs, options) throws(MathError) in try Summation.sum(terms(inputs, options).elements) },
      terms: terms,
      slopes: { (inputs, options, weights) throws(MathError) in try slopes(loss, inputs, options, weights) },
      closed: [true, true, true],
      expression: { (inputs, options) throws(MathError) in
        try L.expression(inputs[0], inputs[1], inputs[2], options)
      },
      contributions: terms,
      kernel: ternaryKernel(loss))
  }

  /// The last two arguments are the two columns of a row of predictions.
  private static func ternaryKernel<L: TernaryElementwiseLoss>(
    _ loss: L.Type
  ) -> @Sendable (LossOptions) -> LossKernel {
    { options in
      LossKernel { yTrue, yPred, columns, gradient in
        guard columns == 2 else { return 0 }
        return Summation.sum(count: min(yTrue.count, yPred.count / 2)) { row in
          let (y, p, q) = (yTrue[row], yPred[2 * row], yPred[2 * row + 1])
          if let gradient, 2 * row + 1 < gradient.count {
            let slopes = L.slopes(y, p, q, options)
            gradient[2 * row] = slopes.1
            gradient[2 * row + 1] = slopes.2
          }
          return L.value(y, p, q, options)
        }
      }
    }
  }

  private static func slopes<L: TernaryElementwiseLoss>(
    _ loss: L.Type, _ inputs: [Tensor], _ options: LossOptions, _ weights: Tensor
  ) throws(MathError) -> [Tensor?] {
    let (a, b, c) = (inputs[0].elements, inputs[1].elements, inputs[2].elements)
    var result = [[Double]](repeating: [], count: 3)
    for i in c.indices {
      try Interruption.check(at: i)
      let weight = weights.single ?? weights.elements[i]
      let slopes = L.slopes(a[i], b[i], c[i], options)
      result[0].append(Stable.weighted(weight, slopes.0))
      result[1].append(Stable.weighted(weight, slopes.1))
      result[2].append(Stable.weighted(weight, slopes.2))
    }
    return result.map { Tensor(unchecked: inputs[2].shape, $0) }
  }

  static func ternaryRowwise<L: TernaryRowLoss>(_ loss: L.Type) -> LossBody {
    LossBody(
      isRowwise: true,
      total: { (inputs, options) throws(MathError) in
        try Summation.sum(rowValues(loss, inputs, options))
      },
      terms: { (inputs, options) throws(MathError) in
        Tensor(unchecked: Array(inputs[2].shape.dropLast()), try rowValues(loss, inputs, options))
      },
      slopes: { (inputs, options, weights) throws(MathError) in
        try rowSlopes(loss, inputs, options, weights)
      },
      closed: loss.closed,
      expression: { (inputs, options) throws(MathError) in
        try L.expression(inputs[0], inputs[1], inputs[2], options)
      },
      // A distance has no parts of its own: each number of the row gets an equal share.
      contributions: { (inputs, options) throws(MathError) in
        let columns = inputs[2].rowsAndColumns.columns
        let parts = try rowValues(loss, inputs, options).flatMap {
          Array(repeating: $0 / Double(columns), count: columns)
        }
        return Tensor(unchecked: inputs[2].shape, parts)
      },
      kernel: { _ in LossKernel { _, _, _, _ in .nan } })
  }

  private static func rowValues<L: TernaryRowLoss>(
    _ loss: L.Type, _ inputs: [Tensor], _ options: LossOptions
  ) throws(MathError) -> [Double] {
    try mapRows(inputs) { L.value($0, $1, $2, options) }
  }

  private static func rowSlopes<L: TernaryRowLoss>(
    _ loss: L.Type, _ inputs: [Tensor], _ options: LossOptions, _ weights: Tensor
  ) throws(MathError) -> [Tensor?] {
    let rows = try mapRows(inputs) { L.slopes($0, $1, $2, options) }
    return inputs.indices.map { i in
      guard loss.closed[i] else { return nil }
      let slopes = rows.enumerated().flatMap { row, slopes in
        slopes[i].map { Stable.weighted(weights.single ?? weights.elements[row], $0) }
      }
      return Tensor(unchecked: inputs[i].shape, slopes)
    }
  }

  /// Row by row; the caller has made sure that no row is empty.
  private static func mapRows<Result>(
    _ inputs: [Tensor], _ body: (_ a: Row, _ b: Row, _ c: Row) -> Result
  ) throws(MathError) -> [Result] {
    let rows = inputs[2].rowsAndColumns.rows
    return try Array(interruptible: rows) { row in
      inputs[0].withRow(row, of: rows) { a in
        inputs[1].withRow(row, of: rows) { b in inputs[2].withRow(row, of: rows) { body(a, b, $0) } }
      }
    }
  }
}

extension Tensor {
  /// One of `rows` equal parts of the elements.
  fileprivate func withRow<Result>(_ row: Int, of rows: Int, _ body: (Row) -> Result) -> Result {
    let width = count / max(rows, 1)
    return elements.withUnsafeBufferPointer { body(Row(rebasing: $0[(row * width)..<((row + 1) * width)])) }
  }
}
