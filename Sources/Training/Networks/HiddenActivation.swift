/// What a hidden layer's units do with their weighted sum.
public enum HiddenActivation: String, Sendable, CaseIterable {
  case relu
  case tanh
  case sigmoid
  /// A fifth of a negative sum passes, as by Keras's default.
  case leakyRelu = "leaky_relu"
  /// eˣ − 1 of a negative sum.
  case elu
  /// The sum itself: layers of it are no more than one linear layer.
  case linear
}

extension HiddenActivation {
  /// The slope of leaky ReLU below 0.
  static let leak = 0.2

  /// The activation of eight sums. Not a number stays so, that divergence shows.
  @inline(__always)
  func value(_ sums: SIMD8<Double>) -> SIMD8<Double> {
    switch self {
    case .relu: sums.replacing(with: 0, where: sums .< 0)
    case .tanh: Self.each(sums, Libm.tanh)
    case .sigmoid: Self.each(sums, logistic)
    case .leakyRelu: sums.replacing(with: sums * Self.leak, where: sums .< 0)
    case .elu: sums.replacing(with: Self.each(sums) { Libm.exp(min($0, 0)) - 1 }, where: sums .< 0)
    case .linear: sums
    }
  }

  /// The gradient with respect to the sums, from that with respect to the activations `values`.
  ///
  /// At its kink, ReLU's slope counts as 0, as in Keras and PyTorch.
  @inline(__always)
  func backward(_ gradient: SIMD8<Double>, at values: SIMD8<Double>) -> SIMD8<Double> {
    switch self {
    case .relu: gradient.replacing(with: 0, where: values .<= 0)
    case .tanh: gradient * (1 - values * values)
    case .sigmoid: gradient * (values * (1 - values))
    case .leakyRelu: gradient.replacing(with: gradient * Self.leak, where: values .<= 0)
    case .elu: gradient.replacing(with: gradient * (values + 1), where: values .< 0)
    case .linear: gradient
    }
  }

  @inline(never)
  private static func each(_ sums: SIMD8<Double>, _ function: (Double) -> Double) -> SIMD8<Double> {
    var result = sums
    for i in result.indices { result[i] = function(sums[i]) }
    return result
  }
}

/// 1 / (1 + e⁻ˣ), without overflow on either side.
func logistic(_ x: Double) -> Double {
  let power = Libm.exp(-abs(x))
  return x < 0 ? power / (1 + power) : 1 / (1 + power)
}
