import Language
import Notebook
import Terminal

/// One line at the foot of the terminal that says how far a training run is. It is drawn a few times a second and
/// taken away at the end; a run that takes no time shows nothing.
final class ProgressLine {
  private let descriptor: Int32
  private let clock = ContinuousClock()
  private var lastDrawn: ContinuousClock.Instant?
  private static let pause = Duration.milliseconds(100)

  init(descriptor: Int32) { self.descriptor = descriptor }

  func show(_ progress: TrainingProgress) {
    let now = clock.now
    guard let last = lastDrawn else {
      lastDrawn = now
      return
    }
    let isLast = progress.epoch == progress.epochs
    if isLast {
      lastDrawn = nil
      write("\r\u{1B}[K")
    } else if now - last >= Self.pause {
      lastDrawn = now
      write("\r" + line(progress) + "\u{1B}[K")
    }
  }

  /// Takes the line away when a run ended before its last epoch.
  func clear() {
    guard lastDrawn != nil else { return }
    lastDrawn = nil
    write("\r\u{1B}[K")
  }

  private func line(_ progress: TrainingProgress) -> String {
    let columns = Screen.size(descriptor).columns - 1
    let loss = NumberFormat.text(progress.loss, digits: 4)
    let numbers = "\(progress.epoch)/\(progress.epochs) loss \(loss)"
    let whole = "\(progress.label) \(bar(progress)) \(numbers)"
    // In a narrow window the numbers say more than the bar.
    return truncated(whole.count <= columns ? whole : "\(progress.label) \(numbers)", columns: columns)
  }

  private func bar(_ progress: TrainingProgress) -> String {
    let done = min(max(20 * progress.epoch / max(progress.epochs, 1), 0), 20)
    return "[" + String(repeating: "#", count: done) + String(repeating: ".", count: 20 - done) + "]"
  }

  private func write(_ text: String) { try? FileBytes.writeAll(descriptor, Array(text.utf8)) }
}
