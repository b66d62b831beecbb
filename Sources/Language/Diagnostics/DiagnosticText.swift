/// The one place that writes an error out: its place, its sentence, the line with a caret, and the hint.
public enum DiagnosticText {
  /// `file:line:column`, where the source has a name.
  public static func location(_ diagnostic: Diagnostic, in source: SourceText) -> String? {
    let source = diagnostic.source ?? source
    guard let name = source.name else { return nil }
    let place = source.place(of: diagnostic.span.start)
    return "\(name):\(place.line):\(place.column)"
  }

  /// The lines of an error as they are shown to a reader.
  /// - Parameter named: Whether the file and the line are told, where there is a file.
  public static func lines(
    _ diagnostic: Diagnostic, in source: SourceText, width: Int = 80, named: Bool = true
  ) -> [StyledLine] {
    pieces(diagnostic, in: source, width: width, named: named).flatMap { $0.lines(Layout(width: width)) }
  }

  /// An error as pieces: the sentence, the line of the source, the hint.
  /// - Parameters:
  ///   - width: where the line of the source is cut.
  ///   - named: whether the file and the line are told, where there is a file.
  public static func pieces(
    _ diagnostic: Diagnostic, in source: SourceText, width: Int = 80, named: Bool = true
  ) -> [Piece] {
    let text = diagnostic.source ?? source
    let place = named ? location(diagnostic, in: source) : nil
    let prefix = place.map { [StyledRun($0 + ": ")] } ?? []
    let sentence = [StyledRun("error: ", .error), StyledRun(diagnostic.message, .strong)]
    var pieces: [Piece] = [.paragraph(prefix + sentence, first: 0, indent: 2)]
    if diagnostic.source != nil, place == nil {
      pieces.append(.lines([StyledLine("  in a function defined earlier:", .muted)]))
    }
    pieces.append(.lines(excerpt(text, diagnostic.span, width: width)))
    if let hint = diagnostic.hint {
      pieces.append(.paragraph([StyledRun("hint: ", .good), StyledRun(hint)], first: 0, indent: 6))
    }
    return pieces
  }

  /// The line of the source with a caret under each cell of the mistake.
  private static func excerpt(_ source: SourceText, _ span: Span, width: Int) -> [StyledLine] {
    let line = source.line(around: span.start)
    let window = window(line, span, room: max(width - 4, 8))
    let text = visible(source.text(window))
    let before = Wrapping.cells(visible(source.text(Span(window.start, max(span.start, window.start)))))
    let marked = Span(max(span.start, window.start), min(max(span.end, span.start + 1), window.end))
    let length = max(Wrapping.cells(visible(source.text(marked))), 1)
    let carets = String(repeating: "^", count: min(length, max(width - 2 - before, 1)))
    return [
      StyledLine("  " + text),
      StyledLine([StyledRun("  " + Wrapping.blanks(before)), StyledRun(carets, .error)]),
    ]
  }

  /// The part of a long line around the mistake.
  private static func window(_ line: Span, _ span: Span, room: Int) -> Span {
    guard line.end - line.start > room else { return line }
    let start = min(max(line.start, span.start - room / 3), max(line.start, line.end - room))
    return Span(start, min(line.end, start + room))
  }

  /// One cell for a tab, and nothing that a terminal would obey.
  private static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == "\t" ? " " : scalar.mayBeObeyed ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}
