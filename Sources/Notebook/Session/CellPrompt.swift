/// What stands before a cell where it is typed or shown.
public enum CellPrompt {
  /// Before the first line of a cell, or before one that continues it.
  public static func text(_ number: Int, continues: Bool) -> String {
    let label = "[\(number)]"
    return continues ? String(repeating: ".", count: label.count) + "> " : label + "> "
  }
}
