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

  init(_ panel: Panel, width: Double, height: Double) {
    self.panel = panel
    self.width = width
    self.height = height
    legend = SvgLegend(panel, width: width)
    top = 10 + (panel.title == nil ? 0 : 20) + (panel.heading == nil ? 0 : 16)
    let inside = max(1, height - top - 26 - (panel.xLabel == nil ? 0 : 18) - legend.height)
    let extents = panel.extents()
    let yAxis = Axis(
      extent: extents.y, fixed: panel.yRange, tickCount: (inside / 40).whole(in: 1...10))
    let labels = yAxis.ticks.map { estimatedWidth($0.label) }.max() ?? 0
    left = labels + 14
    let across = max(1, width - left - 16)
    let xAxis = SvgPanel.axis(extents.x, panel, width: across)
    frame = Frame(x: xAxis, y: yAxis, width: across, height: inside)
  }

  /// The horizontal axis with as many ticks as have room for their labels.
  private static func axis(_ extent: Extent, _ panel: Panel, width: Double) -> Axis {
    for count in stride(from: 9, to: 1, by: -1) {
      let axis = Axis(
        extent: extent, fixed: panel.xRange, tickCount: count, isWhole: panel.hasWholeX)
      let room = axis.ticks.reduce(0) { $0 + estimatedWidth($1.label) + 16 }
      if room <= width, !axis.ticks.isEmpty { return axis }
    }
    return Axis(extent: extent, fixed: panel.xRange, tickCount: 1, isWhole: panel.hasWholeX)
  }

  var elements: [String] {
    let marks = SvgMarks(panel: panel, frame: frame).elements
    let drawing = SvgElement.group(x: left, y: top, marks.isEmpty ? nothing : grid + marks + outline)
    return names + [drawing] + legend.elements(x: left, y: height - legend.height)
  }

  private var names: [String] {
    let middle = left + frame.width / 2
    let title = SvgElement.text(panel.title, x: middle, y: 18, .middle, role: "title", room: frame.width)
    let heading = SvgElement.text(panel.heading, x: left, y: top - 8, room: frame.width)
    let below = top + frame.height + 34
    return title + heading + SvgElement.text(panel.xLabel, x: middle, y: below, .middle, room: frame.width)
  }

  private var grid: [String] {
    let across = frame.x.ticks.flatMap { tick in
      let x = tick.position * frame.width
      return [SvgElement.line("grid", x, 0, x, frame.height)]
        + SvgElement.text(tick.label, x: x, y: frame.height + 16, .middle, role: "tick", room: 200)
    }
    let up = frame.y.ticks.flatMap { tick in
      let y = (1 - tick.position) * frame.height
      return [SvgElement.line("grid", 0, y, frame.width, y)]
        + SvgElement.text(tick.label, x: -6, y: y + 4, .end, role: "tick", room: 200)
    }
    return across + up
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
