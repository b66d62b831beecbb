/// The log-density of a family whose data and parameters correspond element by element.
///
/// Families with one parameter ignore `b`. The value is computed in one pass in its most accurate form; the
/// slopes are written with traced operations, so that they can be differentiated again.
protocol DensityFormula: SendableMetatype {
  /// Whether x lies in the interval of the support. Never asked for NaN.
  static func reaches(_ x: Double, _ a: Double, _ b: Double) -> Bool
  /// The log-density within that interval; NaN for parameters out of range.
  static func value(_ x: Double, _ a: Double, _ b: Double) -> Double
  static func slopeInData(_ x: Traced, _ a: Traced, _ b: Traced) throws(MathError) -> Traced
  static func slopeInFirst(_ x: Traced, _ a: Traced, _ b: Traced) throws(MathError) -> Traced
  static func slopeInSecond(_ x: Traced, _ a: Traced, _ b: Traced) throws(MathError) -> Traced
}

extension DensityFormula {
  static func slopeInSecond(_ x: Traced, _ a: Traced, _ b: Traced) throws(MathError) -> Traced { Traced(0) }

  static func logProb(_ x: Traced, _ parameters: [Traced]) throws(MathError) -> Traced {
    let zero = Traced(0)
    let (a, b) = (parameters.first ?? zero, parameters.count > 1 ? parameters[1] : zero)
    let shape = try Broadcasting.shape(
      "log-density", Broadcasting.shape("log-density", x.shape, a.shape), b.shape)
    return try aligned(x.expanded(to: shape), a.expanded(to: shape), b.expanded(to: shape))
  }

  /// The three have one shape.
  private static func aligned(_ x: Traced, _ a: Traced, _ b: Traced) throws(MathError) -> Traced {
    var beyond: Set<Int> = []
    let (xs, ys, zs) = (x.value.elements, a.value.elements, b.value.elements)
    let values = try Array(interruptible: xs.count) { i in
      if xs[i].isNaN || reaches(xs[i], ys[i], zs[i]) { return value(xs[i], ys[i], zs[i]) }
      beyond.insert(i)
      return value(0, ys[i], zs[i]).isNaN ? .nan : -Double.infinity
    }
    let output = Tensor(unchecked: x.shape, values)
    let mask = try Array(interruptible: beyond.isEmpty ? 0 : values.count) { beyond.contains($0) ? 0.0 : 1 }
    let inside = beyond.isEmpty ? nil : Tensor(unchecked: x.shape, mask)
    return try Tape.record(
      [x, a, b], output,
      Pullback(flow: .elementwise) { (step) throws(MathError) in
        let (x, a, b) = (step.inputs[0], step.inputs[1], step.inputs[2])
        func part(_ slope: Traced) throws(MathError) -> Traced {
          try (step.cotangent * slope).keeping(step.live).keeping(inside)
        }
        return [
          step.wanted[0] ? try part(slopeInData(x, a, b)) : nil,
          step.wanted[1] ? try part(slopeInFirst(x, a, b)) : nil,
          step.wanted[2] ? try part(slopeInSecond(x, a, b)) : nil,
        ]
      })
  }
}
