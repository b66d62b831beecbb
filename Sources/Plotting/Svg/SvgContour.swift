/// Contour lines as SVG. On a heat map they are white on a dark edge, which is seen on every shade.
struct SvgContour {
  let series: Series
  let frame: Frame

  func lines(_ grid: Grid, _ levels: [Double]) -> [String] {
    levels.flatMap { runs(grid, $0) }.filter { $0.count > 1 }.flatMap { run -> [String] in
      let points = "points=\"\(pixels(run))\"/>"
      if series.isOnHeat {
        return ["<polyline class=\"edge\" \(points)", "<polyline class=\"rim\" \(points)"]
      }
      return ["<polyline class=\"line thin \(role)\"\(SvgStyle.dashes(series.rank)) \(points)"]
    }
  }

  /// The heights, where there are several.
  func labels(_ grid: Grid, _ levels: [Double], _ places: inout LevelPlaces) -> [String] {
    guard levels.count > 1, frame.width >= 200 else { return [] }
    return levels.flatMap { level -> [String] in
      let text = numberText(level)
      let size = Point(x: estimatedWidth(text) + 8, y: 14)
      guard let place = places.take(size, on: runs(grid, level)) else { return [] }
      return SvgElement.text(text, x: place.x, y: place.y + 4, .middle, role: "level", room: 200)
    }
  }

  private var role: String { series.color == nil ? "axis" : "s\(SvgShape.color(series))" }

  private func runs(_ grid: Grid, _ level: Double) -> [[Point]] {
    ContourLines(grid, at: level).lines.flatMap { frame.curve($0.xs, $0.ys) }
  }
}
