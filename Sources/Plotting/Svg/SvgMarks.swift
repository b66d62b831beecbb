/// The marks of a panel as SVG elements, in the coordinates of a frame.
struct SvgMarks {
  let panel: Panel
  let frame: Frame

  /// What fills comes first and what is small comes last, so that nothing hides.
  var elements: [String] {
    let order: [Mark.Kind] = [.band, .reference, .line, .points]
    return order.flatMap { kind in panel.series.filter { $0.mark.kind == kind }.flatMap(elements) }
  }

  private func elements(_ series: Series) -> [String] {
    switch series.mark {
    case .line(_, let xs, let ys):
      return frame.curve(xs, ys).map { SvgShape.line($0, series) }
    case .points(_, let xs, let ys): return points(xs, ys, series)
    case .band(_, let xs, let low, let high):
      return frame.bands(xs, low, high).map { band($0, series) }
    case .horizontal(_, let value):
      let y = (1 - frame.y.unit(value)) * frame.height
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

  /// A circle, square or triangle: classes differ in form as well as in colour.
  static func point(_ place: Point, _ series: Series) -> String {
    let (x, y) = (place.x, place.y)
    let role = "class=\"dot f\(color(series))\""
    guard series.mark.kind == .points else {
      return "<circle \(role) cx=\"\(pixels(x))\" cy=\"\(pixels(y))\" r=\"2\"/>"
    }
    switch series.rank % 3 {
    case 0: return "<circle \(role) cx=\"\(pixels(x))\" cy=\"\(pixels(y))\" r=\"2.8\"/>"
    case 1:
      let corner = "x=\"\(pixels(x - 2.5))\" y=\"\(pixels(y - 2.5))\""
      return "<rect \(role) \(corner) width=\"5\" height=\"5\"/>"
    default:
      let corners = [Point(x: x, y: y - 3.2), Point(x: x + 3.2, y: y + 2.4), Point(x: x - 3.2, y: y + 2.4)]
      return "<polygon \(role) points=\"\(pixels(corners))\"/>"
    }
  }
}
