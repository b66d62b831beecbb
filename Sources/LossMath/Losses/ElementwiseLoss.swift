/// A loss that compares each prediction with its label on its own.
protocol ElementwiseLoss: SendableMetatype {
  /// The loss of one prediction.
  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double
  /// Its derivative with respect to the prediction.
  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double
  /// The formula in differentiable operations.
  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced
}

extension LossBody {
  /// Generic so that the loops below are compiled for each loss with its formula inside.
  ///
  /// - Parameter kernel: A faster way to the bits that the formula gives one by one.
  static func elementwise<L: ElementwiseLoss>(
    _ loss: L.Type, kernel: (@Sendable (LossOptions) -> LossKernel)? = nil
  ) -> LossBody {
    let terms: @Sendable ([Tensor], LossOptions) throws(MathError) -> Tensor = {
      (inputs, options) throws(MathError) in
      try Broadcasting.combine("loss", inputs[0], inputs[1]) { L.value($0, $1, options) }
    }
    return LossBody(
      total: { (inputs, options) throws(MathError) in total(loss, inputs[0], inputs[1], options) },
      terms: terms,
      slopes: { (inputs, options, weights) throws(MathError) in
        [nil, try slopes(loss, inputs[0], inputs[1], options, weights)]
      },
      expression: { (inputs, options) throws(MathError) in try L.expression(inputs[0], inputs[1], options) },
      contributions: terms,
      kernel: kernel ?? elementwiseKernel(loss))
  }

  private static func slopes<L: ElementwiseLoss>(
    _ loss: L.Type, _ y: Tensor, _ p: Tensor, _ options: LossOptions, _ weights: Tensor
  ) throws(MathError) -> Tensor {
    if let weight = weights.single {
      return try Broadcasting.combine("loss", y, p) { Stable.weighted(weight, L.slope($0, $1, options)) }
    }
    let slopes = try Broadcasting.combine("loss", y, p) { L.slope($0, $1, options) }
    return try Broadcasting.combine("*", slopes, weights) { Stable.weighted($1, $0) }
  }

  /// `y` and `p` have one shape.
  private static func total<L: ElementwiseLoss>(
    _ loss: L.Type, _ y: Tensor, _ p: Tensor, _ options: LossOptions
  ) -> Double {
    y.elements.withUnsafeBufferPointer { y in
      p.elements.withUnsafeBufferPointer { p in
        Summation.sum(count: min(y.count, p.count)) { L.value(y[$0], p[$0], options) }
      }
    }
  }

  static func elementwiseKernel<L: ElementwiseLoss>(
    _ loss: L.Type
  ) -> @Sendable (LossOptions) -> LossKernel {
    { options in
      LossKernel { yTrue, yPred, columns, gradient in
        let count = min(yTrue.count, yPred.count)
        let scale = 1 / Double(max(columns, 1))
        guard let gradient else {
          return Summation.sum(count: count) { L.value(yTrue[$0], yPred[$0], options) } * scale
        }
        return scale
          * Summation.sum(count: min(count, gradient.count)) { i in
            gradient[i] = L.slope(yTrue[i], yPred[i], options) * scale
            return L.value(yTrue[i], yPred[i], options)
          }
      }
    }
  }
}
