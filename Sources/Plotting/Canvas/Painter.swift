/// Draws the marks of a panel on a canvas.
struct Painter {
  let frame: Frame
  var canvas: Canvas
  let series: [Series]
  let heatScale: HeatScale?

  init(_ panel: Panel, frame: Frame, canvas: Canvas) {
    self.frame = frame
    self.canvas = canvas
    series = panel.series
    heatScale = HeatScale(panel)
    // What fills comes first and what is small comes last, so that nothing hides.
    let order: [Mark.Kind] = [.heat, .region, .band, .reference, .contour, .line]
    for kind in order {
      for series in series where series.mark.kind == kind { draw(series) }
    }
    writeLevels()
    scatter()
  }

  private mutating func draw(_ series: Series) {
    switch series.mark {
    case .line(_, let xs, let ys):
      var pen = Pen(series, charset: canvas.charset)
      for run in frame.curve(xs, ys) { pen.draw(run, on: &canvas) }
    case .band(_, let xs, let low, let high):
      for run in frame.bands(xs, low, high) { canvas.fill(run, ink: series.ink) }
    case .heat(_, let grid, _): shade(grid)
    case .region(_, let grid): fill(grid, series)
    case .contour(_, let grid, let levels): contour(grid, levels, series)
    case .horizontal(_, let value):
      let up = frame.y.unit(value)
      guard (0...1).contains(up) else { return }
      let y = frame.down(up) * frame.height
      reference(series, Point(x: 0, y: y), Point(x: frame.width, y: y))
    case .vertical(_, let value):
      let across = frame.x.unit(value)
      guard (0...1).contains(across) else { return }
      let x = across * frame.width
      reference(series, Point(x: x, y: 0), Point(x: x, y: frame.height))
    case .points, .bars: break
    }
  }

  private mutating func reference(_ series: Series, _ start: Point, _ end: Point) {
    var pen = Pen(series, charset: canvas.charset)
    pen.draw([start, end], on: &canvas)
  }
}
