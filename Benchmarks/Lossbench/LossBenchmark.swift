import CFloor
import LossMath

/// Losses and their gradients over ten million values beside copying as many, and over three values.
enum LossBenchmark {
  private static let count = 10_000_000

  /// Gives the seconds of what `libraries.py` does too.
  static func large() -> [String: Double] {
    Report.title("A loss over 10^7 values beside copying labels and predictions; with its gradient, that too")
    let labels = (0..<count).map { Double($0 & 1) }
    let signs = labels.map { 2 * $0 - 1 }
    let predictions = (0..<count).map(probability)
    var arrays = Arrays(predictions)
    var seconds: [String: Double] = [:]
    for (name, y, columns) in [
      ("mse", labels, 1), ("mae", labels, 1), ("huber", labels, 1), ("bce", labels, 1), ("hinge", signs, 1),
      ("cce", labels, 10),
    ] {
      guard let kernel = Loss.named(name)?.kernel() else { continue }
      arrays.row(name, kernel, y, columns, withGradient: false)
      seconds["\(name) of 10^7"] = arrays.row(name, kernel, y, columns, withGradient: true)
    }
    return seconds
  }

  /// Probabilities in no order that a branch could learn.
  private static func probability(_ i: Int) -> Double {
    let scattered = (i &* 2_654_435_761) & 1023
    return 0.05 + 0.9 * Double(scattered) / 1023
  }

  private struct Arrays {
    let predictions: [Double]
    var gradient: [Double]
    var copies: ([Double], [Double], [Double])

    init(_ predictions: [Double]) {
      self.predictions = predictions
      gradient = [Double](repeating: 0, count: predictions.count)
      copies = (gradient, gradient, gradient)
    }

    @discardableResult
    mutating func row(
      _ name: String, _ kernel: LossKernel, _ labels: [Double], _ columns: Int, withGradient: Bool
    ) -> Double {
      let pair = Pair(
        name, rounds: 5,
        ours: {
          labels.withUnsafeBufferPointer { y in
            predictions.withUnsafeBufferPointer { p in
              gradient.withUnsafeMutableBufferPointer {
                _ = kernel.sum(y, p, columns, withGradient ? $0 : nil)
              }
            }
          }
        },
        floor: {
          cfloor_copy(&copies.0, labels, count)
          cfloor_copy(&copies.1, predictions, count)
          if withGradient { cfloor_copy(&copies.2, gradient, count) }
        })
      Report.row(
        withGradient ? "\(name) and gradient" : name, Report.milliseconds(pair.ours),
        Report.milliseconds(pair.floor), pair.ratio)
      return pair.ours
    }
  }

  /// Gives the seconds of what `libraries.py` does too.
  static func small() -> [String: Double] {
    Report.title("A loss and its gradient on three values, through the tape as `grad` takes it")
    var seconds: [String: Double] = [:]
    for name in ["mse", "bce", "cce"] {
      guard let loss = Loss.named(name) else { continue }
      let turns = 10_000
      let (y, p) = (Traced(Tensor([1, 0, 0])), Tensor([0.5, 0.2, 0.3]))
      let times = (0..<9).map { _ in
        Clock.own.seconds {
          for _ in 0..<turns {
            _ = try? Derivatives.gradient(
              of: { (p) throws(MathError) in try loss.evaluate(yTrue: y, yPred: p[0]) }, at: [p])
          }
        }
      }
      let each = Pair.median(times) / Double(turns)
      print("  " + Report.right(name, 26) + Report.left(Report.microseconds(each), 14))
      seconds["\(name) of 3"] = each
    }
    return seconds
  }
}
