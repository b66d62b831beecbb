/// One line of a drawn figure: pieces of text, each with its part in the figure.
public struct TextLine: Sendable, Equatable {
  /// The pieces from left to right.
  public var spans: [Span]

  /// A line of pieces; empty without any.
  public init(_ spans: [Span] = []) {
    self.spans = spans
  }

  /// The line without its roles.
  public var plain: String {
    spans.map(\.text).joined()
  }
}

extension TextLine {
  /// A piece of a line that is all of one kind.
  public struct Span: Sendable, Equatable {
    /// Printable: no line end, no control character.
    public var text: String
    /// What it is in the figure.
    public var role: Role

    /// A piece of one kind.
    public init(_ text: String, _ role: Role) {
      self.text = text
      self.role = role
    }

    /// What a piece of text is, for whoever colours it.
    public enum Role: Sendable, Equatable, Hashable {
      /// Blanks and what belongs to nothing.
      case plain
      /// The title of the figure or of a panel.
      case title
      /// Frames and reference lines.
      case axis
      /// Tick labels.
      case tick
      /// Axis labels, names in legends, names and values of bars.
      case label
      /// A part of the drawing; the number is the colour, from 0 in each panel.
      case series(Int)
      /// A part of a heat map; the number is the shade, from 0 for the lowest values to ``shades`` − 1.
      case shade(Int)
    }

    /// How many shades there are.
    public static let shades = 10

    /// The colour index, nil for what is not part of a series.
    public var series: Int? {
      if case .series(let color) = role { return color }
      return nil
    }
  }
}

extension TextLine {
  init(_ text: String, _ role: Span.Role) {
    self.init(text.isEmpty ? [] : [Span(text, role)])
  }

  /// How many cells of a terminal the line takes.
  var width: Int {
    spans.reduce(0) { $0 + displayWidth($1.text) }
  }

  /// Adds text, joining it to the last piece where that is of the same kind.
  mutating func append(_ text: String, _ role: Span.Role) {
    guard !text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].role == role {
      spans[last].text += text
    } else {
      spans.append(Span(text, role))
    }
  }

  mutating func append(_ other: TextLine) {
    for span in other.spans { append(span.text, span.role) }
  }

  /// Adds blanks up to a width.
  mutating func pad(to target: Int) {
    append(String(repeating: " ", count: max(0, target - width)), .plain)
  }

  /// The line cut to a width.
  func clipped(to limit: Int) -> TextLine {
    var result = TextLine()
    var room = limit
    for span in spans where room > 0 {
      let text = prefix(of: span.text, cells: room)
      result.append(text, span.role)
      room = text.count < span.text.count ? 0 : room - displayWidth(text)
    }
    return result
  }

  /// The line without blanks at its end.
  var trimmed: TextLine {
    var result = self
    while let last = result.spans.last {
      let kept = last.text.reversed().drop { $0 == " " }.reversed()
      result.spans.removeLast()
      guard kept.isEmpty else {
        result.spans.append(Span(String(kept), last.role))
        break
      }
    }
    return result
  }
}
