/// An exact gradient beside one found by differences alone, element by element.
public struct GradientCheck: Equatable, Sendable {
  /// What the comparison of one element says.
  public enum Verdict: String, CaseIterable, Sendable {
    case agrees
    case differs
    /// The slopes from the left and from the right differ: there is no gradient, only a convention.
    case kink
    /// The value jumps here.
    case jump
    /// The function ends here: on one side it is no number.
    case edge
    /// The function or its exact gradient is not a finite number.
    case notFinite
    /// The differences are too uncertain to say anything.
    case unresolved
  }

  /// One element of one variable.
  public struct Row: Equatable, Sendable {
    /// Which variable, counted from 0.
    public let variable: Int
    /// The flat position of the element in it.
    public let element: Int
    /// The element's value.
    public let value: Double
    /// The gradient by automatic differentiation.
    public let exact: Double
    /// The extrapolated central difference; NaN where there is none.
    public let estimate: Double
    /// How far the estimate may be off.
    public let error: Double
    /// The slope from the left.
    public let left: Double
    /// The slope from the right.
    public let right: Double
    /// What the two say of each other.
    public let verdict: Verdict

    /// |exact − estimate| / the larger of the two; 0 where both are 0.
    public var relativeDifference: Double {
      exact == estimate ? 0 : abs(exact - estimate) / max(abs(exact), abs(estimate))
    }
    /// At a kink, whether the exact gradient lies between the slopes of the two sides, as a subgradient should.
    public var isSubgradient: Bool { min(left, right) <= exact && exact <= max(left, right) }
  }

  /// The most elements of variables: each costs a hundred evaluations or two.
  public static let elementLimit = 1_000
  /// The relative difference up to which the two agree.
  public static let defaultTolerance = 1e-6

  /// One for each element of each variable, in order.
  public let rows: [Row]

  /// Whether no row differs.
  public var passes: Bool { !rows.contains { $0.verdict == .differs } }
  /// The largest relative difference among the rows that can be compared.
  public var worst: Row? {
    rows.filter { $0.verdict == .agrees || $0.verdict == .differs }
      .max { $0.relativeDifference < $1.relativeDifference }
  }

  /// Compares the gradient of a function with differences at a point.
  /// - Parameters:
  ///   - function: gives one number from the variables.
  ///   - point: one tensor for each variable.
  ///   - tolerance: the relative difference that is let pass besides the estimate's own error.
  ///   - tape: the record for nested gradients inside `function`.
  ///   - mapping: turns an error of the arithmetic into one of the function's own.
  ///   - isCancelled: asked before every element; what is left is then left out.
  /// - Throws: what `function` throws; mapped, `MathError.notScalar` where its result is not one number and
  ///   `MathError.tooLarge` past `elementLimit`.
  public static func run<Failure: Error>(
    _ function: ([Traced]) throws(Failure) -> Traced, at point: [Tensor],
    tolerance: Double = defaultTolerance, on tape: Tape = Tape(), mapping: (MathError) -> Failure,
    isCancelled: () -> Bool = { false }
  ) throws(Failure) -> GradientCheck {
    let count = point.reduce(0) { $0 + $1.count }
    guard count <= elementLimit else {
      throw mapping(.tooLarge(elements: Double(count), limit: elementLimit))
    }
    let exact = try Derivatives.gradient(of: function, at: point, on: tape, mapping: mapping)
    var rows: [Row] = []
    for variable in point.indices {
      for element in point[variable].elements.indices where !isCancelled() {
        let differences = try Differences(
          of: { (x) throws(Failure) in
            let moved = moved(point, variable, element, to: x)
            return try function(moved.map { Traced($0) }).value.single ?? .nan
          }, at: point[variable].elements[element])
        rows.append(
          Row(
            variable, element, point[variable].elements[element], exact.parts[variable].elements[element],
            differences, tolerance))
      }
    }
    return GradientCheck(rows: rows)
  }

  /// The same for a function whose only errors are those of the arithmetic.
  public static func run(
    _ function: ([Traced]) throws(MathError) -> Traced, at point: [Tensor],
    tolerance: Double = defaultTolerance
  ) throws(MathError) -> GradientCheck {
    try run(function, at: point, tolerance: tolerance, mapping: { $0 })
  }

  private static func moved(_ point: [Tensor], _ variable: Int, _ element: Int, to x: Double) -> [Tensor] {
    var elements = point[variable].elements
    elements[element] = x
    var result = point
    result[variable] = Tensor(unchecked: point[variable].shape, elements)
    return result
  }
}

extension GradientCheck.Row {
  /// Uncertainty, relative to the slope, above which a difference says nothing.
  private static let resolution = 0.01

  init(
    _ variable: Int, _ element: Int, _ value: Double, _ exact: Double, _ found: Differences,
    _ tolerance: Double
  ) {
    (self.variable, self.element, self.value, self.exact) = (variable, element, value, exact)
    (estimate, error) = (found.central.slope, found.central.error)
    (left, right) = (found.left.slope, found.right.slope)
    verdict = Self.judge(exact, found, tolerance)
  }

  private static func judge(
    _ exact: Double, _ found: Differences, _ tolerance: Double
  ) -> GradientCheck.Verdict {
    if !exact.isFinite || !found.value.isFinite { return .notFinite }
    if !found.isFiniteOnBothSides { return .edge }
    if found.hasJump { return .jump }
    // One-sided differences are rougher than central ones.
    if found.hasKink(tolerance: max(100 * tolerance, 1e-4)) { return .kink }
    let (slope, error) = (found.central.slope, found.central.error)
    let size = max(abs(slope), abs(exact))
    let difference = abs(slope - exact)
    if difference <= tolerance * size { return .agrees }
    let isResolved = error <= max(resolution * size, tolerance * found.slopeNearby)
    guard slope.isFinite, isResolved || difference > 10 * error else { return .unresolved }
    return difference <= 10 * error + tolerance * size ? .agrees : .differs
  }
}
