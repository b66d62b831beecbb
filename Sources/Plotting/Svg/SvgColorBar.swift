/// A bar at the right of the frame that says what the shades of heat maps mean.
struct SvgColorBar {
  private let scale: HeatScale?
  private let label: String?
  private let axis: Axis

  init(_ panel: Panel, height: Double) {
    scale = HeatScale(panel)
    label = panel.heatLabel
    var extent = Extent(scale?.scale ?? .linear)
    extent.include(scale?.range.lowerBound ?? 0)
    extent.include(scale?.range.upperBound ?? 1)
    axis = Axis(extent: extent, fixed: nil, tickCount: (height / 40).whole(in: 1...8), isTight: true)
  }

  /// What the bar takes of the panel's width.
  var width: Double {
    guard scale != nil else { return 0 }
    let labels = axis.ticks.map { estimatedWidth($0.label) }.max() ?? 0
    return 12 + 14 + 6 + max(labels, label.map { min(estimatedWidth($0), 120) - 14 } ?? 0)
  }

  func elements(x: Double, y: Double, height: Double) -> [String] {
    guard scale != nil else { return [] }
    let step = height / Double(HeatPalette.count)
    let left = x + 12
    let bar = (0..<HeatPalette.count).map { level in
      let top = y + height - Double(level + 1) * step
      let place = "M\(pixels(left)) \(pixels(top))h14v\(pixels(step + 0.1))h-14z"
      return "<path class=\"cell\" fill=\"\(HeatPalette.color(level))\" d=\"\(place)\"/>"
    }
    let ticks = axis.ticks.flatMap { tick in
      let up = y + (1 - tick.position) * height
      return [SvgElement.line("axis", left + 14, up, left + 18, up)]
        + SvgElement.text(tick.label, x: left + 20, y: up + 4, role: "tick", room: 200)
    }
    return bar + ticks + SvgElement.text(label, x: left, y: y - 8, role: "tick", room: 120)
  }
}
