// Functions of one number, applied to each element. Each derivative stands beside its function.
//
// Subgradients at kinks, the same everywhere in Lossbook: abs and sign have slope 0 at 0, relu has slope 0 at
// 0.

extension Traced {
  /// An elementwise function with its derivative as a traced expression of input x and output y.
  private func elementary(
    _ function: (Double) -> Double,
    _ derivative: @escaping (_ x: Traced, _ y: Traced) throws(MathError) -> Traced
  ) throws(MathError) -> Traced {
    try Tape.record(
      [self], try value.map(function),
      .elementwise { (x, y, g) throws(MathError) in try g * derivative(x, y) })
  }

  /// A function that is flat wherever it has a slope.
  private func stepwise(_ function: (Double) -> Double) throws(MathError) -> Traced {
    try elementary(function) { (x, _) throws(MathError) in Traced(try x.value.map { $0.isNaN ? .nan : 0 }) }
  }

  /// eˣ.
  public func exp() throws(MathError) -> Traced { try elementary(Libm.exp) { _, y in y } }

  /// eˣ − 1, exact near 0.
  public func expm1() throws(MathError) -> Traced {
    try elementary(Libm.expm1) { (x, _) throws(MathError) in try x.exp() }
  }

  /// The natural logarithm: −∞ at 0, NaN below.
  public func log() throws(MathError) -> Traced {
    try elementary(Libm.log) { (x, _) throws(MathError) in try Traced(1) / x }
  }

  /// log(1 + x), exact near 0: −∞ at −1, NaN below.
  public func log1p() throws(MathError) -> Traced {
    try elementary(Libm.log1p) { (x, _) throws(MathError) in try Traced(1) / (Traced(1) + x) }
  }

  /// The logarithm to base 2.
  public func log2() throws(MathError) -> Traced {
    try elementary(Libm.log2) { (x, _) throws(MathError) in try Traced(1 / Libm.log(2)) / x }
  }

  /// The logarithm to base 10.
  public func log10() throws(MathError) -> Traced {
    try elementary(Libm.log10) { (x, _) throws(MathError) in try Traced(1 / Libm.log(10)) / x }
  }

  /// √x: NaN below 0, and an infinite slope at 0.
  public func sqrt() throws(MathError) -> Traced {
    try elementary({ $0.squareRoot() }) { (_, y) throws(MathError) in try Traced(0.5) / y }
  }

  /// Of an angle in radians.
  public func sin() throws(MathError) -> Traced {
    try elementary(Libm.sin) { (x, _) throws(MathError) in try x.cos() }
  }

  /// Of an angle in radians.
  public func cos() throws(MathError) -> Traced {
    try elementary(Libm.cos) { (x, _) throws(MathError) in try x.sin().negated() }
  }

  /// Of an angle in radians.
  public func tan() throws(MathError) -> Traced {
    try elementary(Libm.tan) { (_, y) throws(MathError) in try Traced(1) + y * y }
  }

  /// The hyperbolic tangent, between −1 and 1.
  public func tanh() throws(MathError) -> Traced {
    try elementary(Libm.tanh) { (x, _) throws(MathError) in
      // 1 − tanh² would cancel where tanh is near ±1; this is the same number without a difference.
      let twice = try x + x
      return try Traced(4) * twice.sigmoid() * twice.negated().sigmoid()
    }
  }

  /// 1 / (1 + e⁻ˣ), without overflow on either side.
  public func sigmoid() throws(MathError) -> Traced {
    try elementary(Stable.sigmoid) { (x, y) throws(MathError) in try y * x.negated().sigmoid() }
  }

  /// log(1 + eˣ), without overflow.
  public func softplus() throws(MathError) -> Traced {
    try elementary(Stable.softplus) { (x, _) throws(MathError) in try x.sigmoid() }
  }

  /// max(0, x), with slope 0 at 0.
  public func relu() throws(MathError) -> Traced {
    try elementary({ $0 > 0 || $0.isNaN ? $0 : 0 }) { (x, _) throws(MathError) in
      Traced(try x.value.map { $0 > 0 ? 1 : $0.isNaN ? .nan : 0 })
    }
  }

  /// |x|, with slope 0 at 0.
  public func abs() throws(MathError) -> Traced {
    try elementary({ Swift.abs($0) }) { (x, _) throws(MathError) in try x.sign() }
  }

  /// −1, 0 or 1.
  public func sign() throws(MathError) -> Traced { try stepwise(Stable.sign) }
  /// The largest whole number that is not above; its slope is 0.
  public func floor() throws(MathError) -> Traced { try stepwise { $0.rounded(.down) } }
  /// The smallest whole number that is not below; its slope is 0.
  public func ceil() throws(MathError) -> Traced { try stepwise { $0.rounded(.up) } }
  /// To the nearest whole number; halves go to the even one, as in IEEE 754 and NumPy.
  public func round() throws(MathError) -> Traced { try stepwise { $0.rounded(.toNearestOrEven) } }
}

/// Scalar functions in forms that neither overflow nor cancel.
enum Stable {
  static func sigmoid(_ x: Double) -> Double { Libm.sigmoid(x) }

  static func softplus(_ x: Double) -> Double {
    x > 0 ? x + Libm.log1p(Libm.exp(-x)) : Libm.log1p(Libm.exp(x))
  }

  static func sign(_ x: Double) -> Double {
    x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : .nan
  }

  /// x·log(y), which is 0 at x = 0 for any number y.
  @inline(__always)
  static func xlogy(_ x: Double, _ y: Double) -> Double {
    x == 0 && !y.isNaN ? 0 : x * Libm.log(y)
  }

  /// weight × value, which is 0 at weight 0 even where the value is infinite.
  @inline(__always)
  static func weighted(_ weight: Double, _ value: Double) -> Double {
    weight == 0 && !value.isNaN ? 0 : weight * value
  }
}
