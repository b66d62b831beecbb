/// What an optimizer remembers from step to step. Nothing is allocated after `init`.
final class OptimizerState {
  private let optimizer: Optimizer
  private let rate: Double
  /// The velocity of gradient descent, RMSprop's mean square, or Adam's mean.
  private let first: Parameters
  /// Adam's mean square.
  private let second: Parameters?
  /// β₁ᵗ and β₂ᵗ after t steps.
  private var powers = (1.0, 1.0)

  init(_ optimizer: Optimizer, rate: Double, shape: NetworkShape) {
    (self.optimizer, self.rate) = (optimizer, rate)
    first = Parameters(shape: shape)
    second = optimizer == .adam ? Parameters(shape: shape) : nil
  }

  /// Moves `parameters` once against `gradient`.
  func step(_ parameters: Parameters, _ gradient: Parameters) {
    let (target, slopes) = (parameters.buffer.lanes, UnsafePointer(gradient.buffer.lanes))
    let lanes = parameters.buffer.count
    switch optimizer {
    case .sgd(let momentum, false):
      momentumStep(
        target, velocity: first.buffer.lanes, gradient: slopes, lanes: lanes, rate: rate, momentum: momentum)
    case .sgd(let momentum, true):
      nesterovStep(
        target, velocity: first.buffer.lanes, gradient: slopes, lanes: lanes, rate: rate, momentum: momentum)
    case .rmsprop:
      rmspropStep(target, square: first.buffer.lanes, gradient: slopes, lanes: lanes, rate: rate)
    case .adam: stepAdam(target, slopes, lanes: lanes)
    }
  }

  private func stepAdam(
    _ target: UnsafeMutablePointer<Lane>, _ gradient: UnsafePointer<Lane>, lanes: Int
  ) {
    guard let second else { return }
    powers.0 *= Optimizer.beta1
    powers.1 *= Optimizer.beta2
    let corrected = rate * (1 - powers.1).squareRoot() / (1 - powers.0)
    adamStep(
      target, mean: first.buffer.lanes, square: second.buffer.lanes, gradient: gradient, lanes: lanes,
      rate: corrected)
  }
}
