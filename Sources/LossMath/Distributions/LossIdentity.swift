/// The statement that a distribution's negative log-likelihood is a loss, up to a factor and a constant that
/// do not depend on the prediction.
public struct LossIdentity: Sendable {
  /// Both sides of the statement on some data.
  public struct Sides: Equatable, Sendable {
    /// The mean of −log density over the data.
    public let meanNegativeLogLikelihood: Double
    /// The loss, with its factor and constant.
    public let fromLoss: Double
    /// The left side less the right: 0 up to rounding.
    public var difference: Double { meanNegativeLogLikelihood - fromLoss }
  }

  /// The loss's name, such as `mse`.
  public let loss: String
  /// The identity as plain text.
  public let statement: String
  /// The right side of the identity in LaTeX.
  public let latex: String
  /// What follows from it, in a sentence.
  public let meaning: String
  let fromLoss: @Sendable (_ x: Tensor, _ parameters: [Tensor]) throws(MathError) -> Double
}

extension Distribution {
  /// Both sides of `identity` on some data; nothing where there is no identity.
  ///
  /// Shapes: the location (`mu`, `p`, `rate`) is one number or of the shape of `x`, the width (`sigma`, `b`) one
  /// number; for `categorical`, `p` is one row or one for each element of the vector `x`.
  /// - Throws: `MathError` for shapes that do not fit, or without data.
  public func sides(_ x: Tensor, _ parameters: [Tensor]) throws(MathError) -> LossIdentity.Sides? {
    guard let identity else { return nil }
    let likelihood = try logProb(Traced(x), parameters.map { Traced($0) }).mean().negated()
    return LossIdentity.Sides(
      meanNegativeLogLikelihood: likelihood.value.single ?? .nan,
      fromLoss: try identity.fromLoss(x, parameters))
  }
}

extension LossIdentity {
  /// The mean of a loss from the catalogue, as one number.
  static func mean(_ loss: Loss, _ y: Tensor, _ p: Tensor) throws(MathError) -> Double {
    try loss.evaluate(yTrue: Traced(y), yPred: Traced(p)).value.single ?? .nan
  }

  /// The only element of a parameter that must be one number.
  static func number(_ parameter: Tensor, besides x: Tensor) throws(MathError) -> Double {
    guard let number = parameter.single else {
      throw .shapesDiffer(operation: "identity", left: x.shape, right: parameter.shape)
    }
    return number
  }
}
