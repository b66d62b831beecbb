// Softmax and its relatives, shifted by the largest element so that nothing overflows.

extension Traced {
  /// log Σ exp(x) along the last axis.
  public func logSumExp() throws(MathError) -> Traced {
    let layout = try AxisLayout(shape, axis: -1)
    let output = layout.reduce(value) { Rows.logSumExp(count: layout.count, $0) }
    return try Tape.record(
      [self], output,
      .unary { (x, _, g) throws(MathError) in try g.reshaped(layout.keptShape) * x.softmax() })
  }

  /// exp(x) / Σ exp(x) along the last axis; of a single number, 1.
  public func softmax() throws(MathError) -> Traced {
    let layout = try AxisLayout(shape, axis: -1)
    var result = [Double](repeating: 0, count: value.count)
    for row in 0..<layout.outer {
      let base = row * layout.count
      Rows.softmax(count: layout.count, { value.elements[base + $0] }) { result[base + $0] = $1 }
    }
    return try Tape.record(
      [self], Tensor(unchecked: shape, result),
      .unary { (_, y, g) throws(MathError) in
        try y * (g - (g * y).sum(axis: -1).reshaped(layout.keptShape))
      })
  }

  /// x − log Σ exp(x) along the last axis.
  public func logSoftmax() throws(MathError) -> Traced {
    let layout = try AxisLayout(shape, axis: -1)
    return try self - logSumExp().reshaped(layout.keptShape)
  }
}

/// Softmax arithmetic on one row.
enum Rows {
  /// The index of the largest element (NaN first), or nothing for an empty row.
  @inline(__always)
  static func peak(count: Int, _ x: (Int) -> Double) -> Int? {
    guard count > 0 else { return nil }
    var best = 0
    for i in 1..<max(count, 1) where x(i) > x(best) || x(i).isNaN { best = i }
    return best
  }

  /// Σ exp(x − x_peak) over all but the peak itself.
  @inline(__always)
  static func othersSum(count: Int, peak: Int, _ x: (Int) -> Double) -> Double {
    let top = x(peak)
    return Summation.sum(count: count) { $0 == peak ? 0 : shiftedExp(x($0), top) }
  }

  /// exp(x − top), with infinite tops taken to their limit.
  @inline(__always)
  static func shiftedExp(_ x: Double, _ top: Double) -> Double {
    x == top ? 1 : Libm.exp(x - top)
  }

  @inline(__always)
  static func logSumExp(count: Int, _ x: (Int) -> Double) -> Double {
    guard let peak = peak(count: count, x) else { return -.infinity }
    return x(peak) + Libm.log1p(othersSum(count: count, peak: peak, x))
  }

  @inline(__always)
  static func softmax(count: Int, _ x: (Int) -> Double, _ store: (Int, Double) -> Void) {
    guard let peak = peak(count: count, x) else { return }
    let total = 1 + othersSum(count: count, peak: peak, x)
    for i in 0..<count { store(i, shiftedExp(x(i), x(peak)) / total) }
  }
}
