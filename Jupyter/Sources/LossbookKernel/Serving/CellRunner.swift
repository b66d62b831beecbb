import Language
import Notebook

/// Runs the lines of a cell, and shows what comes of each as it comes.
final class CellRunner {
  private let session: Session
  private let publisher: Publisher
  private let live: LiveDisplay
  private let number: Int
  private let isSilent: Bool
  private(set) var failure: Failure?
  /// Whether the cell asks the front end to end the session.
  private(set) var isLeaving = false
  /// The text of the last value.
  private(set) var lastText: String?

  init(_ session: Session, _ publisher: Publisher, number: Int, isSilent: Bool) {
    (self.session, self.publisher) = (session, publisher)
    (self.number, self.isSilent) = (number, isSilent)
    live = LiveDisplay(publisher)
  }

  func run(_ code: String) {
    session.interpreter.host.progress = { [live, isSilent] in if !isSilent { live.show($0) } }
    session.cellCount = number - 1
    session.run(SourceText(code)) { result in
      // All lines of a cell have its number.
      session.cellCount = number - 1
      show(result)
      isLeaving = isLeaving || result.outcome.request == .quit
      failure = result.outcome.error.map { Failure($0, in: result.source) }
      if let failure, !isSilent { publisher.publish("error", .object(failure.content)) }
      return failure == nil && !isLeaving
    }
  }

  private func show(_ result: CellResult) {
    let bundles = Shown.bundles(result.outcome.pieces)
    let isValue = showsValue(result)
    if isValue { lastText = bundles.first?.text }
    guard !isSilent else { return }
    let isPlaced = live.end(bundles.first)
    for (index, bundle) in bundles.enumerated() where index > 0 || !isPlaced {
      if isValue && index == 0 {
        let content = bundle.content.merging(["execution_count": .whole(number)]) { $1 }
        publisher.publish("execute_result", .object(content))
      } else {
        publisher.publish("display_data", .object(bundle.content()))
      }
    }
    let notes = result.outcome.notes.map { "note: \($0.text)\n" }.joined()
    if !notes.isEmpty {
      publisher.publish("stream", .object(["name": .text("stderr"), "text": .text(notes)]))
    }
  }

  /// Whether what is shown is the value of an expression, and not what a command has to say.
  private func showsValue(_ result: CellResult) -> Bool {
    guard result.outcome.value != nil else { return false }
    switch (try? session.interpreter.cells(of: result.input))?.last?.meaning {
    case .answer, .look: return true
    default: return false
    }
  }
}
