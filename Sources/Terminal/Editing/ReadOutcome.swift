/// How reading a line ended.
public enum ReadOutcome: Sendable, Equatable {
  /// The user entered a line, which may hold line feeds when it was pasted or made with Alt-Enter.
  case line(String)
  /// The user went up, out of this line, to the ones it continues.
  case wentUp(String)
  /// Ctrl-C threw the line away.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case endOfInput
}
