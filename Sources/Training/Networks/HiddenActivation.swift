import CNumerics

/// What a hidden layer's units do with their weighted sum.
///
/// At its kink, ReLU's slope counts as 0, as in Keras and PyTorch, and leaky ReLU's as that below.
public enum HiddenActivation: String, Sendable, CaseIterable {
  case relu
  case tanh
  case sigmoid
  /// A fifth of a negative sum passes, Keras's default.
  case leakyRelu = "leaky_relu"
  /// eˣ − 1 of a negative sum.
  case elu
  /// The sum itself: layers of it are no more than one linear layer.
  case linear

  /// As the kernels know it.
  var code: numerics_activation {
    switch self {
    case .relu: NUMERICS_RELU
    case .tanh: NUMERICS_TANH
    case .sigmoid: NUMERICS_SIGMOID
    case .leakyRelu: NUMERICS_LEAKY_RELU
    case .elu: NUMERICS_ELU
    case .linear: NUMERICS_LINEAR
    }
  }
}
