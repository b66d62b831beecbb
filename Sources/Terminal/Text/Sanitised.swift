/// The text with every character that a terminal would obey, or that would hide or reorder others, written
/// out.
///
/// Text from a file can hold escape sequences that retitle a window, erase a line, or make one program read
/// like another. `\n` and `\t` stay; `\r\n` becomes `\n`.
///
/// ```swift
/// sanitised("a\u{1b}[2Jb")   // a\u{1b}[2Jb, the backslash and braces visible
/// ```
public func sanitised(_ text: String) -> String {
  if text.utf8.allSatisfy(isPlain) { return text }
  var result = String.UnicodeScalarView()
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
    if isHarmless(scalar) {
      result.append(scalar)
    } else {
      result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    }
  }
  return String(result)
}

private func isPlain(_ byte: UInt8) -> Bool {
  (0x20...0x7e).contains(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  // The joiners belong to emoji and to several scripts, and move nothing.
  if ["\n", "\t", "\u{200c}", "\u{200d}"].contains(scalar) { return true }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: return false
  default: return true
  }
}
