// Softmax and its relatives, shifted by the largest element so that nothing overflows.

extension Traced {
  /// The last axis; a single number is a row of one.
  private var lastAxis: Int? { value.isScalar ? nil : -1 }

  /// log Σ exp(x) along the last axis.
  public func logSumExp() throws(MathError) -> Traced {
    let layout = try AxisLayout(shape, axis: lastAxis)
    let output = try layout.reduce(value) { Rows.logSumExp(count: layout.count, $0) }
    return try Tape.record(
      [self], output,
      .unary { (x, _, g) throws(MathError) in try g.reshaped(layout.keptShape) * x.softmax() })
  }

  /// exp(x) / Σ exp(x) along the last axis; of a single number, 1.
  public func softmax() throws(MathError) -> Traced {
    let layout = try AxisLayout(shape, axis: lastAxis)
    return try Tape.record(
      [self], try alongRows(layout, Rows.softmax),
      .unary { (x, y, g) throws(MathError) in
        try y * (g - (g * y).sum(axis: x.lastAxis).reshaped(layout.keptShape))
      })
  }

  /// x − log Σ exp(x) along the last axis, exact even where it is close to 0.
  public func logSoftmax() throws(MathError) -> Traced {
    let layout = try AxisLayout(shape, axis: lastAxis)
    return try Tape.record(
      [self], try alongRows(layout, Rows.logSoftmax),
      .unary { (x, _, g) throws(MathError) in
        try g - x.softmax() * g.sum(axis: x.lastAxis).reshaped(layout.keptShape)
      })
  }

  private func alongRows(
    _ layout: AxisLayout, _ row: (_ count: Int, _ x: (Int) -> Double, _ store: (Int, Double) -> Void) -> Void
  ) throws(MathError) -> Tensor {
    var result = try Tensor.filled(0, shape: shape).elements
    var done = 0
    for base in stride(from: 0, to: value.count, by: Swift.max(layout.count, 1)) {
      row(layout.count, { value.elements[base + $0] }, { result[base + $0] = $1 })
      done += layout.count
      guard done >= Interruption.stretch else { continue }
      done = 0
      try Interruption.check()
    }
    return Tensor(unchecked: shape, result)
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
  ///
  /// A rounded difference of 700 is off by 1e-13, and so would the result be: the first-order term mends it.
  @inline(__always)
  static func shiftedExp(_ x: Double, _ top: Double) -> Double {
    if x == top { return 1 }
    let rounded = Libm.exp(x - top)
    let error = Rounding.errorOfSum(x, -top)
    return error.isFinite ? rounded + rounded * error : rounded
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

  @inline(__always)
  static func logSoftmax(count: Int, _ x: (Int) -> Double, _ store: (Int, Double) -> Void) {
    guard let peak = peak(count: count, x) else { return }
    let spread = Libm.log1p(othersSum(count: count, peak: peak, x))
    for i in 0..<count { store(i, x(i) == x(peak) ? -spread : (x(i) - x(peak)) - spread) }
  }
}
