/// The names of the series below a panel, each after a sample of how it is drawn.
struct SvgLegend {
  private let rows: [[(label: String, series: Series, ground: Series?)]]
  private let itemWidth: Double

  init(_ panel: Panel, width: Double) {
    let entries = panel.needsLegend ? panel.legend : []
    let longest = entries.map { estimatedWidth($0.label) }.max() ?? 0
    itemWidth = min(longest + 44, max(60, width - 40))
    let perRow = ((width - 40) / itemWidth).rounded(.down).whole(in: 1...20)
    rows = stride(from: 0, to: entries.count, by: perRow).map { start in
      Array(entries[start..<min(start + perRow, entries.count)])
    }
  }

  var height: Double { rows.isEmpty ? 0 : Double(rows.count) * 18 + 6 }

  func elements(x: Double, y: Double) -> [String] {
    rows.enumerated().flatMap { row, entries in
      entries.enumerated().flatMap { column, entry in
        let left = x + Double(column) * itemWidth
        let middle = y + Double(row) * 18 + 6
        return (entry.ground.map { [sample($0, x: left, y: middle)] } ?? [])
          + [sample(entry.series, x: left, y: middle)]
          + SvgElement.text(entry.label, x: left + 30, y: middle + 4, room: itemWidth - 34)
      }
    }
  }

  private func sample(_ series: Series, x: Double, y: Double) -> String {
    let (start, end) = (Point(x: x, y: y), Point(x: x + 24, y: y))
    switch series.mark.kind {
    case .line: return SvgShape.line([start, end], series)
    case .reference: return SvgShape.reference(start, end, series)
    case .points: return SvgShape.point(Point(x: x + 12, y: y), series)
    case .contour:
      return "<polyline class=\"line thin s\(SvgShape.color(series))\" points=\"\(pixels([start, end]))\"/>"
    case .heat: return ""
    case .band, .bars, .region:
      let role = series.mark.kind == .bars ? "f" : "band f"
      return SvgElement.rect("\(role)\(SvgShape.color(series))", x: x, y: y - 5, width: 24, height: 10)
    }
  }
}
