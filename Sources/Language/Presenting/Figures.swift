import Plotting

extension Figure {
  func styledLines(_ layout: Layout) -> [StyledLine] {
    if layout.describesFigures { return [StyledLine(summary)] }
    let options = TextOptions(
      width: layout.width, height: layout.figureHeight, charset: layout.ascii ? .ascii : .braille)
    return text(options).map { line in
      StyledLine(line.spans.map { StyledRun($0.text, style($0.role)) })
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
