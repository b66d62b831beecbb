import Synchronization

/// Gives the terminal back as it was found, however the process ends or pauses.
///
/// A line editor changes the terminal's modes. When the process dies by a signal (and a Swift trap is one)
/// nobody would change them back, and the user would type into a shell that shows nothing. The guard restores
/// the modes and turns bracketed paste off on every signal that ends the process, then lets that signal do
/// its default work; it does the same around Ctrl-Z, and when the process exits.
public enum TerminalGuard {
  private struct State {
    var input: Int32 = -1
    var output: Int32 = -1
    var modes = termios()
  }

  // Reached from signal handlers, which can run at any point of the program, so neither locks nor the
  // exclusivity checks of a plain variable will do. It is written by `install` only, with `isArmed` false.
  private nonisolated(unsafe) static let state = {
    let pointer = UnsafeMutablePointer<State>.allocate(capacity: 1)
    pointer.initialize(to: State())
    return pointer
  }()

  /// What each signal did before the guard, by its number; for the same reason no plain variable.
  private nonisolated(unsafe) static let previous = {
    let count = 65
    let pointer = UnsafeMutablePointer<sigaction>.allocate(capacity: count)
    pointer.initialize(repeating: sigaction(), count: count)
    return pointer
  }()

  private static let isArmed = Atomic<Bool>(false)
  private static let pasteIsBracketed = Atomic<Bool>(false)
  private static let isInstalled = Atomic<Bool>(false)
  private static let pauseCount = Atomic<Int>(0)

  /// How many times the process has been stopped with Ctrl-Z and continued: each time something else may have been
  /// written below what it had drawn.
  public static var pauses: Int { pauseCount.load(ordering: .relaxed) }

  /// Remembers the modes of the terminal at `input` and guards them from now on.
  ///
  /// Call it before anything changes the modes; a later call guards another terminal instead. Signals that
  /// the program handles itself, or that its parent told it to ignore, stay as they are.
  public static func install(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    if isArmed.load(ordering: .sequentiallyConsistent), state.pointee.input == input { return }
    isArmed.store(false, ordering: .sequentiallyConsistent)
    var modes = termios()
    guard tcgetattr(input, &modes) == 0 else { return }
    state.pointee = State(input: input, output: output, modes: modes)
    isArmed.store(true, ordering: .sequentiallyConsistent)
    if !isInstalled.exchange(true, ordering: .sequentiallyConsistent) { installHandlers() }
  }

  /// Stops guarding the terminal at `input`, because it is about to be closed.
  public static func uninstall(input: Int32) {
    if state.pointee.input == input { isArmed.store(false, ordering: .sequentiallyConsistent) }
  }

  /// Lets the calling thread handle a signal when its own stack is exhausted.
  ///
  /// ``install(input:output:)`` does this for its own thread; a thread that evaluates deep expressions does
  /// it for itself. The memory lives as long as the process.
  public static func coverCurrentThread() {
    let size = 64 * 1024
    guard let memory = malloc(size) else { return }
    var stack = stack_t()
    stack.ss_sp = memory
    stack.ss_size = size
    if sigaltstack(&stack, nil) != 0 { free(memory) }
  }

  /// Gives the terminal its first modes back. Safe to call from a signal handler.
  public static func restore() {
    guard isArmed.load(ordering: .relaxed), ownsTerminal() else { return }
    if pasteIsBracketed.load(ordering: .relaxed) { writePasteMode(false) }
    tcsetattr(state.pointee.input, TCSANOW, &state.pointee.modes)
  }

  /// Asks the terminal to mark pasted text, or to stop that.
  static func setBracketedPaste(_ on: Bool) {
    guard pasteIsBracketed.exchange(on, ordering: .relaxed) != on else { return }
    writePasteMode(on)
  }

  /// Asks for what was asked for last: another program may have changed it.
  static func repeatBracketedPaste() { writePasteMode(pasteIsBracketed.load(ordering: .relaxed)) }

  /// Faults of the program itself. The Swift runtime may have a handler for them, which prints a backtrace.
  private static let faults = [SIGILL, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP]
  /// Requests to end, which the program may have handlers for that do not end it.
  private static let requests = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM]

  private static func installHandlers() {
    coverCurrentThread()
    for signal in faults + requests where faults.contains(signal) || hasDefaultHandler(signal) {
      let handler: SignalHandler = { TerminalGuard.restoreAndEnd($0) }
      previous[Int(signal)] = setHandler(handler, for: signal, flags: HandlerFlags.onOwnStack)
    }
    if hasDefaultHandler(SIGTSTP) { guardPausing() }
    unblock(faults + requests + [SIGTSTP])
    atexit { TerminalGuard.restore() }
  }

  private static func guardPausing() {
    setHandler({ _ in TerminalGuard.restoreAndPause() }, for: SIGTSTP, flags: HandlerFlags.restart)
  }

  // The signal raised here waits until the handler returns, and then meets what was there before the guard.
  private static func restoreAndEnd(_ signal: Int32) {
    restore()
    sigaction(signal, &previous[Int(signal)], nil)
    raise(signal)
  }

  private static func restoreAndPause() {
    let savedError = errno
    var modes = termios()
    let wasArmed = isArmed.load(ordering: .relaxed)
    let input = state.pointee.input
    let known = wasArmed && tcgetattr(input, &modes) == 0
    restore()
    pause()
    pauseCount.add(1, ordering: .relaxed)
    guardPausing()
    if known && ownsTerminal() {
      tcsetattr(input, TCSANOW, &modes)
      if pasteIsBracketed.load(ordering: .relaxed) { writePasteMode(true) }
    }
    errno = savedError
  }

  /// Stops the process, and returns when it is continued.
  private static func pause() {
    setHandler(nil, for: SIGTSTP, flags: 0)
    var blocked = sigset_t()
    var before = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTSTP)
    raise(SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &blocked, &before)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// Whether the process may change the terminal: from the background that would stop it.
  private static func ownsTerminal() -> Bool { isForeground(state.pointee.input) }

  private static func writePasteMode(_ on: Bool) {
    let sequence: StaticString = on ? "\u{1b}[?2004h" : "\u{1b}[?2004l"
    _ = write(state.pointee.output, sequence.utf8Start, sequence.utf8CodeUnitCount)
  }
}
