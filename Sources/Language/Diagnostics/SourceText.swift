/// A range of scalars in a source text.
public struct Span: Equatable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  func joined(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}

/// The text of a script, a notebook cell or a typed line, with its name for messages.
public final class SourceText: Sendable {
  /// The file as the user named it; nothing for what was typed.
  public let name: String?
  /// Where this text begins in its file, counted from 1: a cell of a notebook does not begin at line 1.
  public let firstLine: Int
  let scalars: [Unicode.Scalar]

  public init(_ text: String, name: String? = nil, firstLine: Int = 1) {
    self.name = name
    self.firstLine = firstLine
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
  }

  public struct Place: Equatable, Sendable {
    /// Counted from 1.
    public var line: Int
    /// Counted from 1, in scalars.
    public var column: Int
  }

  public func place(of offset: Int) -> Place {
    let offset = min(max(offset, 0), scalars.count)
    var (line, lineStart) = (firstLine, 0)
    for i in 0..<offset where scalars[i] == "\n" {
      line += 1
      lineStart = i + 1
    }
    return Place(line: line, column: offset - lineStart + 1)
  }

  func text(_ span: Span) -> String {
    let start = min(max(span.start, 0), scalars.count)
    let end = min(max(span.end, start), scalars.count)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  /// The whole line in which a place lies.
  public func lineText(at span: Span) -> String { text(line(around: span.start)) }

  /// The line around an offset, without its end, and where it starts.
  func line(around offset: Int) -> Span {
    let offset = min(max(offset, 0), scalars.count)
    var start = offset
    while start > 0 && scalars[start - 1] != "\n" { start -= 1 }
    var end = offset
    while end < scalars.count && scalars[end] != "\n" && scalars[end] != "\r" { end += 1 }
    return Span(start, max(start, end))
  }
}
