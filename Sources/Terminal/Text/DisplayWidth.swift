import CEditLine

/// The number of character cells that a line of text takes on the screen.
///
/// Colours (SGR sequences) count nothing, an emoji of several scalars counts as one wide character, and a
/// control character counts nothing. The widths are those of the C library for the locale of
/// ``setUpLocale()``.
///
/// ```swift
/// displayWidth("\u{1b}[1mé漢\u{1b}[0m")   // 3
/// ```
public func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) { return text.utf8.count }
  return withoutColours(text).reduce(0) { $0 + displayWidth(of: $1) }
}

/// The longest beginning of `text` that fits into `columns` cells.
public func truncated(_ text: String, columns: Int) -> String {
  var width = 0
  let end = text.firstIndex { character in
    width += displayWidth(of: character)
    return width > columns
  }
  return String(text[..<(end ?? text.endIndex)])
}

/// The text without its SGR sequences.
func withoutColours(_ text: String) -> String {
  colouredRuns(text).reduce(into: "") { $0 += $1.isEscape ? "" : $1.text }
}

/// The text cut into SGR sequences and what stands between them.
func colouredRuns(_ text: String) -> [(text: String, isEscape: Bool)] {
  var runs: [(text: String, isEscape: Bool)] = []
  var rest = text.unicodeScalars[...]
  while !rest.isEmpty {
    let escape = colourSequenceLength(rest)
    let length = escape > 0 ? escape : 1 + rest.dropFirst().prefix { $0 != "\u{1b}" }.count
    runs.append((String(rest.prefix(length)), escape > 0))
    rest = rest.dropFirst(length)
  }
  return runs
}

private func colourSequenceLength(_ scalars: Substring.UnicodeScalarView) -> Int {
  guard scalars.starts(with: ["\u{1b}", "["]) else { return 0 }
  let parameters = scalars.dropFirst(2).prefix { ("0"..."9").contains($0) || $0 == ";" || $0 == ":" }
  guard scalars.dropFirst(2 + parameters.count).first == "m" else { return 0 }
  return parameters.count + 3
}

private func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  // The variation selector asks for the picture form of a character, which is wide.
  if scalars.contains("\u{fe0f}") { return 2 }
  let isFlag = scalars.count == 2 && scalars.allSatisfy { (0x1f1e6...0x1f1ff).contains($0.value) }
  return isFlag ? 2 : scalars.map(displayWidth(of:)).max() ?? 0
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.isASCII { return (0x20...0x7e).contains(scalar.value) ? 1 : 0 }
  return max(0, Int(wcwidth(wchar_t(truncatingIfNeeded: scalar.value))))
}
