extension Figure {
  /// The figure as an SVG document of the given size in pixels, held between 40 and 10 000.
  ///
  /// It needs nothing from outside, follows the reader's choice of a light or a dark page, carries
  /// ``summary`` for screen readers, and may stand in a page with others.
  public func svg(width: Int, height: Int) -> String {
    let (width, height) = (width.held(in: 40...10_000), height.held(in: 40...10_000))
    let size = "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
    let name = title ?? panels.compactMap(\.title).joined(separator: ", ")
    let head = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lossplot\" role=\"img\" \(size)>",
      "<title>\(escaped(name.isEmpty ? "figure" : name))</title>",
      "<desc>\(escaped(summary.split(separator: "\n").joined(separator: "; ")))</desc>",
      SvgStyle.sheet,
      SvgElement.rect("paper", x: 0, y: 0, width: Double(width), height: Double(height)),
    ]
    let content = content(width: Double(width), height: Double(height))
    return (head + content + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// The title and the panels, side by side as long as each has about 280 pixels.
  private func content(width: Double, height: Double) -> [String] {
    let panels = panels.isEmpty ? [Panel()] : panels
    let beside = (width / 280).rounded(.down).whole(in: 1...panels.count)
    let rows = (panels.count - 1) / beside + 1
    let top: Double = (title ?? "").isEmpty ? 8 : 34
    let (across, down) = ((width - 16) / Double(beside), (height - top - 8) / Double(rows))
    let drawn = panels.enumerated().map { index, panel in
      let (row, column) = index.quotientAndRemainder(dividingBy: beside)
      let bars = SvgBars(panel, width: across, height: down)
      let elements =
        bars.isEmpty ? SvgPanel(panel, width: across, height: down).elements : bars.elements
      return SvgElement.group(x: 8 + Double(column) * across, y: top + Double(row) * down, elements)
    }
    return SvgElement.text(title, x: width / 2, y: 24, .middle, role: "title", room: width - 16) + drawn
  }
}
