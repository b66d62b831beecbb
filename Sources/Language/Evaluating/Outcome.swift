/// What running a cell came to.
public struct Outcome {
  /// The value of the last expression, if it has one to show.
  public var value: Value?
  /// What the last statement gave a name to, if it was an assignment. It is not shown.
  public var assigned: Value?
  public var pieces: [Piece] = []
  public var notes: [Note] = []
  public var error: Diagnostic?
  public var request: Request?
  /// Whether what is shown is a page to be read, of a lesson or of the help.
  public var isPage = false

  public init() {}

  /// What a cell asks of the program around the language.
  public enum Request: Equatable, Sendable {
    case quit
    /// To let the reader change a cell.
    case edit(cell: Int, inEditor: Bool)
  }
}

/// What a command hands back.
public struct CommandResult {
  public var value: Value?
  public var pieces: [Piece]
  public var request: Outcome.Request?
  /// What went wrong after the pieces had come.
  public var error: Diagnostic?

  public init(
    value: Value? = nil, pieces: [Piece] = [], request: Outcome.Request? = nil, error: Diagnostic? = nil
  ) {
    self.value = value
    self.pieces = pieces
    self.request = request
    self.error = error
  }
}
