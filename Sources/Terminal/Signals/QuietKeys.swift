/// Keeps what is typed during a computation off the screen, where something is being drawn.
///
/// The keys stay in the terminal's queue for whoever reads next; only their echo is off. Ctrl-C and Ctrl-Z work.
public final class QuietKeys {
  private let terminal: Int32
  private var modes = termios()

  /// Turns the echo off. Nothing where there is no terminal, or the process is in its background.
  /// - Parameter output: what is drawn on; its keyboard counts where standard input is no terminal.
  public init?(output: Int32) {
    terminal = Screen.isTerminal(STDIN_FILENO) ? STDIN_FILENO : output
    guard isForeground(terminal), tcgetattr(terminal, &modes) == 0 else { return nil }
    // A process that is ended by a signal must not leave a terminal that shows nothing.
    TerminalGuard.install(input: terminal, output: output)
    var quiet = modes
    quiet.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSANOW, &quiet)
  }

  /// Turns it on again, if it was on.
  deinit {
    if isForeground(terminal) { tcsetattr(terminal, TCSANOW, &modes) }
  }
}
