/// The bars of a panel as SVG: names to the left, values to the right.
struct SvgBars {
  private let panel: Panel
  private let width: Double
  private let height: Double
  private let rows: [(bar: Bar, color: Int)]

  init(_ panel: Panel, width: Double, height: Double) {
    self.panel = panel
    self.width = width
    self.height = height
    rows = panel.barGroups.flatMap { group in group.bars.map { ($0, group.color) } }
  }

  var isEmpty: Bool { rows.isEmpty }

  var elements: [String] {
    let names = rows.map { estimatedWidth($0.bar.name) }.max() ?? 0
    let left = min(names + 12, width / 3)
    let right = (rows.map { estimatedWidth(numberText($0.bar.value)) }.max() ?? 0) + 12
    let legend = SvgLegend(panel, width: width)
    let top: Double = 14 + (panel.title == nil ? 0 : 20) + (panel.heading == nil ? 0 : 16)
    let foot: Double = legend.height + (panel.xLabel == nil ? 0 : 22)
    let room = max(1, width - left - right - 8)
    let pitch = min(max(0, height - top - foot) / Double(max(1, rows.count)), 34)
    let bars = drawn(left: left, room: room, pitch: pitch)
    return SvgElement.text(panel.title, x: width / 2, y: 18, .middle, role: "title", room: width)
      + SvgElement.text(panel.heading, x: 8, y: top - 10, room: width)
      + [SvgElement.group(x: left, y: top, bars)]
      + SvgElement.text(panel.xLabel, x: width / 2, y: height - legend.height - 8, .middle, room: width)
      + legend.elements(x: left, y: height - legend.height)
  }

  private func drawn(left: Double, room: Double, pitch: Double) -> [String] {
    let scale = BarScale(rows.map(\.bar.value))
    let zero = scale.zero * room
    let bars = rows.enumerated().flatMap { index, row in
      let (top, length) = (Double(index) * pitch, scale.share(row.bar.value) * room)
      let (start, end) = (min(zero, zero + length), max(zero, zero + length))
      let role = "f\(row.color % SvgStyle.colorCount)"
      let text = top + pitch / 2 + 4
      return [SvgElement.rect(role, x: start, y: top + pitch * 0.15, width: end - start, height: pitch * 0.7)]
        + SvgElement.text(row.bar.name, x: -8, y: text, .end, room: left - 8)
        + SvgElement.text(numberText(row.bar.value), x: end + 6, y: text, role: "tick", room: 200)
    }
    return bars + [SvgElement.line("axis", zero, 0, zero, Double(rows.count) * pitch)]
  }
}
