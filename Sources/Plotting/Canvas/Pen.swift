/// Joins points on a canvas, with a pattern of dashes that goes on around corners.
struct Pen {
  let ink: Ink
  let glyph: Character
  /// How many dots to set, to leave out, to set …; empty for all.
  let dashes: [Int]
  private var travelled = 0
  private var last: (x: Int, y: Int)?

  /// The pen for a line or a reference line.
  init(_ series: Series, charset: Charset) {
    ink = series.ink
    switch series.mark {
    case .horizontal: glyph = "-"
    case .vertical: glyph = "|"
    case .contour(label: nil, _, _): glyph = "#"
    default: glyph = charset.glyph(series)
    }
    let isReference = series.mark.kind == .reference
    // In ASCII the character already tells the lines apart.
    dashes = charset == .ascii ? [] : isReference ? [1, 1] : Pen.dashes(series.rank)
  }

  /// The dashes of the first, second … line of a panel.
  private static func dashes(_ rank: Int) -> [Int] {
    let patterns = [[], [4, 4], [1, 2], [6, 2, 1, 2], [1, 5]]
    return patterns[rank % patterns.count]
  }

  /// Draws a run of points; one point alone is a glyph, as a dot is easily overlooked.
  mutating func draw(_ run: [Point], on canvas: inout Canvas) {
    guard var from = run.first.map({ Pen.cell($0, on: canvas) }) else { return }
    last = nil
    if run.count == 1 { canvas.stamp(x: from.x, y: from.y, ink: ink, glyph: glyph) }
    for point in run.dropFirst() {
      let to = Pen.cell(point, on: canvas)
      segment(from, to, on: &canvas)
      from = to
    }
  }

  /// All dots from one to the other, after Bresenham.
  private mutating func segment(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), on canvas: inout Canvas) {
    let (dx, dy) = (abs(to.x - from.x), -abs(to.y - from.y))
    var (x, y) = from
    var error = dx + dy
    touch(x, y, on: &canvas)
    while (x, y) != to {
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += to.x > from.x ? 1 : -1
      }
      if doubled <= dx {
        error += dx
        y += to.y > from.y ? 1 : -1
      }
      touch(x, y, on: &canvas)
    }
  }

  private mutating func touch(_ x: Int, _ y: Int, on canvas: inout Canvas) {
    // The joint of two segments is one dot, or dashes would run faster where points are dense.
    if let last, last == (x, y) { return }
    last = (x, y)
    if isDown { canvas.dot(x: x, y: y, ink: ink, glyph: glyph) }
    travelled += 1
  }

  private var isDown: Bool {
    let period = dashes.reduce(0, +)
    guard period > 0 else { return true }
    var rest = travelled % period
    for (index, length) in dashes.enumerated() {
      if rest < length { return index % 2 == 0 }
      rest -= length
    }
    return true
  }

  private static func cell(_ point: Point, on canvas: Canvas) -> (x: Int, y: Int) {
    (point.x.whole(in: 0...canvas.dotColumns - 1), point.y.whole(in: 0...canvas.dotRows - 1))
  }
}
