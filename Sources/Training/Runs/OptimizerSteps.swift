// The optimizers' arithmetic over all weights; that of plain momentum stands beside the layers' kernels. Lanes past
// the last weight have gradient 0 and stay 0.

/// `v = momentum · v − rate · g; w = w + momentum · v − rate · g`.
func nesterovStep(
  _ parameters: UnsafeMutablePointer<Lane>, velocity: UnsafeMutablePointer<Lane>,
  gradient: UnsafePointer<Lane>, lanes: Int, rate: Double, momentum: Double
) {
  for i in 0..<lanes {
    let move = gradient[i] * rate
    let next = velocity[i] * momentum - move
    velocity[i] = next
    parameters[i] += next * momentum - move
  }
}

/// `s = ρ · s + (1 − ρ) · g²; w = w − rate · g / √(s + ε)`.
func rmspropStep(
  _ parameters: UnsafeMutablePointer<Lane>, square: UnsafeMutablePointer<Lane>,
  gradient: UnsafePointer<Lane>, lanes: Int, rate: Double
) {
  for i in 0..<lanes {
    let slope = gradient[i]
    let next = square[i] * Optimizer.rho + slope * slope * (1 - Optimizer.rho)
    square[i] = next
    parameters[i] -= slope * rate / (next + Optimizer.epsilon).squareRoot()
  }
}

/// `m = m + (1 − β₁)(g − m); s = s + (1 − β₂)(g² − s); w = w − rate · m / (√s + ε)`.
///
/// - Parameter rate: The learning rate, corrected for the means' start at 0.
func adamStep(
  _ parameters: UnsafeMutablePointer<Lane>, mean: UnsafeMutablePointer<Lane>,
  square: UnsafeMutablePointer<Lane>, gradient: UnsafePointer<Lane>, lanes: Int, rate: Double
) {
  for i in 0..<lanes {
    let slope = gradient[i]
    let nextMean = mean[i] + (slope - mean[i]) * (1 - Optimizer.beta1)
    let nextSquare = square[i] + (slope * slope - square[i]) * (1 - Optimizer.beta2)
    mean[i] = nextMean
    square[i] = nextSquare
    parameters[i] -= nextMean * rate / (nextSquare.squareRoot() + Optimizer.epsilon)
  }
}
