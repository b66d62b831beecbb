import Language
import Terminal

/// Lines that have been drawn at the foot of the screen, with the cursor at the end of the last one.
struct LiveFrame {
  private let lines: [StyledLine]
  private let size: (columns: Int, rows: Int)
  private let pauses = TerminalGuard.pauses

  init(_ lines: [StyledLine], _ size: (columns: Int, rows: Int)) {
    (self.lines, self.size) = (lines, size)
  }

  /// What draws this frame in the place of another, all at once where the terminal can do that.
  func drawing(over old: LiveFrame?, _ paint: (StyledLine) -> String) -> String {
    var text = "\u{1B}[?2026h\r"
    if let old { text += old.wayToTop(size) }
    // Erasing before drawing flickers, so it is left to what follows each line, and for what was below to the end.
    text += lines.map { paint($0) + "\u{1B}[K" }.joined(separator: "\r\n")
    if old != nil { text += "\u{1B}[J" }
    return text + "\u{1B}[?2026l"
  }

  /// What takes this frame away.
  ///
  /// It goes line by line: some terminals take the erasing of a whole screen for a wish to keep it in their history.
  func removal(_ size: (columns: Int, rows: Int)) -> String {
    "\r\u{1B}[K" + String(repeating: "\u{1B}[A\u{1B}[K", count: rowsAbove(size))
  }

  private func wayToTop(_ size: (columns: Int, rows: Int)) -> String {
    let rows = rowsAbove(size)
    return rows > 0 ? "\u{1B}[\(rows)A" : ""
  }

  /// The rows from the first line's to that of the cursor, which are known no more when Ctrl-Z has let something else
  /// stand between.
  private func rowsAbove(_ size: (columns: Int, rows: Int)) -> Int {
    guard pauses == TerminalGuard.pauses else { return 0 }
    return max(0, min(height(columns: size.columns), size.rows) - 1)
  }

  /// The rows of the screen that the lines take now.
  private func height(columns: Int) -> Int {
    guard columns < size.columns, columns > 0, Screen.reflows else { return lines.count }
    return lines.reduce(0) { $0 + max(1, ($1.plain.count + columns - 1) / columns) }
  }
}
