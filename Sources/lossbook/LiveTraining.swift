import Language
import Notebook
import Terminal
import Training

/// Shows how a training goes while it goes: the loss over the epochs and a line that says how far it is, drawn over
/// and over in the same place and taken away at the end. What takes no time shows nothing.
final class LiveTraining {
  private let descriptor: Int32
  private let options: PlayOptions
  /// Whether there is a screen for more than a line.
  private let drawsCurves: Bool
  private let clock = ContinuousClock()
  private var nextDrawing: ContinuousClock.Instant?
  private var curves = LiveCurves()
  private var frame: LiveFrame?
  private var quietKeys: QuietKeys?
  private static let beforeTheFirst = Duration.milliseconds(250)
  private static let pause = Duration.milliseconds(125)

  init(descriptor: Int32, options: PlayOptions) {
    (self.descriptor, self.options) = (descriptor, options)
    drawsCurves = Screen.isTerminal(1)
  }

  func show(_ progress: TrainingProgress) {
    if case .epoch(let report, let epochs) = progress.stage {
      if report.epoch == epochs { return clear() }
      curves.add(report, of: epochs)
    }
    let now = clock.now
    guard let next = nextDrawing else {
      nextDrawing = now + Self.beforeTheFirst
      return
    }
    guard now >= next else { return }
    nextDrawing = now + Self.pause
    draw(progress)
  }

  /// Takes away what is drawn: the training is over.
  func clear() {
    nextDrawing = nil
    curves = LiveCurves()
    if let frame { write(frame.removal(Screen.size(descriptor))) }
    frame = nil
    quietKeys = nil
  }

  private func draw(_ progress: TrainingProgress) {
    // From the background it would write into what somebody else draws.
    guard Screen.isForeground(descriptor) else { return }
    if quietKeys == nil { quietKeys = QuietKeys(output: descriptor) }
    let size = Screen.size(descriptor)
    var painter = Painter(descriptor: descriptor, options: options)
    // A character in the last column may or may not move the cursor on.
    painter.layout.width = max(size.columns - 1, 1)
    let line = StyledLine(
      truncated(ProgressText.line(progress, columns: size.columns - 1), columns: size.columns - 1))
    let figure = drawsCurves ? curves.lines(painter.layout, rows: size.rows) : []
    let next = LiveFrame(figure + [line], size)
    write(next.drawing(over: frame) { painter.text($0) })
    frame = next
  }

  private func write(_ text: String) { try? FileBytes.writeAll(descriptor, Array(text.utf8)) }
}
