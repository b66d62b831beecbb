import Synchronization

/// What happened to the terminal while nobody was looking: flags that signal handlers set and the key reader
/// takes.
enum TerminalEvents {
  private static let resized = Atomic<Bool>(false)
  private static let continued = Atomic<Bool>(false)

  static func install() {
    _ = takeResized()
    _ = takeContinued()
    setHandler({ _ in TerminalEvents.noteResized() }, for: SIGWINCH, flags: HandlerFlags.restart)
    setHandler({ _ in TerminalEvents.noteContinued() }, for: SIGCONT, flags: HandlerFlags.restart)
    unblock([SIGWINCH, SIGCONT])
  }

  static func takeResized() -> Bool { resized.exchange(false, ordering: .relaxed) }

  static func takeContinued() -> Bool { continued.exchange(false, ordering: .relaxed) }

  private static func noteResized() { resized.store(true, ordering: .relaxed) }

  private static func noteContinued() { continued.store(true, ordering: .relaxed) }
}
