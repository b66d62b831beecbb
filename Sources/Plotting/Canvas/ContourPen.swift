extension Painter {
  mutating func contour(_ grid: Grid, _ levels: [Double], _ series: Series) {
    // In ASCII the characters of a heat map show the steps already, and one sign more would blur them.
    if canvas.charset == .ascii, series.isOnHeat { return }
    for level in levels {
      for line in ContourLines(grid, at: level).lines {
        var pen = Pen(series, charset: canvas.charset)
        for run in frame.curve(line.xs, line.ys) { pen.draw(run, on: &canvas) }
      }
    }
  }

  /// Writes the heights onto contour lines where there are several and room for them.
  mutating func writeLevels() {
    let (across, down) = (Double(canvas.charset.dotsAcross), Double(canvas.charset.dotsDown))
    var places = LevelPlaces(width: frame.width, height: frame.height)
    for series in series {
      guard case .contour(_, let grid, let levels) = series.mark, levels.count > 1,
        canvas.columns >= 30, canvas.charset == .braille || !series.isOnHeat
      else { continue }
      for level in levels {
        let text = numberText(level)
        let size = Point(x: Double(text.count + 2) * across, y: down)
        let runs = ContourLines(grid, at: level).lines.flatMap { frame.curve($0.xs, $0.ys) }
        guard let place = places.take(size, on: runs) else { continue }
        let column = (place.x / across).whole(in: 0...canvas.columns) - text.count / 2
        let row = (place.y / down).rounded(.down).whole(in: 0...canvas.rows)
        for (index, character) in text.enumerated() {
          canvas.stamp(column: column + index, row: row, ink: series.ink, glyph: character)
        }
      }
    }
  }
}
