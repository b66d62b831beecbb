import Language
import Plotting
import Training

/// The losses of a run so far, as many values as can be told apart.
public struct LiveCurves {
  private var epochs = 0
  private var x: [Double] = []
  private var train: [Double] = []
  private var test: [Double] = []
  /// More than a window has columns of dots.
  private static let most = 500

  public init() {}

  public mutating func add(_ report: EpochReport, of epochs: Int) {
    // Another run has begun.
    if report.epoch <= Int(x.last ?? 0) || epochs != self.epochs { self = LiveCurves() }
    self.epochs = epochs
    if let last = x.last, place(report.epoch) == place(Int(last)) {
      x.removeLast()
      train.removeLast()
      test.removeLast()
    }
    x.append(Double(report.epoch))
    train.append(report.trainLoss)
    test.append(report.testLoss)
  }

  private func place(_ epoch: Int) -> Int { epoch * Self.most / max(epochs, 1) }

  /// The curves; nothing where there are none yet.
  public var figure: Figure? {
    guard x.count > 1 else { return nil }
    let panel = Panel(
      marks: [.line(label: "train", x: x, y: train), .line(label: "test", x: x, y: test)],
      xRange: 1...Double(epochs), hasWholeX: true)
    return Figure(panels: [panel])
  }
}
