/// Where the cursor goes in text of several lines. Offsets count Unicode scalars.
struct BlockMotion {
  private let before: [Substring.UnicodeScalarView]
  private let after: [Substring.UnicodeScalarView]

  init(before: String, after: String) {
    self.before = Self.lines(before)
    self.after = Self.lines(after)
  }

  /// The start of the cursor's line, as a distance back.
  var toLineStart: Int { before.last?.count ?? 0 }

  /// The end of the cursor's line, as a distance forward.
  var toLineEnd: Int { after.first?.count ?? 0 }

  /// The distance back to the same column of the line above; `nil` on the first line.
  var toLineAbove: Int? {
    guard before.count > 1 else { return nil }
    let above = before[before.count - 2].count
    return toLineStart + 1 + above - min(toLineStart, above)
  }

  /// The distance forward to the same column of the line below; `nil` on the last line.
  var toLineBelow: Int? {
    guard after.count > 1 else { return nil }
    return toLineEnd + 1 + min(toLineStart, after[1].count)
  }

  private static func lines(_ text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

/// How many screen rows below the start of the prompt the cursor stands.
func cursorRow(promptWidth: Int, textBeforeCursor: String, columns: Int) -> Int {
  let lines = textBeforeCursor.split(separator: "\n", omittingEmptySubsequences: false)
  let widths = lines.enumerated().map { index, line in
    displayWidth(String(line)) + (index == 0 ? promptWidth : 0)
  }
  return widths.reduce(lines.count - 1) { $0 + $1 / max(1, columns) }
}
