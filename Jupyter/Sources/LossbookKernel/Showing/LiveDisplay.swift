import Language
import Notebook
import Plotting

/// Shows how a training goes while it goes, in one place of the cell's output that its result takes in the end. What
/// takes no time shows nothing.
final class LiveDisplay {
  private let publisher: Publisher
  private var curves = LiveCurves()
  private var nextDrawing: ContinuousClock.Instant?
  /// The line that was shown last, and the name of the place where it stands.
  private var shown: (place: String, line: String)?
  private var count = 0
  private static let pause = Duration.milliseconds(250)

  init(_ publisher: Publisher) { self.publisher = publisher }

  func show(_ progress: TrainingProgress) {
    if case .epoch(let report, let epochs) = progress.stage { curves.add(report, of: epochs) }
    let now = ContinuousClock.now
    guard let next = nextDrawing else {
      nextDrawing = now + Self.pause
      return
    }
    guard now >= next else { return }
    nextDrawing = now + Self.pause
    draw(ProgressText.line(progress))
  }

  private func draw(_ line: String) {
    var bundle = MimeBundle(text: line)
    if var figure = curves.figure {
      figure.title = line
      bundle = MimeBundle(figure)
    }
    if let shown {
      put(bundle, in: shown.place)
      self.shown?.line = line
    } else {
      count += 1
      let place = "training-\(count)"
      shown = (place, line)
      publisher.publish("display_data", .object(bundle.content(display: place)))
    }
  }

  private func put(_ bundle: MimeBundle, in place: String) {
    publisher.publish("update_display_data", .object(bundle.content(display: place)))
  }

  /// The computation is over.
  /// - Parameter bundle: takes the place of the progress.
  /// - Returns: whether there was such a place.
  func end(_ bundle: MimeBundle?) -> Bool {
    defer { (shown, nextDrawing, curves) = (nil, nil, LiveCurves()) }
    guard let shown else { return false }
    put(bundle ?? MimeBundle(text: shown.line), in: shown.place)
    return bundle != nil
  }
}
