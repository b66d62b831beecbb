/// Gradient descent with momentum, as plain as it is taught: v ← β v − lr·∇f, x ← x + v.
public enum Minimiser {
  /// The most numbers that a path may hold.
  public static let pathLimit = 10_000_000
  /// A value that rose above the start by this many times the start's size (or by this) will not come back.
  private static let riseLimit = 1e6
  /// Values below this are taken for a fall without end.
  private static let depthLimit = -1e100
  /// Places on the path at which the curvature is measured.
  private static let probes = 12

  /// Walks downhill from `start`.
  ///
  /// Divergence, a missing minimum and a lack of steps are outcomes, not errors.
  /// - Parameters:
  ///   - function: gives one number; called once a step, and a few times more for the curvature.
  ///   - start: one tensor for each variable.
  ///   - options: the step size and when to stop.
  ///   - tape: the record for nested gradients inside `function`.
  ///   - mapping: turns an error of the arithmetic into one of the function's own.
  ///   - isCancelled: asked before every step.
  /// - Throws: what `function` throws; `MathError.notScalar`, mapped, where its result is not one number.
  public static func run<Failure: Error>(
    _ function: ([Traced]) throws(Failure) -> Traced, from start: [Tensor], _ options: MinimiserOptions,
    on tape: Tape = Tape(), mapping: (MathError) -> Failure, isCancelled: () -> Bool = { false }
  ) throws(Failure) -> Minimisation {
    var descent = Descent(start, options)
    while descent.outcome == nil {
      let local = try Derivatives.gradient(
        of: function, at: descent.position, on: tape, mapping: mapping)
      descent.advance(local, isCancelled: isCancelled())
    }
    let outcome = descent.outcome ?? .ranOutOfSteps
    let stepSize = try judge(descent.path, outcome, options) { (point) throws(Failure) in
      try Derivatives.hessian(of: function, at: point, on: tape, mapping: mapping)
    }
    return Minimisation(options: options, path: descent.path, outcome: outcome, stepSize: stepSize)
  }

  /// The same for a function whose only errors are those of the arithmetic.
  public static func run(
    _ function: ([Traced]) throws(MathError) -> Traced, from start: [Tensor], _ options: MinimiserOptions,
    isCancelled: () -> Bool = { false }
  ) throws(MathError) -> Minimisation {
    try run(function, from: start, options, mapping: { $0 }, isCancelled: isCancelled)
  }

  /// Compares the learning rate with the curvature at places spread over the path.
  private static func judge<Failure: Error>(
    _ path: [Minimisation.Step], _ outcome: Minimisation.Outcome, _ options: MinimiserOptions,
    _ hessian: ([Tensor]) throws(Failure) -> Hessian
  ) throws(Failure) -> StepSize {
    var diverged = false
    if case .diverged = outcome { diverged = true }
    let count = path.first?.position.reduce(0) { $0 + $1.count } ?? 0
    guard count > 0, count <= Hessian.eigenvalueLimit, outcome != .cancelled else {
      return StepSize(options, extremes: nil, largest: nil, diverged: diverged)
    }
    var (extremes, largest): ((low: Double, high: Double)?, Double?)
    let places = Set((0..<probes).map { $0 * (path.count - 1) / (probes - 1) }).sorted()
    for place in places {
      guard let found = try hessian(path[place].position).eigenvalues, let low = found.first,
        let high = found.last
      else { continue }
      if !diverged || extremes == nil { extremes = (low, high) }
      largest = max(largest ?? high, high)
    }
    return StepSize(options, extremes: extremes, largest: largest, diverged: diverged)
  }

  /// A descent under way.
  private struct Descent {
    private(set) var position: [Tensor]
    private(set) var path: [Minimisation.Step] = []
    private(set) var outcome: Minimisation.Outcome?
    private let options: MinimiserOptions
    private var velocity: [Tensor]
    /// The last place whose value was not above the one before.
    private var lastFall = 0

    init(_ start: [Tensor], _ options: MinimiserOptions) {
      (position, self.options) = (start, options)
      velocity = start.map { Tensor(unchecked: $0.shape, Array(repeating: 0, count: $0.count)) }
    }

    /// Takes in value and gradient at the present position, and makes one step if there is one to make.
    mutating func advance(_ local: Gradient, isCancelled: Bool) {
      let norm = local.norm
      if let last = path.last, local.value <= last.value { lastFall = path.count }
      path.append(Minimisation.Step(position: position, value: local.value, gradientNorm: norm))
      outcome = judge(local.value, norm, isCancelled)
      if outcome == nil { move(local) }
    }

    private func judge(_ value: Double, _ norm: Double, _ isCancelled: Bool) -> Minimisation.Outcome? {
      let first = path[0]
      if value < depthLimit && first.value > depthLimit { return .fellWithoutBound(step: path.count - 1) }
      guard value.isFinite, norm.isFinite, position.allSatisfy({ $0.elements.allSatisfy(\.isFinite) }) else {
        if value == -.infinity { return .fellWithoutBound(step: path.count - 1) }
        return .diverged(step: lastFall + 1, .notFinite)
      }
      if norm <= options.tolerance { return .converged }
      if isCancelled { return .cancelled }
      if value - first.value > riseLimit * max(1, abs(first.value)) {
        return .diverged(step: lastFall + 1, .rose)
      }
      if path.count > options.steps {
        let hasGrown = value > first.value && norm > first.gradientNorm
        return hasGrown ? .diverged(step: lastFall + 1, .stillRising) : .ranOutOfSteps
      }
      let held = (path.count + 1) * max(position.reduce(0) { $0 + $1.count }, 1)
      return held > options.pathLimit ? .pathTooLong(limit: options.pathLimit) : nil
    }

    private mutating func move(_ local: Gradient) {
      for i in position.indices {
        let slopes = local.parts[i].elements
        let (old, speed) = (position[i].elements, velocity[i].elements)
        let next = slopes.indices.map { options.momentum * speed[$0] - options.learningRate * slopes[$0] }
        velocity[i] = Tensor(unchecked: position[i].shape, next)
        position[i] = Tensor(unchecked: position[i].shape, next.indices.map { old[$0] + next[$0] })
      }
    }
  }
}
