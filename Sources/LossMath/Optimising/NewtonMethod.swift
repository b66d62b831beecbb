/// Newton's method with damping, for smooth functions of a few variables in one vector.
///
/// Each step minimises the quadratic that has the function's value, gradient and Hessian. Where the Hessian is
/// not positive definite its diagonal is enlarged until it is (Levenberg); where a full step does not make the
/// function smaller it is halved (Armijo).
struct NewtonMethod {
  struct Step {
    let position: [Double]
    let value: Double
    let gradientNorm: Double
    /// The part taken of the step that led here; 0 at the start.
    let fraction: Double
  }

  static let stepLimit = 200
  /// The square of the Newton decrement: twice what a further step is expected to gain.
  private static let tolerance = 1e-24
  /// Below this, a step that gains nothing is one that rounding has stopped.
  private static let stalled = 1e-10

  let function: ([Traced]) throws(MathError) -> Traced
  let isCancelled: () -> Bool

  func run(from start: [Double]) throws(MathError) -> (path: [Step], outcome: FitOutcome) {
    var path: [Step] = []
    var (position, fraction) = (start, 0.0)
    while true {
      let local = try Derivatives.hessian(of: function, at: [Tensor(position)])
      let slopes = local.gradient.elements
      path.append(
        Step(
          position: position, value: local.value, gradientNorm: local.gradient.norm, fraction: fraction))
      if isCancelled() { return (path, .cancelled) }
      guard path.count <= Self.stepLimit else { return (path, .ranOutOfSteps) }
      guard let direction = Self.direction(local) else { return (path, .stalled) }
      let decrement = -Vector.dot(slopes, direction)
      if decrement <= Self.tolerance || Self.isNothing(direction, at: position) { return (path, .converged) }
      guard let found = try search(from: position, local.value, along: direction, slope: -decrement) else {
        return (path, decrement <= Self.stalled ? .converged : .stalled)
      }
      (position, fraction) = found
    }
  }

  private static func direction(_ local: Hessian) -> [Double]? {
    let rows = local.symmetricRows
    let downhill = local.gradient.elements.map { -$0 }
    guard downhill.allSatisfy(\.isFinite) else { return nil }
    let largest = rows.indices.map { abs(rows[$0][$0]) }.max() ?? 0
    var damping = 0.0
    for _ in 0..<40 {
      var damped = rows
      for i in rows.indices { damped[i][i] += damping * max(abs(rows[i][i]), 1e-8 * largest, 1e-300) }
      if let factor = Cholesky(damped) { return factor.solve(downhill) }
      damping = damping == 0 ? 1e-3 : damping * 4
    }
    return nil
  }

  private static func isNothing(_ direction: [Double], at position: [Double]) -> Bool {
    zip(direction, position).allSatisfy { abs($0) <= 2 * $1.ulp }
  }

  /// The longest of the halved steps that makes the function smaller by a fair part of what it promised.
  private func search(
    from position: [Double], _ value: Double, along direction: [Double], slope: Double
  ) throws(MathError) -> (position: [Double], fraction: Double)? {
    var fraction = 1.0
    for _ in 0..<60 {
      let next = zip(position, direction).map { $0 + fraction * $1 }
      let found = try function([Traced(Tensor(next))]).value.single ?? .nan
      if found <= value + 1e-4 * fraction * slope { return (next, fraction) }
      fraction /= 2
    }
    return nil
  }
}

/// How a search for the maximum of a likelihood ended.
public enum FitOutcome: String, Equatable, Sendable {
  case converged
  case ranOutOfSteps
  /// No step made the likelihood larger, though its slope is not 0.
  case stalled
  case cancelled
}
