import Foundation
import LossMath
import Training

/// Plain losses for the tests: written for reading, apart from the product's own.
enum Kernels {
  static let mse = elementwise { y, p in ((p - y) * (p - y), 2 * (p - y)) }

  /// Negative labels and predictions count as 1e-7, and have no slope, as in Keras.
  static let msle = elementwise { y, p in
    let difference = log1p(max(p, 1e-7)) - log1p(max(y, 1e-7))
    return (difference * difference, p > 1e-7 ? 2 * difference / (1 + p) : 0)
  }

  static let bceFromLogits = elementwise { y, z in
    (max(z, 0) - z * y + log1p(exp(-abs(z))), 1 / (1 + exp(-z)) - y)
  }

  static let bce = elementwise { y, p in
    (-y * log(p) - (1 - y) * log(1 - p), (p - y) / (p * (1 - p)))
  }

  static let hinge = elementwise { y, p in (max(0, 1 - y * p), y * p < 1 ? -y : 0) }

  static let cceFromLogits = LossKernel { y, z, columns, gradient in
    var sum = 0.0
    for row in stride(from: 0, to: z.count, by: columns) {
      let logits = Array(z[row..<row + columns])
      let top = logits.max() ?? 0
      let logTotal = top + log(logits.reduce(0) { $0 + exp($1 - top) })
      for (i, logit) in logits.enumerated() {
        sum += y[row + i] * (logTotal - logit)
        gradient?[row + i] = exp(logit - logTotal) - y[row + i]
      }
    }
    return sum
  }

  static let cce = elementwise { y, p in (-y * log(p), -y / p) }

  static let sparseFromLogits = LossKernel { y, z, columns, gradient in
    let oneHot = y.flatMap { label in (0..<columns).map { Double($0) == label ? 1.0 : 0 } }
    return oneHot.withUnsafeBufferPointer { cceFromLogits.sum($0, z, columns, gradient) }
  }

  /// A loss that is not a sum over rows: the root of the mean square.
  static let rmse = LossKernel { y, p, columns, gradient in
    let rows = Double(p.count)
    let root = (zip(y, p).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / rows).squareRoot()
    if let gradient {
      for i in p.indices { gradient[i] = (p[i] - y[i]) / root }
    }
    return root * rows
  }

  private static func elementwise(
    _ loss: @escaping @Sendable (_ y: Double, _ p: Double) -> (value: Double, slope: Double)
  ) -> LossKernel {
    LossKernel { y, p, _, gradient in
      var sum = 0.0
      for i in p.indices {
        let (value, slope) = loss(y[i], p[i])
        sum += value
        gradient?[i] = slope
      }
      return sum
    }
  }
}

extension Objective {
  static let mse = Objective(
    name: "mse", kernel: Kernels.mse, activation: .linear, labels: .real, metric: .mse)
  static let msle = Objective(
    name: "msle", kernel: Kernels.msle, activation: .linear, labels: .real, metric: .mse)
  static let bce = Objective(
    name: "bce", kernel: Kernels.bceFromLogits, activation: .linear, labels: .zeroOne, metric: .accuracy)
  static let hinge = Objective(
    name: "hinge", kernel: Kernels.hinge, activation: .tanh, labels: .plusMinusOne, metric: .accuracy)
  static let cce = Objective(
    name: "cce", kernel: Kernels.cceFromLogits, activation: .linear, labels: .oneHot, metric: .accuracy)
  static let sparse = Objective(
    name: "sparse_cce", kernel: Kernels.sparseFromLogits, activation: .linear, labels: .classIndex,
    metric: .accuracy)
}
