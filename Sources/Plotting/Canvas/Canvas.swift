/// Who put a dot on the canvas.
enum Ink: Equatable {
  /// A reference line without a name.
  case reference
  case series(Int)
}

extension Series {
  var ink: Ink { color.map(Ink.series) ?? .reference }
}

/// A grid of cells to draw on: dots in braille, characters in ASCII. Dots outside are lost.
struct Canvas {
  let charset: Charset
  let columns: Int
  let rows: Int
  private var cells: [Cell]

  private struct Cell {
    var dots: UInt8 = 0
    var glyph: Character?
    var ink: Ink?
    /// The shade of a heat map below all dots.
    var shade: Int?
  }

  init(columns: Int, rows: Int, charset: Charset) {
    self.charset = charset
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  var dotColumns: Int { columns * charset.dotsAcross }
  var dotRows: Int { rows * charset.dotsDown }

  var isBlank: Bool {
    cells.allSatisfy { $0.ink == nil && $0.shade == nil }
  }

  /// Sets one dot, counted from the top left. In ASCII the dot is `glyph`; in braille it joins the dots that
  /// are in its cell already, and the cell takes its colour.
  mutating func dot(x: Int, y: Int, ink: Ink, glyph: Character) {
    guard (0..<dotColumns).contains(x), (0..<dotRows).contains(y) else { return }
    let index = y / charset.dotsDown * columns + x / charset.dotsAcross
    if charset == .braille {
      cells[index].dots |= Canvas.braille[y % 4 * 2 + x % 2]
    } else {
      // Two curves on one path take turns, so that the first does not vanish below the second.
      if let other = cells[index].ink, other != ink, (x + y) % 2 == 1 { return }
      cells[index].glyph = glyph
    }
    cells[index].ink = ink
  }

  /// Puts a glyph into the cell of a dot, over whatever is there.
  mutating func stamp(x: Int, y: Int, ink: Ink, glyph: Character) {
    stamp(column: x / charset.dotsAcross, row: y / charset.dotsDown, ink: ink, glyph: glyph)
  }

  /// Puts a glyph into a cell, over whatever is there.
  mutating func stamp(column: Int, row: Int, ink: Ink, glyph: Character) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    cells[row * columns + column] = Cell(dots: 0, glyph: glyph, ink: ink)
  }

  /// Gives a cell a shade, which shows as long as nothing is drawn in it.
  mutating func shade(column: Int, row: Int, level: Int) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    cells[row * columns + column].shade = level
  }

  /// One row of the picture.
  func line(_ row: Int) -> TextLine {
    guard (0..<rows).contains(row) else { return TextLine() }
    var line = TextLine()
    for cell in cells[row * columns..<(row + 1) * columns] {
      if cell.ink == nil, let shade = cell.shade {
        line.append(String(charset.shade(shade)), .shade(shade))
      } else {
        line.append(String(character(cell)), Canvas.role(cell.ink))
      }
    }
    return line
  }

  private func character(_ cell: Cell) -> Character {
    if let glyph = cell.glyph { return glyph }
    guard cell.dots != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(cell.dots)) else { return " " }
    return Character(scalar)
  }

  private static func role(_ ink: Ink?) -> TextLine.Span.Role {
    switch ink {
    case nil: return .plain
    case .reference: return .axis
    case .series(let color): return .series(color)
    }
  }

  /// The bit of each dot in a braille cell, row by row.
  private static let braille: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
}
