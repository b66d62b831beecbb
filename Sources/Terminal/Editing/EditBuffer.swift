import CEditLine

/// The line that libedit is editing. Offsets count Unicode scalars, as libedit does.
struct EditBuffer {
  let editor: OpaquePointer

  var text: String {
    guard let line = el_wline(editor)?.pointee else { return "" }
    return string(from: line.buffer, to: line.lastchar)
  }

  var textBeforeCursor: String {
    guard let line = el_wline(editor)?.pointee else { return "" }
    return string(from: line.buffer, to: line.cursor)
  }

  var textAfterCursor: String {
    guard let line = el_wline(editor)?.pointee else { return "" }
    return string(from: line.cursor, to: line.lastchar)
  }

  var cursor: Int { Int(el_cursor(editor, 0)) }

  func moveCursor(to offset: Int) {
    el_cursor(editor, Int32(clamping: offset - cursor))
  }

  func moveCursorToEnd() {
    moveCursor(to: cursor + textAfterCursor.unicodeScalars.count)
  }

  func insert(_ text: String) {
    var wide = text.unicodeScalars.filter { $0 != "\0" }.map { wchar_t(truncatingIfNeeded: $0.value) }
    wide.append(0)
    el_winsertstr(editor, wide)
  }

  func deleteBeforeCursor(_ count: Int) {
    el_deletestr(editor, Int32(clamping: count))
  }

  func replaceAll(with text: String) {
    moveCursorToEnd()
    deleteBeforeCursor(cursor)
    insert(text)
  }

  /// What stands between two places of libedit's buffer, less what is no text.
  private func string(from start: UnsafePointer<wchar_t>?, to end: UnsafePointer<wchar_t>?) -> String {
    guard let start, let end, end > start else { return "" }
    return Terminal.string(UnsafeBufferPointer(start: start, count: end - start))
  }
}

/// Wide characters as text. NUL and C1 codes are left out: nobody types them, but libedit's literal insert
/// and its copies of long lines can bring them in.
func string(_ characters: some Sequence<wchar_t>) -> String {
  var text = String.UnicodeScalarView()
  for character in characters where character != 0 && !(0x80..<0xa0).contains(character) {
    if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: character)) { text.append(scalar) }
  }
  return String(text)
}
