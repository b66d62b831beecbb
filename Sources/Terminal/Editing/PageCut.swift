/// Cuts a page into windows.
struct PageCut {
  private let widths: [Int]
  /// How many lines have been shown.
  private(set) var shown = 0

  init(_ lines: [String]) { widths = lines.map(displayWidth) }

  var isDone: Bool { shown == widths.count }

  /// Whether a window holds the page, with a row to spare for the prompt below it.
  func fits(_ size: (columns: Int, rows: Int)) -> Bool {
    widths.reduce(0) { $0 + rows($1, size.columns) } < size.rows
  }

  /// The lines that fill a window but for the row of the status line. A line that is taller goes alone.
  mutating func nextWindow(_ size: (columns: Int, rows: Int)) -> Range<Int> {
    var (end, free) = (shown, size.rows - 1)
    while end < widths.count, end == shown || rows(widths[end], size.columns) <= free {
      free -= rows(widths[end], size.columns)
      end += 1
    }
    return take(end)
  }

  mutating func nextLine() -> Range<Int> { take(min(shown + 1, widths.count)) }

  private mutating func take(_ end: Int) -> Range<Int> {
    defer { shown = end }
    return shown..<end
  }

  /// What a line takes where it was laid out for a wider window.
  private func rows(_ width: Int, _ columns: Int) -> Int {
    max(1, (width + columns - 1) / max(columns, 1))
  }
}

/// What a key does where a page waits for its reader.
enum PageStep: Equatable {
  case window, line, end, suspend, nothing
  /// The page ends, and the key is the first one on the next line.
  case type

  init(_ code: UInt32) {
    switch code {
    case 0x20, VirtualKey.pageDown.code: self = .window
    case 0x0d, 0x0a, VirtualKey.down.code: self = .line
    case UInt32(ControlKey.interrupt), UInt32(ControlKey.escape), UInt32(UInt8(ascii: "q")): self = .end
    case UInt32(ControlKey.stop): self = .suspend
    case UInt32(ControlKey.endOfInput), VirtualKey.paste.code: self = .type
    default:
      let isControl = Unicode.Scalar(code)?.properties.generalCategory == .control
      self = isControl ? .nothing : .type
    }
  }
}

/// The line below a window of a page.
enum PageStatus {
  private static let texts = [
    "more: Space goes on, Enter one line, q skips", "more: Space, Enter one line, q skips", "more: Space, q",
    "more",
  ]

  /// The longest that leaves the last column free: a character there may or may not move the cursor on.
  static func text(columns: Int) -> String { texts.first { $0.count < columns } ?? "" }
}
