/// A function's value and its slopes at a point.
public struct Gradient: Equatable, Sendable {
  /// The function at the point.
  public let value: Double
  /// One tensor for each variable, of the variable's shape.
  public let parts: [Tensor]

  /// All slopes in one list, variable by variable.
  public var elements: [Double] { parts.flatMap(\.elements) }
  /// The length of the gradient as one vector (Euclidean norm), without overflow.
  public var norm: Double { Vector.norm(elements) }
}

/// A function's value, slopes and second derivatives at a point.
public struct Hessian: Equatable, Sendable {
  /// The value and the slopes at the same point.
  public let gradient: Gradient
  /// Shape `[d, d]`, d the number of elements of all variables together, variable by variable.
  public let matrix: Tensor

  /// The function at the point.
  public var value: Double { gradient.value }
}

/// Derivatives of functions of several variables, by automatic differentiation.
///
/// Functions may throw errors of their own; an error of the arithmetic becomes one of these through `mapping`.
/// On a tape that is given, nested gradients inside `function` must record on that same tape. The tape is
/// cleared afterwards unless a gradient around this one still needs it.
public enum Derivatives {
  /// The value and the slopes of a function at a point.
  /// - Parameters:
  ///   - function: gives one number from the variables.
  ///   - point: one tensor for each variable.
  ///   - tape: the record for nested gradients inside `function`.
  ///   - mapping: turns an error of the arithmetic into one of the function's own.
  /// - Throws: what `function` throws; `MathError.notScalar`, mapped, where its result is not one number.
  public static func gradient<Failure: Error>(
    of function: ([Traced]) throws(Failure) -> Traced, at point: [Tensor], on tape: Tape = Tape(),
    mapping: (MathError) -> Failure
  ) throws(Failure) -> Gradient {
    try recorded(function, point, tape) { (output, variables) throws(Failure) in
      try mapped(mapping) { () throws(MathError) in
        let found = try tape.gradients(of: output, withRespectTo: variables, keepingGraph: false)
        return Gradient(value: output.value.single ?? .nan, parts: found.map(\.value))
      }
    }
  }

  /// The same for a function whose only errors are those of the arithmetic.
  /// - Throws: what `function` throws; `MathError.notScalar` where its result is not one number.
  public static func gradient(
    of function: ([Traced]) throws(MathError) -> Traced, at point: [Tensor]
  ) throws(MathError) -> Gradient {
    try gradient(of: function, at: point, mapping: { $0 })
  }

  /// The value, the slopes and the second derivatives of a function at a point; the arguments are those of the gradient.
  /// - Throws: what `function` throws; mapped, `MathError.notScalar` where its result is not one number and
  ///   `MathError.tooLarge` past `Tape.hessianLimit` elements.
  public static func hessian<Failure: Error>(
    of function: ([Traced]) throws(Failure) -> Traced, at point: [Tensor], on tape: Tape = Tape(),
    mapping: (MathError) -> Failure
  ) throws(Failure) -> Hessian {
    try recorded(function, point, tape) { (output, variables) throws(Failure) in
      try mapped(mapping) { () throws(MathError) in
        let matrix = try tape.hessian(of: output, withRespectTo: variables, keepingGraph: false)
        let found = try tape.gradients(of: output, withRespectTo: variables, keepingGraph: false)
        let gradient = Gradient(value: output.value.single ?? .nan, parts: found.map(\.value))
        return Hessian(gradient: gradient, matrix: matrix.value)
      }
    }
  }

  /// The same for a function whose only errors are those of the arithmetic.
  /// - Throws: what `function` throws; `MathError.notScalar`; `MathError.tooLarge` past `Tape.hessianLimit` elements.
  public static func hessian(
    of function: ([Traced]) throws(MathError) -> Traced, at point: [Tensor]
  ) throws(MathError) -> Hessian {
    try hessian(of: function, at: point, mapping: { $0 })
  }

  /// Runs `function` on variables of `tape`, then `body` on the result.
  private static func recorded<Result, Failure: Error>(
    _ function: ([Traced]) throws(Failure) -> Traced, _ point: [Tensor], _ tape: Tape,
    _ body: (_ output: Traced, _ variables: [Traced]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { if tape.nesting == 0 { tape.clear() } }
    return try tape.nested { () throws(Failure) in
      let variables = point.map { tape.variable(Traced($0)) }
      return try body(function(variables), variables)
    }
  }

  static func mapped<Result, Failure: Error>(
    _ mapping: (MathError) -> Failure, _ body: () throws(MathError) -> Result
  ) throws(Failure) -> Result {
    do throws(MathError) { return try body() } catch { throw mapping(error) }
  }
}

/// Lists of numbers as vectors.
enum Vector {
  /// √Σx², scaled by the largest element so that nothing overflows or vanishes.
  static func norm(_ x: [Double]) -> Double {
    guard let largest = x.map(abs).max(), largest > 0, largest.isFinite else {
      return x.contains(where: \.isNaN) ? .nan : x.map(abs).max() ?? 0
    }
    return largest * Summation.sum(count: x.count) { (x[$0] / largest) * (x[$0] / largest) }.squareRoot()
  }

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    Summation.sum(count: min(a.count, b.count)) { a[$0] * b[$0] }
  }
}
