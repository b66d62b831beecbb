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
  static func elementwise<L: ElementwiseLoss>(_ loss: L.Type) -> LossBody {
    let terms: @Sendable (Tensor, Tensor, LossOptions) throws(MathError) -> Tensor = {
      (y, p, options) throws(MathError) in
      try Broadcasting.combine("loss", y, p) { L.value($0, $1, options) }
    }
    return LossBody(
      isRowwise: false,
      terms: terms,
      slopes: { (y, p, options, weights) throws(MathError) in
        let slopes = try Broadcasting.combine("loss", y, p) { L.slope($0, $1, options) }
        return try Broadcasting.combine("*", slopes, weights) { Stable.weighted($1, $0) }
      },
      expression: { (y, p, options) throws(MathError) in try L.expression(y, p, options) },
      contributions: terms,
      kernel: elementwiseKernel(loss))
  }

  private static func elementwiseKernel<L: ElementwiseLoss>(
    _ loss: L.Type
  ) -> @Sendable (LossOptions) -> LossKernel {
    { options in
      LossKernel { yTrue, yPred, columns, gradient in
        let count = min(yTrue.count, yPred.count)
        let scale = 1 / Double(max(columns, 1))
        if let gradient {
          for i in 0..<count { gradient[i] = L.slope(yTrue[i], yPred[i], options) * scale }
        }
        return Summation.sum(count: count) { L.value(yTrue[$0], yPred[$0], options) } * scale
      }
    }
  }
}
