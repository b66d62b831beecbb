/// How many cells of a terminal a text takes.
func displayWidth(_ text: String) -> Int {
  text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + displayWidth($1) }
}

/// The longest beginning of a text that takes no more than `cells` cells.
func prefix(of text: String, cells: Int) -> String {
  var room = cells
  return String(
    text.prefix { character in
      room -= displayWidth(character)
      return room >= 0
    })
}

/// A text that fits into `cells` cells, with an ellipsis where something was cut off. Control characters
/// become blanks, as they would break the line or move the cursor; in ASCII, anything else becomes a question
/// mark.
func fitted(_ text: String, cells: Int, _ charset: Charset) -> String {
  let clean = printable(text, charset)
  guard displayWidth(clean) > cells else { return clean }
  return cells < 1 ? "" : prefix(of: clean, cells: cells - 1) + charset.ellipsis
}

/// A text without what cannot stand in a line of `charset`.
func printable(_ text: String, _ charset: Charset) -> String {
  String(
    text.map { character in
      let isUnsafe = character.unicodeScalars.contains { isControl($0) }
      return isUnsafe ? " " : charset == .ascii && !character.isASCII ? "?" : character
    })
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return true
  // Marks that turn the direction of writing would reorder the whole line.
  default: return (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}

private func displayWidth(_ character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
  }
}

/// Whether a scalar is among the wide or full-width ones of East Asian scripts.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3: return true
  case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD: return true
  default: return false
  }
}
