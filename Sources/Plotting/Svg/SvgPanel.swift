/// One panel with axes, as SVG.
struct SvgPanel {
  private let panel: Panel
  private let width: Double
  private let height: Double
  private let frame: Frame
  /// Where the frame starts.
  private let left: Double
  private let top: Double
  private let legend: SvgLegend
  private let colorBar: SvgColorBar

  init(_ panel: Panel, width: Double, height: Double) {
    self.panel = panel
    self.width = width
    self.height = height
    legend = SvgLegend(panel, width: width)
    let hasHeading = panel.heading != nil || panel.heatLabel != nil
    top = 10 + (panel.title == nil ? 0 : 20) + (hasHeading ? 16 : 0)
    let inside = max(1, height - top - 26 - (panel.xLabel == nil ? 0 : 18) - legend.height)
    let extents = panel.extents()
    let yAxis = panel.yAxis(extents.y, tickCount: (inside / 40).whole(in: 1...10))
    let labels = yAxis.ticks.map { estimatedWidth($0.label) }.max() ?? 0
    left = min(labels, width / 3) + 14
    colorBar = SvgColorBar(panel, height: inside)
    let across = max(1, width - left - 16 - colorBar.width)
    let xAxis = SvgPanel.axis(extents.x, panel, width: across)
    frame = Frame(x: xAxis, y: yAxis, width: across, height: inside, runsDown: panel.runsDown)
  }

  /// The horizontal axis with as many ticks as have room for their labels.
  private static func axis(_ extent: Extent, _ panel: Panel, width: Double) -> Axis {
    for count in stride(from: 9, to: 1, by: -1) {
      let axis = panel.xAxis(extent, tickCount: count)
      let room = axis.ticks.reduce(0) { $0 + estimatedWidth($1.label) + 16 }
      if room <= width, !axis.ticks.isEmpty { return axis }
    }
    return panel.xAxis(extent, tickCount: 1)
  }

  var elements: [String] {
    let marks = SvgMarks(panel: panel, frame: frame).elements
    // Lines of the grid would be hidden below what fills the frame, or cross it out.
    let drawn =
      panel.hasGround ? ["<g class=\"ground\">"] + marks + ["</g>"] + tickLabels : grid + tickLabels + marks
    let drawing = SvgElement.group(x: left, y: top, marks.isEmpty ? nothing : drawn + outline)
    let bar = colorBar.elements(x: left + frame.width, y: top, height: frame.height)
    return names + [drawing] + bar + legend.elements(x: left, y: height - legend.height)
  }

  private var names: [String] {
    let middle = left + frame.width / 2
    let title = SvgElement.text(panel.title, x: middle, y: 18, .middle, role: "title", room: frame.width)
    let heading = SvgElement.text(panel.heading, x: left, y: top - 8, room: frame.width)
    let below = top + frame.height + 34
    return title + heading + SvgElement.text(panel.xLabel, x: middle, y: below, .middle, room: frame.width)
  }

  private var grid: [String] {
    frame.x.ticks.map { tick in
      SvgElement.line("grid", tick.position * frame.width, 0, tick.position * frame.width, frame.height)
    }
      + frame.y.ticks.map { tick in
        let y = frame.down(tick.position) * frame.height
        return SvgElement.line("grid", 0, y, frame.width, y)
      }
  }

  private var tickLabels: [String] {
    let each = frame.width / Double(max(1, frame.x.ticks.count))
    return frame.x.ticks.flatMap { tick in
      SvgElement.text(
        tick.label, x: tick.position * frame.width, y: frame.height + 16, .middle, role: "tick",
        room: max(each, 40))
    }
      + frame.y.ticks.flatMap { tick in
        SvgElement.text(
          tick.label, x: -6, y: frame.down(tick.position) * frame.height + 4, .end, role: "tick",
          room: left - 8)
      }
  }

  private var outline: [String] {
    [
      SvgElement.line("axis", 0, frame.height, frame.width, frame.height),
      SvgElement.line("axis", 0, 0, 0, frame.height),
    ]
  }

  private var nothing: [String] {
    [SvgElement.rect("axis", x: 0, y: 0, width: frame.width, height: frame.height)]
      + SvgElement.text(
        "nothing to draw", x: frame.width / 2, y: frame.height / 2 + 4, .middle, room: frame.width)
  }
}
