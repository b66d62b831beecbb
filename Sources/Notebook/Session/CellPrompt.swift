/// What stands before a cell where it is typed or shown.
public enum CellPrompt {
  /// Before the first line of a cell, or before one that continues it.
  /// - Parameter isAsking: Whether a question waits for an answer; the prompt ends in `?` then.
  public static func text(_ number: Int, continues: Bool, isAsking: Bool = false) -> String {
    let label = "[\(number)]"
    return continues ? String(repeating: ".", count: label.count) + "> " : label + (isAsking ? "? " : "> ")
  }
}
