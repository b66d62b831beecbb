extension Figure {
  /// The figure as an SVG document of the given size in pixels, held between 40 and 10 000.
  ///
  /// It needs nothing from outside, follows the reader's choice of a light or a dark page, carries
  /// ``summary`` for screen readers, and may stand in a page with others.
  public func svg(width: Int, height: Int) -> String {
    svg(
      width: width, height: height, role: "role=\"img\"", names: ("", ""),
      sheet: "<style>\n\(Self.svgSheet)\n</style>\n")
  }

  /// The same as an element of a page that has ``svgSheet`` in its own style sheet.
  /// - Parameters:
  ///   - width: in pixels, held between 40 and 10 000.
  ///   - height: in pixels, held between 40 and 10 000.
  ///   - name: no other element of the page has it; its title and its description are named after it.
  public func svg(width: Int, height: Int, inPageAs name: String) -> String {
    let ids = ("\(escaped(name)):title", "\(escaped(name)):desc")
    return svg(
      width: width, height: height,
      role: "role=\"img\" aria-labelledby=\"\(ids.0)\" aria-describedby=\"\(ids.1)\"",
      names: (" id=\"\(ids.0)\"", " id=\"\(ids.1)\""), sheet: "")
  }

  /// The style sheet of all figures.
  public static var svgSheet: String { SvgStyle.sheet }

  private func svg(
    width: Int, height: Int, role: String, names: (title: String, description: String), sheet: String
  ) -> String {
    let (width, height) = (width.held(in: 40...10_000), height.held(in: 40...10_000))
    let size = "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
    let name = title ?? panels.compactMap(\.title).joined(separator: ", ")
    let head = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lossplot\" \(role) \(size)>",
      "<title\(names.title)>\(escaped(name.isEmpty ? "figure" : name))</title>",
      "<desc\(names.description)>\(escaped(summary.split(separator: "\n").joined(separator: "; ")))</desc>",
      sheet + SvgElement.rect("paper", x: 0, y: 0, width: Double(width), height: Double(height)),
    ]
    let content = content(width: Double(width), height: Double(height))
    return (head + content + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// The title and the panels, side by side as long as each has about 280 pixels.
  private func content(width: Double, height: Double) -> [String] {
    let panels = panels.isEmpty ? [Panel()] : panels
    let beside = beside(width: width)
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

  private func beside(width: Double) -> Int {
    (width / 280).rounded(.down).whole(in: 1...max(panels.count, 1))
  }

  /// A height in pixels that shows the panels well at a width: flat rather than high, with room for every bar.
  public func suitableHeight(width: Int) -> Int {
    let beside = beside(width: Double(width))
    let across = Double(width) / Double(beside)
    let heights = panels.map { panel in
      let bars = panel.barGroups.reduce(0) { $0 + $1.bars.count }
      let low = across * (panel.hasGround ? 0.8 : 0.6)
      return bars > 0 ? 60 + 24 * min(bars, 60) : low.whole(in: 240...420) + legendHeight(panel, across)
    }
    let rows = stride(from: 0, to: heights.count, by: beside).map {
      heights[$0..<min($0 + beside, heights.count)].max() ?? 0
    }
    return max(rows.reduce(0, +), 120) + ((title ?? "").isEmpty ? 16 : 42)
  }

  private func legendHeight(_ panel: Panel, _ width: Double) -> Int {
    SvgLegend(panel, width: width).height.whole(in: 0...400)
  }
}
