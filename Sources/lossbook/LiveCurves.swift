import Language
import Plotting
import Training

/// The losses of a run so far, as many values as can be told apart.
struct LiveCurves {
  private var epochs = 0
  private var x: [Double] = []
  private var train: [Double] = []
  private var test: [Double] = []
  /// More than a window has columns of dots.
  private static let most = 500
  /// Rows inside the frame; around them are its two edges, the ticks and the legend.
  private static let height = 6
  private static let leastRows = 15
  private static let leastColumns = 30

  mutating func add(_ report: EpochReport, of epochs: Int) {
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

  /// The curves as lines; none where there are no curves, or a window too small for them.
  func lines(_ layout: Layout, rows: Int) -> [StyledLine] {
    guard x.count > 1, rows >= Self.leastRows, layout.width >= Self.leastColumns else { return [] }
    let panel = Panel(
      marks: [.line(label: "train", x: x, y: train), .line(label: "test", x: x, y: test)],
      xRange: 1...Double(epochs), hasWholeX: true)
    var layout = layout
    layout.figureHeight = Self.height
    return Piece.figure(Figure(panels: [panel])).lines(layout)
  }
}
