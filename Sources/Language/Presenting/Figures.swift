import Plotting

extension Figure {
  func styledLines(_ layout: Layout) -> [StyledLine] {
    if layout.describesFigures { return sentences(layout) }
    let options = TextOptions(
      width: layout.width, height: layout.figureHeight, charset: layout.ascii ? .ascii : .braille)
    return text(options).map { line in
      StyledLine(line.spans.map { StyledRun($0.text, style($0.role)) })
    }
  }

  /// One sentence a series, what goes on below its beginning a little to the right.
  private func sentences(_ layout: Layout) -> [StyledLine] {
    summary.split(separator: "\n").flatMap {
      Wrapping.wrap([StyledRun(String($0))], width: layout.width, first: 0, indent: 2)
    }
  }

  private func style(_ role: TextLine.Span.Role) -> TextStyle {
    switch role {
    case .series(let color): .series(color)
    case .shade(let level): .shade(level)
    default: .plain
    }
  }
}
