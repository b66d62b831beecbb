import CFloor
import LossMath

/// A loss and its gradient over ten million values beside copying the three arrays, and over three values.
enum LossBenchmark {
  private static let count = 10_000_000

  static func run() {
    Report.title("A loss with its gradient over 10^7 values, beside copying the three arrays")
    let y = (0..<count).map { Double($0 & 1) }
    let p = (0..<count).map(probability)
    var copies = (y, p, p)
    var gradient = [Double](repeating: 0, count: count)
    for name in ["mse", "mae", "bce"] {
      guard let kernel = Loss.named(name)?.kernel() else { continue }
      let pair = Pair(
        name, rounds: 5,
        ours: {
          y.withUnsafeBufferPointer { y in
            p.withUnsafeBufferPointer { p in
              gradient.withUnsafeMutableBufferPointer { _ = kernel.sum(y, p, 1, $0) }
            }
          }
        },
        floor: {
          cfloor_copy(&copies.0, y, count)
          cfloor_copy(&copies.1, p, count)
          cfloor_copy(&copies.2, gradient, count)
        })
      Report.row(name, milliseconds(pair.ours), milliseconds(pair.floor), pair.ratio)
    }
    small()
  }

  /// Probabilities in no order that a branch could learn.
  private static func probability(_ i: Int) -> Double {
    let scattered = (i &* 2_654_435_761) & 1023
    return 0.05 + 0.9 * Double(scattered) / 1023
  }

  private static func small() {
    guard let loss = Loss.named("bce") else { return }
    let turns = 10_000
    let (y, p) = (Traced(Tensor([1, 0, 1])), Traced(Tensor([0.9, 0.2, 0.6])))
    let time = Pair.median(
      (0..<7).map { _ in
        Pair.seconds {
          for _ in 0..<turns {
            let tape = Tape()
            let variable = tape.variable(p)
            if let value = try? loss.evaluate(yTrue: y, yPred: variable) {
              _ = try? tape.gradient(of: value, withRespectTo: [variable], keepingGraph: false)
            }
            tape.clear()
          }
        }
      })
    print("  bce and its gradient on three values: \(Report.rounded(time / Double(turns) * 1e6, 2)) us")
  }

  private static func milliseconds(_ seconds: Double) -> String { Report.rounded(seconds * 1e3, 1) + " ms" }
}
