extension Painter {
  /// Draws all classes of points at once. A cell shows the class with most points in it, as overlapping
  /// glyphs cannot be united; many points of one class alone are drawn as dots, which are finer.
  mutating func scatter() {
    let classes = series.filter { $0.mark.kind == .points }
    if let only = classes.first, series.count == 1, case .points(_, let xs, let ys) = only.mark,
      canvas.charset == .braille, min(xs.count, ys.count) > Painter.fewPoints
    {
      return dots(only, xs, ys)
    }
    var most = [Int](repeating: 0, count: canvas.columns * canvas.rows)
    for series in classes { stamp(series, most: &most) }
  }

  /// Up to so many points a glyph is easier to see than a braille dot.
  private static let fewPoints = 60

  private mutating func dots(_ series: Series, _ xs: [Double], _ ys: [Double]) {
    for (across, up) in zip(xs, ys) {
      guard let place = frame.point(across, up), frame.contains(place) else { continue }
      let (x, y) = (place.x.whole(in: 0...canvas.dotColumns), place.y.whole(in: 0...canvas.dotRows))
      canvas.dot(x: x, y: y, ink: series.ink, glyph: canvas.charset.glyph(series))
    }
  }

  private mutating func stamp(_ series: Series, most: inout [Int]) {
    guard case .points(_, let xs, let ys) = series.mark else { return }
    let glyph = canvas.charset.glyph(series)
    var counts = [Int](repeating: 0, count: most.count)
    for (across, up) in zip(xs, ys) {
      guard let place = frame.point(across, up), frame.contains(place) else { continue }
      let column = place.x.whole(in: 0...canvas.dotColumns - 1) / canvas.charset.dotsAcross
      let row = place.y.whole(in: 0...canvas.dotRows - 1) / canvas.charset.dotsDown
      counts[row * canvas.columns + column] += 1
    }
    for index in counts.indices where counts[index] > 0 && counts[index] >= most[index] {
      most[index] = counts[index]
      canvas.stamp(
        column: index % canvas.columns, row: index / canvas.columns, ink: series.ink, glyph: glyph)
    }
  }
}
