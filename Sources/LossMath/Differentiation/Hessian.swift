extension Tape {
  /// The most elements that variables may have together for a Hessian: its matrix has the square of that.
  public static let hessianLimit = 1_000

  /// The gradients of `output`, one number, with respect to variables of this tape: for each variable a tensor
  /// of its shape, 0 where `output` does not depend on it.
  /// - Parameters:
  ///   - output: depends on the variables, through operations recorded here.
  ///   - variables: made by ``variable(_:)``.
  ///   - keepingGraph: whether the gradients will be differentiated again.
  /// - Throws: `MathError.notScalar` where `output` holds more than one number.
  public func gradients(
    of output: Traced, withRespectTo variables: [Traced], keepingGraph: Bool
  ) throws(MathError) -> [Traced] {
    let found = try gradient(of: output, withRespectTo: variables, keepingGraph: keepingGraph)
    var result: [Traced] = []
    for (gradient, variable) in zip(found, variables) {
      if let gradient {
        result.append(gradient)
      } else {
        result.append(Traced(try .filled(0, shape: variable.shape)))
      }
    }
    return result
  }

  /// The matrix of second derivatives of `output`, one number: shape `[d, d]`, where d counts the elements of
  /// all variables, in order, each variable row by row.
  ///
  /// Row i is the gradient of the gradient's element i, so the matrix is symmetric up to rounding.
  /// - Parameters:
  ///   - output: depends on the variables, through operations recorded here.
  ///   - variables: made by ``variable(_:)``.
  ///   - keepingGraph: whether the matrix will be differentiated again.
  /// - Throws: `MathError.notScalar`; `MathError.tooLarge` past `hessianLimit` elements.
  public func hessian(
    of output: Traced, withRespectTo variables: [Traced], keepingGraph: Bool
  ) throws(MathError) -> Traced {
    let count = variables.reduce(0) { $0 + $1.value.count }
    guard count <= Self.hessianLimit else {
      throw .tooLarge(elements: Double(count), limit: Self.hessianLimit)
    }
    let slopes = try gradients(of: output, withRespectTo: variables, keepingGraph: true)
    var rows: [Traced] = []
    for slope in slopes {
      for element in 0..<slope.value.count {
        let one = try slope.gathered([element], shape: [])
        let row = try gradients(of: one, withRespectTo: variables, keepingGraph: keepingGraph)
        rows.append(try Self.flattened(row))
      }
    }
    return rows.isEmpty ? Traced(try .filled(0, shape: [0, 0])) : try .stack(rows)
  }

  /// All elements in one vector.
  private static func flattened(_ parts: [Traced]) throws(MathError) -> Traced {
    var vectors: [Traced] = []
    for part in parts { vectors.append(try part.reshaped([part.value.count])) }
    return try .concatenate(vectors)
  }
}
