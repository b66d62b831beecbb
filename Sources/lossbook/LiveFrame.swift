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
    // Erasing before drawing flickers, so it is left to what follows each line.
    if let old, old.size != size { text += "\u{1B}[J" }
    text += lines.map { paint($0) + "\u{1B}[K" }.joined(separator: "\r\n")
    if let old, old.lines.count > lines.count { text += "\u{1B}[J" }
    return text + "\u{1B}[?2026l"
  }

  /// What takes this frame away.
  func removal(_ size: (columns: Int, rows: Int)) -> String { "\r" + wayToTop(size) + "\u{1B}[J" }

  /// From the end of the last line to the first. After Ctrl-Z something else stands between.
  private func wayToTop(_ size: (columns: Int, rows: Int)) -> String {
    guard pauses == TerminalGuard.pauses else { return "" }
    let rows = min(height(columns: size.columns), size.rows)
    return rows > 1 ? "\u{1B}[\(rows - 1)A" : ""
  }

  /// The rows of the screen that the lines take now.
  private func height(columns: Int) -> Int {
    guard columns < size.columns, columns > 0, Screen.reflows else { return lines.count }
    return lines.reduce(0) { $0 + max(1, ($1.plain.count + columns - 1) / columns) }
  }
}
