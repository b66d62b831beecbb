import Dispatch
import Synchronization
import Terminal

/// A pseudo-terminal with a typist: a thread that reads what the program shows and types what a script says.
final class PseudoTerminal: Sendable {
  /// What the typist waits for on the screen, and what it types then.
  struct Step {
    var seen: String
    var typed: String
  }

  let slave: Int32
  private let master: Int32
  private let transcript = Mutex<[UInt8]>([])
  private let isDone = DispatchSemaphore(value: 0)

  init?() {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.master, &ends.slave, nil, nil, &size) == 0 else { return nil }
    (master, slave) = ends
  }

  /// Everything that was shown, once the slave is closed.
  var shown: String { transcript.withLock { String(decoding: $0, as: UTF8.self) } }

  /// The path under which another process opens the program's side.
  var name: String? { ttyname(slave).map { String(cString: $0) } }

  /// The terminal's local modes, such as `ECHO`.
  var localModes: tcflag_t {
    var modes = termios()
    tcgetattr(slave, &modes)
    return modes.c_lflag
  }

  func type(_ text: String) { typeBytes(Array(text.utf8)) }

  func typeBytes(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

  /// Closes the user's side, where no typist reads.
  func hangUp() { close(master) }

  /// Starts the typist. When the screen says nothing for long while a step is due, it hangs up.
  func follow(_ script: [Step]) {
    DispatchQueue(label: "typist").async { [self] in
      var steps = script[...]
      var position = 0
      while show() {
        while let step = steps.first, let end = find(step.seen, from: position) {
          position = end
          steps.removeFirst()
          type(step.typed)
        }
      }
      close(master)
      isDone.signal()
    }
  }

  /// Closes the program's side and waits for the typist to have read all.
  func finish() {
    close(slave)
    isDone.wait()
  }

  private func show() -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 20_000) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    transcript.withLock { $0 += bytes.prefix(count) }
    return true
  }

  private func find(_ text: String, from start: Int) -> Int? {
    transcript.withLock { bytes in
      bytes[start...].firstRange(of: Array(text.utf8))?.upperBound
    }
  }
}

/// What an editor on a pseudo-terminal returned, and the history it was given.
@MainActor struct Sitting {
  var outcomes: [ReadOutcome] = []
  var shown = ""

  /// Reads `reads` lines with the prompts `0> `, `1> ` and so on, and types one of `typed` after each prompt.
  init?(
    _ typed: String..., reads: Int = 1, history: [String] = [], prefill: String = "", settings: String = "",
    completer: @escaping LineEditor.Completer = { _ in .none }
  ) {
    guard let terminal = PseudoTerminal() else { return nil }
    do {
      guard
        let editor = LineEditor(
          programName: "test", input: terminal.slave, output: terminal.slave, settings: settings,
          completer: completer)
      else { return nil }
      history.forEach(editor.remember)
      // Each prompt is another one: to move the cursor, libedit writes parts of the present one again.
      terminal.follow(
        typed.enumerated().map { PseudoTerminal.Step(seen: "\($0.offset)> ", typed: $0.element) })
      for read in 0..<reads { outcomes.append(editor.read(prompt: "\(read)> ", prefill: prefill)) }
    }
    terminal.finish()
    shown = terminal.shown
  }
}
