/// A range of scalars in a source text.
public struct Span: Equatable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  func joined(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}

/// The text of a script, a notebook cell or a typed line, with its name for messages.
public final class SourceText: Sendable {
  /// The file as the user named it; nothing for what was typed.
  public let name: String?
  /// Where this text begins in its file, counted from 1: a cell of a notebook does not begin at line 1.
  public let firstLine: Int
  /// The number that the file gives to the first cell; nothing where cells are counted.
  public let cellNumber: Int?
  let scalars: [Unicode.Scalar]
  /// Where each line starts.
  private let lineStarts: [Int]

  public init(_ text: String, name: String? = nil, firstLine: Int = 1, cellNumber: Int? = nil) {
    self.name = name
    self.cellNumber = cellNumber
    self.firstLine = firstLine
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
    lineStarts = Self.lineStarts(scalars)
  }

  private static func lineStarts(_ scalars: [Unicode.Scalar]) -> [Int] {
    var starts = [0]
    for (i, scalar) in scalars.enumerated() where scalar.isLineEnd {
      if scalar == "\r" && i + 1 < scalars.count && scalars[i + 1] == "\n" { continue }
      starts.append(i + 1)
    }
    return starts
  }

  public struct Place: Equatable, Sendable {
    /// Counted from 1.
    public var line: Int
    /// Counted from 1, in scalars.
    public var column: Int
  }

  public func place(of offset: Int) -> Place {
    let offset = clamped(offset)
    let line = lineIndex(offset)
    return Place(line: firstLine + line, column: offset - lineStarts[line] + 1)
  }

  private func clamped(_ offset: Int) -> Int { min(max(offset, 0), scalars.count) }

  /// The last line that starts at or before an offset.
  private func lineIndex(_ offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  public func text(_ span: Span) -> String {
    let start = clamped(span.start)
    let slice = scalars[start..<max(clamped(span.end), start)]
    guard slice.allSatisfy(\.isASCII) else {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: slice)
      return String(view)
    }
    return String(unsafeUninitializedCapacity: slice.count) { buffer in
      for (i, scalar) in slice.enumerated() { buffer[i] = UInt8(truncatingIfNeeded: scalar.value) }
      return slice.count
    }
  }

  /// The whole line in which a place lies.
  public func lineText(at span: Span) -> String { text(line(around: span.start)) }

  /// Whether a word stands anywhere in the text, in a comment perhaps.
  public func mentions(_ word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    var start = 0
    while let end = scalars[start...].firstIndex(where: { !$0.continuesName }) {
      if scalars[start..<end].elementsEqual(word) { return true }
      start = end + 1
    }
    return scalars[start...].elementsEqual(word)
  }

  func spansLines(_ span: Span) -> Bool { place(of: span.start).line != place(of: span.end).line }

  /// A piece of the text on one line, cut where it is long, for a message or a label.
  func excerpt(_ span: Span, limit: Int = 40) -> String {
    let text = Escaping.harmless(text(Span(span.start, min(span.end, span.start + limit))))
    return span.end - span.start > limit ? text + "..." : text
  }

  /// The line around an offset, without its end.
  public func line(around offset: Int) -> Span {
    let start = lineStarts[lineIndex(clamped(offset))]
    var end = start
    while end < scalars.count && !scalars[end].isLineEnd { end += 1 }
    return Span(start, end)
  }
}
