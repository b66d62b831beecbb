/// How a step follows from the gradient, by Keras 3's formulas and with its constants.
public enum Optimizer: Sendable, Equatable {
  /// Gradient descent with momentum: `v = momentum · v − rate · g; w = w + v`. With Nesterov's look ahead the weights
  /// move by `momentum · v − rate · g` instead. A momentum of 0 is plain gradient descent.
  ///
  /// `momentum` is from 0 to below 1, and above 0 with `nesterov`.
  case sgd(momentum: Double = 0, nesterov: Bool = false)
  /// Each weight has its own step, by the running mean of its squared gradients:
  /// `s = ρ · s + (1 − ρ) · g²; w = w − rate · g / √(s + ε)`. Source: Hinton's lecture 6e, 2012.
  case rmsprop
  /// Running means of the gradient and of its square, corrected for their start at 0:
  /// `w = w − rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√s + ε)`. Source: Kingma and Ba, 2015.
  case adam

  /// RMSprop's ρ.
  public static let rho = 0.9
  /// Adam's β₁, of the mean.
  public static let beta1 = 0.9
  /// Adam's β₂, of the mean square.
  public static let beta2 = 0.999
  /// What keeps RMSprop and Adam from dividing by 0.
  public static let epsilon = 1e-7

  /// As a reader names it: momentum makes another optimizer of gradient descent.
  public var name: String {
    switch self {
    case .sgd(0, _): "sgd"
    case .sgd(_, let nesterov): nesterov ? "nesterov" : "momentum"
    case .rmsprop: "rmsprop"
    case .adam: "adam"
    }
  }

  /// Keras's: 0.01 for gradient descent, 0.001 for the others.
  public var standardRate: Double {
    if case .sgd = self { 0.01 } else { 0.001 }
  }

  /// The momentum of gradient descent; 0 for the others.
  public var momentum: Double {
    if case .sgd(let momentum, _) = self { momentum } else { 0 }
  }

  func validate() throws(TrainingError) {
    guard case .sgd(let momentum, let nesterov) = self else { return }
    guard momentum >= 0, momentum < 1 else { throw .momentum(momentum) }
    guard momentum > 0 || !nesterov else { throw .nesterovWithoutMomentum }
  }
}
