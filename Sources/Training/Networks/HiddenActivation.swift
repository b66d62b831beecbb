import CNumerics

/// What a hidden layer's units do with their weighted sum.
///
/// At its kink, ReLU's slope counts as 0, as in Keras and PyTorch.
public enum HiddenActivation: String, Sendable, CaseIterable {
  case relu
  case tanh
  case sigmoid

  /// As the kernels know it.
  var code: numerics_activation {
    switch self {
    case .relu: NUMERICS_RELU
    case .tanh: NUMERICS_TANH
    case .sigmoid: NUMERICS_SIGMOID
    }
  }
}
