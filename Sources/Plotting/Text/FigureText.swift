extension Figure {
  /// The figure drawn as lines of text.
  ///
  ///     let run = Panel(title: "loss", marks: [.line(label: "train", x: epochs, y: loss)])
  ///     for line in Figure(panels: [run]).text(TextOptions(width: 80)) { print(line.plain) }
  ///
  /// No line is wider than `options.width` cells, none ends in a blank, and nothing in it moves the cursor.
  /// Panels stand side by side as long as each has about 36 columns.
  public func text(_ options: TextOptions) -> [TextLine] {
    let columns = options.columns
    let gap = 2
    let panels = panels.isEmpty ? [Panel()] : panels
    let beside = ((columns + gap) / (36 + gap)).held(in: 1...panels.count)
    let width = (columns - gap * (beside - 1)) / beside
    var lines = titleLines(columns, options.charset)
    for start in stride(from: 0, to: panels.count, by: beside) {
      if start > 0 { lines.append(TextLine()) }
      let blocks = panels[start..<min(start + beside, panels.count)].map { panel in
        panel.block(width: width, rows: options.rows(panelWidth: width), charset: options.charset)
      }
      lines += TextBlock.beside(blocks, width: width, gap: gap)
    }
    return lines.map { $0.clipped(to: columns).trimmed }
  }

  private func titleLines(_ columns: Int, _ charset: Charset) -> [TextLine] {
    guard let title, !title.isEmpty else { return [] }
    return [centred(title, .title, in: columns, charset), TextLine()]
  }
}

extension Panel {
  /// The panel drawn as text.
  func block(width: Int, rows: Int, charset: Charset) -> TextBlock {
    let bars = BarText(self, width: width, charset: charset)
    return bars.isEmpty
      ? PanelText(self, width: width, rows: rows, charset: charset).block : bars.block
  }
}

/// A text in the middle of `cells` cells after `indent` blanks, cut where it does not fit.
func centred(
  _ text: String, _ role: TextLine.Span.Role, in cells: Int, indent: Int = 0, _ charset: Charset
) -> TextLine {
  let fitting = fitted(text, cells: cells, charset)
  var line = TextLine()
  line.pad(to: indent + (cells - displayWidth(fitting)) / 2)
  line.append(fitting, role)
  return line
}
