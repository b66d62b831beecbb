import Language

/// What stands before a cell where it is typed or shown.
public enum CellPrompt {
  /// Before the first line of a cell, or before one that continues it.
  /// - Parameter isAsking: Whether a question waits for an answer; the prompt ends in `?` then.
  public static func text(_ number: Int, continues: Bool, isAsking: Bool = false) -> String {
    let label = "[\(number)]"
    return continues ? String(repeating: ".", count: label.count) + "> " : label + (isAsking ? "? " : "> ")
  }

  /// A cell behind its prompt, as if it had been typed.
  static func typed(_ code: String, number: Int) -> Piece {
    .lines(
      code.lines.enumerated().map { index, line in
        StyledLine([
          StyledRun(text(number, continues: index > 0), .muted), StyledRun(Sanitising.visible(line), .code),
        ])
      })
  }
}
