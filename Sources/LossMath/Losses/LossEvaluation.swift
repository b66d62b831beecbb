extension Loss {
  /// The loss of predictions against labels.
  public func evaluate(
    yTrue: Traced, yPred: Traced, _ options: LossOptions = LossOptions()
  ) throws(MathError) -> Traced {
    try evaluate([yTrue, yPred], options)
  }

  /// The loss of its arguments, as many as `inputs` lists.
  ///
  /// Shapes: all alike, or a single number stands for all; what has one number a row, such as class indices,
  /// has one for each row of the others.
  /// - Throws: `MathError` for shapes that do not fit, an empty input, a class index outside the row, or an
  ///   option out of its range.
  public func evaluate(
    _ arguments: [Traced], _ options: LossOptions = LossOptions()
  ) throws(MathError) -> Traced {
    try validate(options)
    let inputs = try arranged(aligned(arguments), options)
    try validate(options, for: inputs)
    if let weights = options.weights { return try weighted(inputs, weights, options) }
    let values = inputs.map(\.value)
    switch options.reduction {
    case .none: return try record(inputs, options, body.terms(values, options), share: 1)
    case .sum: return try record(inputs, options, Tensor(body.total(values, options)), share: 1)
    case .mean:
      let count = termCount(values)
      guard count > 0 else { throw .empty(operation: name) }
      let mean = try body.total(values, options) / Double(count)
      return try record(inputs, options, Tensor(mean), share: Double(count))
    }
  }

  /// The part that each element of the last argument has in the loss before reduction, of its shape.
  public func contributions(
    yTrue: Tensor, yPred: Tensor, _ options: LossOptions = LossOptions()
  ) throws(MathError) -> Tensor {
    try contributions([yTrue, yPred], options)
  }

  /// The same for any number of arguments, as many as ``inputs`` lists.
  /// - Throws: as ``evaluate(_:_:)``.
  public func contributions(
    _ arguments: [Tensor], _ options: LossOptions = LossOptions()
  ) throws(MathError) -> Tensor {
    try validate(options)
    let whole = try aligned(arguments.map { Traced($0) })
    let inputs = try arranged(whole, options)
    try validate(options, for: inputs)
    let parts = try body.contributions(inputs.map(\.value), options)
    return try restored(parts, to: whole.last?.shape ?? [], options)
  }

  /// The loss for the training loop. It knows nothing of `weights` and `axis`.
  public func kernel(_ options: LossOptions = LossOptions()) -> LossKernel { body.kernel(options) }

  private func termCount(_ inputs: [Tensor]) -> Int {
    guard let last = inputs.last else { return 0 }
    return isRowwise ? last.rowsAndColumns.rows : last.count
  }

  private func weighted(
    _ inputs: [Traced], _ weights: Tensor, _ options: LossOptions
  ) throws(MathError) -> Traced {
    let values = inputs.map(\.value)
    let terms = try record(inputs, options, body.terms(values, options), share: 1)
    let products = try terms.timesSampleWeights(weights)
    switch options.reduction {
    case .none: return products
    case .sum: return try products.sum()
    case .mean:
      let count = termCount(values)
      guard count > 0 else { throw .empty(operation: name) }
      return try products.sum() / Traced(Double(count))
    }
  }

  /// Records a result that the terms enter with a weight of 1 / `share` each.
  private func record(
    _ inputs: [Traced], _ options: LossOptions, _ output: Tensor, share: Double
  ) throws(MathError) -> Traced {
    let body = body
    return try Tape.record(
      inputs, output,
      Pullback { (step) throws(MathError) in
        let weights = share == 1 ? step.cotangent : try step.cotangent / Traced(share)
        // A gradient that is differentiated again needs the graph of the formula.
        let outer = (step.inputs + [weights]).lazy.compactMap(\.trace?.tape).first
        if let outer { return try Self.expressionGradients(body, step.inputs, options, weights, on: outer) }
        return try Self.closedGradients(body, step, options, weights)
      })
  }

  /// The closed forms are exact and fast; where one is wanted and there is none, the formula stands in.
  private static func closedGradients(
    _ body: LossBody, _ step: Pullback.Step, _ options: LossOptions, _ weights: Traced
  ) throws(MathError) -> [Traced?] {
    var result: [Traced?] = step.inputs.map { _ in nil }
    if zip(step.wanted, body.closed).contains(where: { $0 && $1 }) {
      let slopes = try body.slopes(step.inputs.map(\.value), options, weights.value)
      for (i, slope) in slopes.enumerated() where step.wanted[i] { result[i] = slope.map { Traced($0) } }
    }
    guard zip(step.wanted, body.closed).contains(where: { $0 && !$1 }) else { return result }
    let tape = Tape()
    defer { tape.clear() }
    let open = try expressionGradients(body, step.inputs, options, weights, on: tape)
    for i in result.indices where !body.closed[i] { result[i] = open[i]?.detached }
    return result
  }

  /// Gradients with respect to all arguments, from the formula itself; traced where the arguments are.
  private static func expressionGradients(
    _ body: LossBody, _ inputs: [Traced], _ options: LossOptions, _ weights: Traced, on tape: Tape
  ) throws(MathError) -> [Traced?] {
    let leaves = inputs.map(tape.variable)
    let total = try (body.expression(leaves, options) * weights).sum()
    return try tape.gradient(of: total, withRespectTo: leaves, keepingGraph: true)
  }
}

extension Traced {
  /// Each term times the weight of its sample: one number for all, one for each term, or one for each row.
  func timesSampleWeights(_ weights: Tensor) throws(MathError) -> Traced {
    let stretched = weights.shape + Array(repeating: 1, count: Swift.max(shape.count - weights.rank, 0))
    guard weights.isScalar || Array(shape.prefix(weights.rank)) == weights.shape else {
      throw .shapesDiffer(operation: "weights", left: weights.shape, right: shape)
    }
    let factors = weights.isScalar ? weights : try weights.reshaped(stretched)
    let kept = try Traced.select(factors.map { $0 == 0 ? 0 : 1 }, self, Traced(0))
    return try kept * Traced(factors)
  }
}
