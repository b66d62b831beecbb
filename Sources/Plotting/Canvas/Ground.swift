extension Painter {
  /// Where the dots of the canvas stand on an axis.
  private func units(_ count: Int) -> [Double] {
    (0..<count).map { count > 1 ? Double($0) / Double(count - 1) : 0.5 }
  }

  /// Where the middles of the cells of the canvas stand on an axis.
  private func units(_ count: Int, dots: Int) -> [Double] {
    let last = Double(max(1, count * dots - 1))
    return (0..<count).map { ((Double($0 * dots) + Double(dots - 1) / 2) / last).held(in: 0...1) }
  }

  /// The rows of a grid from the top of the frame to its bottom.
  private func rows(_ grid: Grid, at units: [Double]) -> [Int?] {
    let rows = frame.y.cells(between: grid.yEdges, at: units)
    return frame.runsDown ? rows : rows.reversed()
  }

  mutating func shade(_ grid: Grid) {
    guard let heatScale else { return }
    let columns = frame.x.cells(
      between: grid.xEdges, at: units(canvas.columns, dots: canvas.charset.dotsAcross))
    let rows = rows(grid, at: units(canvas.rows, dots: canvas.charset.dotsDown))
    for (y, row) in rows.enumerated() {
      for (x, column) in columns.enumerated() {
        guard let row, let column else { continue }
        let value = grid.value(column: column, row: row)
        if let level = heatScale.level(value, of: TextLine.Span.shades) {
          canvas.shade(column: x, row: y, level: level)
        }
      }
    }
    writeValues(grid)
  }

  /// Writes each value of a heat map into its cell where all have room.
  private mutating func writeValues(_ grid: Grid) {
    let (columns, rows) = (Double(canvas.columns), Double(canvas.rows))
    let texts = grid.texts(frame) { width, height, longest in
      height * rows >= 1 && width * columns >= Double(longest + 3)
    }
    for (index, text) in (texts ?? []).enumerated() where !text.isEmpty {
      let place = grid.place(index)
      guard let point = frame.point(place.x, place.y), frame.contains(point) else { continue }
      let middle = point.x.whole(in: 0...canvas.dotColumns - 1) / canvas.charset.dotsAcross
      let row = point.y.whole(in: 0...canvas.dotRows - 1) / canvas.charset.dotsDown
      // A blank on either side, or the digits would drown in the shades around them.
      for (offset, character) in " \(text) ".enumerated() {
        canvas.stamp(
          column: middle - text.count / 2 - 1 + offset, row: row, ink: .reference, glyph: character)
      }
    }
  }

  /// Fills the area above zero with the texture of the series.
  mutating func fill(_ grid: Grid, _ series: Series) {
    let columns = frame.x.cells(between: grid.xEdges, at: units(canvas.dotColumns))
    let rows = rows(grid, at: units(canvas.dotRows))
    let texture = Texture(series.rank, canvas.charset)
    for (y, row) in rows.enumerated() {
      for (x, column) in columns.enumerated() {
        guard let row, let column, grid.value(column: column, row: row) > 0, texture.has(x, y) else {
          continue
        }
        canvas.dot(x: x, y: y, ink: series.ink, glyph: texture.glyph)
      }
    }
  }
}

/// What fills a region, so that regions differ without colour: nothing, sparse dots, dashes, slants … All are thin, as
/// points must be seen on them.
struct Texture {
  private let rank: Int
  private let charset: Charset

  init(_ rank: Int, _ charset: Charset) {
    self.rank = rank % 6
    self.charset = charset
  }

  var isBlank: Bool { rank == 0 }

  var glyph: Character {
    let glyphs: [Character] = [" ", ".", "-", "/", "|", "\\"]
    return glyphs[rank]
  }

  func has(_ x: Int, _ y: Int) -> Bool {
    if isBlank { return false }
    if charset == .ascii { return rank == 3 || rank == 5 ? (x + y) % 4 == 0 : (x + 2 * y) % 4 == 0 }
    switch rank {
    case 1: return x % 4 == 0 && y % 4 == 2
    case 2: return y % 4 == 1 && (x + 2 * y) % 8 < 4
    case 3: return (x + y) % 8 == 0
    case 4: return x % 8 == 1
    default: return (x - y) & 7 == 0
    }
  }
}
