// Elementwise arithmetic with broadcasting. Each operation's vjp stands beside it.

extension Traced {
  /// A binary operation whose two partial derivatives are given as traced expressions of the broadcast
  /// operands.
  @inline(__always)
  static func binary(
    _ name: String, _ a: Traced, _ b: Traced, _ value: (Double, Double) -> Double,
    left: @escaping (_ a: Traced, _ b: Traced, _ g: Traced) throws(MathError) -> Traced,
    right: @escaping (_ a: Traced, _ b: Traced, _ g: Traced) throws(MathError) -> Traced
  ) throws(MathError) -> Traced {
    let output = try Broadcasting.combine(name, a.value, b.value, value)
    if a.isConstant && b.isConstant { return Traced(output) }
    return try Tape.record(
      [a, b], output,
      Pullback(flow: .elementwise) { (step) throws(MathError) in
        let (x, y, g) = (step.inputs[0], step.inputs[1], step.cotangent)
        return [
          step.wanted[0] ? try left(x, y, g).keeping(step.live).summed(to: x.shape) : nil,
          step.wanted[1] ? try right(x, y, g).keeping(step.live).summed(to: y.shape) : nil,
        ]
      })
  }

  /// Element by element; shapes broadcast as in NumPy.
  /// - Throws: `MathError.shapesDiffer`; under a gradient `MathError.recordTooLarge`, as all operations do.
  public static func + (a: Traced, b: Traced) throws(MathError) -> Traced {
    try binary("+", a, b, +, left: { _, _, g in g }, right: { _, _, g in g })
  }

  /// Element by element; shapes broadcast as in NumPy.
  /// - Throws: `MathError.shapesDiffer`.
  public static func - (a: Traced, b: Traced) throws(MathError) -> Traced {
    try binary(
      "-", a, b, -, left: { _, _, g in g }, right: { (_, _, g) throws(MathError) in try g.negated() })
  }

  /// Element by element, not a matrix product; shapes broadcast as in NumPy.
  /// - Throws: `MathError.shapesDiffer`.
  public static func * (a: Traced, b: Traced) throws(MathError) -> Traced {
    try binary(
      "*", a, b, *,
      left: { (_, b, g) throws(MathError) in try g * b },
      right: { (a, _, g) throws(MathError) in try g * a })
  }

  /// Element by element; shapes broadcast as in NumPy. x / 0 is an infinity, 0 / 0 NaN.
  /// - Throws: `MathError.shapesDiffer`.
  public static func / (a: Traced, b: Traced) throws(MathError) -> Traced {
    try binary(
      "/", a, b, /,
      left: { (_, b, g) throws(MathError) in try g / b },
      right: { (a, b, g) throws(MathError) in try (g * a / (b * b)).negated() })
  }

  /// aᵇ as C's `pow` has it. At a base of 0 the derivative with respect to an exponent of 0 or more is 0.
  public static func power(_ a: Traced, _ b: Traced) throws(MathError) -> Traced {
    try binary(
      "^", a, b, Libm.powFast,
      left: { (a, b, g) throws(MathError) in try g * powerSlope(a, b) },
      right: { (a, b, g) throws(MathError) in try g * exponentSlope(a, b) })
  }

  /// b·aᵇ⁻¹, and 0 for 0⁰, which is constant in a.
  private static func powerSlope(_ a: Traced, _ b: Traced) throws(MathError) -> Traced {
    let slope = try b * power(a, b - Traced(1))
    guard a.value.elements.contains(0), b.value.elements.contains(0) else { return slope }
    return try select(Tensor.compare("^", a.value, b.value) { $0 == 0 && $1 == 0 }, Traced(0), slope)
  }

  /// aᵇ·log a, and 0 at a = 0 for exponents where 0ᵇ stays finite.
  private static func exponentSlope(_ a: Traced, _ b: Traced) throws(MathError) -> Traced {
    let slope = try xlogy(power(a, b), a)
    guard a.value.elements.contains(0), b.value.elements.contains(0) else { return slope }
    return try select(Tensor.compare("^", a.value, b.value) { $0 == 0 && $1 == 0 }, Traced(0), slope)
  }

  /// The larger of each pair; at a tie the gradient goes to the first. NaN wins over any number.
  public static func maximum(_ a: Traced, _ b: Traced) throws(MathError) -> Traced {
    try choosing("max", a, b) { x, y in x >= y || x.isNaN }
  }

  /// The smaller of each pair; at a tie the gradient goes to the first. NaN wins over any number.
  public static func minimum(_ a: Traced, _ b: Traced) throws(MathError) -> Traced {
    try choosing("min", a, b) { x, y in x <= y || x.isNaN }
  }

  private static func choosing(
    _ name: String, _ a: Traced, _ b: Traced, _ first: (Double, Double) -> Bool
  ) throws(MathError) -> Traced {
    try select(Tensor.compare(name, a.value, b.value, first), a, b)
  }

  /// x·log(y), which is 0 wherever x is 0: the 0·log 0 = 0 of information theory.
  public static func xlogy(_ x: Traced, _ y: Traced) throws(MathError) -> Traced {
    try binary(
      "xlogy", x, y, Stable.xlogy,
      left: { (_, y, g) throws(MathError) in try g * y.log() },
      right: { (x, y, g) throws(MathError) in try g * safeQuotient(x, y) })
  }

  /// x·log(1 + y), which is 0 wherever x is 0.
  static func xlog1py(_ x: Traced, _ y: Traced) throws(MathError) -> Traced {
    try binary(
      "xlog1py", x, y, { $0 == 0 && !$1.isNaN ? 0 : $0 * Libm.log1p($1) },
      left: { (_, y, g) throws(MathError) in try g * y.log1p() },
      right: { (x, y, g) throws(MathError) in try g * safeQuotient(x, Traced(1) + y) })
  }

  /// x / y, which is 0 wherever x is 0.
  static func safeQuotient(_ x: Traced, _ y: Traced) throws(MathError) -> Traced {
    try binary(
      "/", x, y, { $0 == 0 && !$1.isNaN ? 0 : $0 / $1 },
      left: { (_, y, g) throws(MathError) in try g / y },
      right: { (x, y, g) throws(MathError) in try (g * safeQuotient(x, y * y)).negated() })
  }

  /// −x.
  public func negated() throws(MathError) -> Traced {
    try Tape.record(
      [self], try value.map { -$0 }, .elementwise { (_, _, g) throws(MathError) in try g.negated() })
  }

  /// `condition` chooses, element by element, between two tensors. No gradient leaks from the branch not
  /// taken.
  public static func select(
    _ condition: Tensor, _ whenTrue: Traced, _ whenFalse: Traced
  ) throws(MathError) -> Traced {
    let branches = try Broadcasting.shape("where", whenTrue.shape, whenFalse.shape)
    let shape = try Broadcasting.shape("where", condition.shape, branches)
    let mask = try Broadcasting.expand(condition, to: shape)
    let a = try Broadcasting.expand(whenTrue.value, to: shape)
    let b = try Broadcasting.expand(whenFalse.value, to: shape)
    let chosen = try Array(interruptible: mask.count) {
      mask.elements[$0] != 0 ? a.elements[$0] : b.elements[$0]
    }
    return try Tape.record(
      [whenTrue, whenFalse], Tensor(unchecked: shape, chosen),
      Pullback(flow: .choice(mask)) { (step) throws(MathError) in
        let zero = Traced(0)
        return [
          step.wanted[0] ? try select(mask, step.cotangent, zero).summed(to: step.inputs[0].shape) : nil,
          step.wanted[1] ? try select(mask, zero, step.cotangent).summed(to: step.inputs[1].shape) : nil,
        ]
      })
  }

  /// Sums over the axes along which `shape` was broadcast to this tensor's shape.
  func summed(to shape: [Int]) throws(MathError) -> Traced {
    if self.shape == shape { return self }
    return try Tape.record(
      [self], Broadcasting.reduce(value, to: shape),
      .unary { (x, _, g) throws(MathError) in try g.expanded(to: x.shape) })
  }

  /// Repeats this tensor along new or stretched axes.
  func expanded(to shape: [Int]) throws(MathError) -> Traced {
    if self.shape == shape { return self }
    return try Tape.record(
      [self], Broadcasting.expand(value, to: shape),
      .unary { (x, _, g) throws(MathError) in try g.summed(to: x.shape) })
  }
}

extension Libm {
  /// `pow` with the powers that formulas use most done exactly as a product or a root.
  static func powFast(_ x: Double, _ y: Double) -> Double {
    if y == 2 { return x * x }
    if y == 1 { return x }
    return pow(x, y)
  }
}

extension Tensor {
  /// 1 where the comparison holds, else 0, with broadcasting.
  public static func compare(
    _ operation: String, _ a: Tensor, _ b: Tensor, _ holds: (Double, Double) -> Bool
  ) throws(MathError) -> Tensor {
    try Broadcasting.combine(operation, a, b) { holds($0, $1) ? 1 : 0 }
  }
}

extension Traced {
  /// Each element moved into [low, high]; it has no gradient where it was moved.
  public func clipped(_ low: Double, _ high: Double) throws(MathError) -> Traced {
    try .minimum(.maximum(self, Traced(low)), Traced(high))
  }
}
