/// The marks of a panel as SVG elements, in the coordinates of a frame.
struct SvgMarks {
  let panel: Panel
  let frame: Frame

  /// What fills comes first and what is small comes last, so that nothing hides.
  var elements: [String] {
    let order: [Mark.Kind] = [.heat, .region, .band, .reference, .contour, .line, .points]
    let series = panel.series
    let scale = HeatScale(panel)
    var places = LevelPlaces(width: frame.width, height: frame.height)
    return order.flatMap { kind -> [String] in
      let drawn = series.filter { $0.mark.kind == kind }.flatMap { elements($0, scale) }
      return kind == .contour ? drawn + series.flatMap { levels($0, &places) } : drawn
    }
  }

  private func levels(_ series: Series, _ places: inout LevelPlaces) -> [String] {
    guard case .contour(_, let grid, let levels) = series.mark else { return [] }
    return SvgContour(series: series, frame: frame).labels(grid, levels, &places)
  }

  private func elements(_ series: Series, _ scale: HeatScale?) -> [String] {
    switch series.mark {
    case .heat(_, let grid, _): return scale.map { SvgGrid(grid, frame).heat($0) } ?? []
    case .region(_, let grid): return SvgGrid(grid, frame).region(series)
    case .contour(_, let grid, let levels):
      return SvgContour(series: series, frame: frame).lines(grid, levels)
    case .line(_, let xs, let ys):
      return frame.curve(xs, ys).map { SvgShape.line($0, series) }
    case .points(_, let xs, let ys): return points(xs, ys, series)
    case .band(_, let xs, let low, let high):
      return frame.bands(xs, low, high).map { band($0, series) }
    case .horizontal(_, let value):
      let y = frame.down(frame.y.unit(value)) * frame.height
      return reference(Point(x: 0, y: y), Point(x: frame.width, y: y), series)
    case .vertical(_, let value):
      let x = frame.x.unit(value) * frame.width
      return reference(Point(x: x, y: 0), Point(x: x, y: frame.height), series)
    case .bars: return []
    }
  }

  private func reference(_ start: Point, _ end: Point, _ series: Series) -> [String] {
    frame.contains(start) && frame.contains(end) ? [SvgShape.reference(start, end, series)] : []
  }

  /// One shape for each pixel that has a point: more would weigh megabytes and look the same.
  private func points(_ xs: [Double], _ ys: [Double], _ series: Series) -> [String] {
    var seen: Set<[Int]> = []
    return zip(xs, ys).compactMap { across, up in
      guard let place = frame.point(across, up), frame.contains(place) else { return nil }
      let pixel = [place.x.whole(in: 0...100_000), place.y.whole(in: 0...100_000)]
      return seen.insert(pixel).inserted ? SvgShape.point(place, series) : nil
    }
  }

  private func band(_ run: [(low: Point, high: Point)], _ series: Series) -> String {
    let edge = run.map { inside($0.high) } + run.reversed().map { inside($0.low) }
    return "<polygon class=\"band f\(SvgShape.color(series))\" points=\"\(pixels(edge))\"/>"
  }

  private func inside(_ point: Point) -> Point {
    Point(x: point.x.held(in: 0...frame.width), y: point.y.held(in: 0...frame.height))
  }
}

/// The shapes that stand for a series in the drawing and in its legend.
enum SvgShape {
  static func color(_ series: Series) -> Int {
    (series.color ?? 0) % SvgStyle.colorCount
  }

  static func line(_ run: [Point], _ series: Series) -> String {
    if run.count == 1 { return run.map { point($0, series) }.joined() }
    let dashes = SvgStyle.dashes(series.rank)
    return "<polyline class=\"line s\(color(series))\"\(dashes) points=\"\(pixels(run))\"/>"
  }

  static func reference(_ start: Point, _ end: Point, _ series: Series) -> String {
    let role = series.color == nil ? "axis" : "s\(color(series))"
    return "<polyline class=\"\(role)\" stroke-dasharray=\"3 3\" points=\"\(pixels([start, end]))\"/>"
  }

  /// Classes differ in form as well as in colour: the forms are those of the text, filled and open by turns.
  static func point(_ place: Point, _ series: Series) -> String {
    let (x, y) = (place.x, place.y)
    guard series.mark.kind == .points else {
      return "<circle class=\"dot f\(color(series))\" cx=\"\(pixels(x))\" cy=\"\(pixels(y))\" r=\"2\"/>"
    }
    let (filled, open) = ("class=\"dot f\(color(series))\"", "class=\"open s\(color(series))\"")
    switch series.rank % 8 {
    case 0, 1:
      let role = series.rank % 8 == 0 ? filled : open
      return "<circle \(role) cx=\"\(pixels(x))\" cy=\"\(pixels(y))\" r=\"2.8\"/>"
    case 2: return strokes(place, [(0, -3.4, 0, 3.4), (-3.4, 0, 3.4, 0)], series)
    case 3: return strokes(place, [(-2.6, -2.6, 2.6, 2.6), (-2.6, 2.6, 2.6, -2.6)], series)
    case 4, 5:
      let corners = [(0, -3.6), (3.6, 0), (0, 3.6), (-3.6, 0)].map { Point(x: x + $0.0, y: y + $0.1) }
      return "<polygon \(series.rank % 8 == 4 ? filled : open) points=\"\(pixels(corners))\"/>"
    default:
      let corners = [(0, -3.4), (3.4, 2.6), (-3.4, 2.6)].map { Point(x: x + $0.0, y: y + $0.1) }
      return "<polygon \(series.rank % 8 == 6 ? filled : open) points=\"\(pixels(corners))\"/>"
    }
  }

  private static func strokes(
    _ place: Point, _ lines: [(Double, Double, Double, Double)], _ series: Series
  ) -> String {
    let path = lines.map { line in
      "M\(pixels(place.x + line.0)) \(pixels(place.y + line.1))"
        + "L\(pixels(place.x + line.2)) \(pixels(place.y + line.3))"
    }
    return "<path class=\"stroke s\(color(series))\" d=\"\(path.joined())\"/>"
  }
}
