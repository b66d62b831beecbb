/// What a terminal would show: the part of a VT100 with ANSI colours that line editors use.
public struct VirtualScreen: Sendable {
  public private(set) var columns: Int
  public private(set) var rows: Int
  /// Where the cursor is, counted from 0.
  public private(set) var row = 0
  public private(set) var column = 0
  /// Everything that was sent, escapes and all.
  public private(set) var sent: [UInt8] = []
  /// Lines that have left at the top.
  private(set) var scrolled: [String] = []

  var cells: [[Cell]]
  var insertsCharacters = false
  private var wrapsNext = false
  private var parser = EscapeParser()

  struct Cell: Equatable, Sendable {
    var text = " "
    /// The right half of a wide character.
    var isTail = false
  }

  public init(columns: Int = 80, rows: Int = 24) {
    (self.columns, self.rows) = (columns, rows)
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The lines from the top to the last one used, without blanks at their ends.
  public var lines: [String] {
    var lines = cells.map(Self.text)
    while let last = lines.last, last.isEmpty, lines.count - 1 > row { lines.removeLast() }
    return lines
  }

  /// The lines that have scrolled away and those that are seen.
  public var text: String { (scrolled + lines).joined(separator: "\n") }

  /// The line with the cursor, and what stands before the cursor on it.
  public var currentLine: String { Self.text(cells[row]) }
  public var beforeCursor: String { cells[row][..<column].filter { !$0.isTail }.map(\.text).joined() }

  private static func text(_ cells: [Cell]) -> String {
    let line = cells.filter { !$0.isTail }.map(\.text).joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      sent.append(byte)
      if let event = parser.take(byte) { apply(event) }
    }
  }

  private mutating func apply(_ event: EscapeParser.Event) {
    switch event {
    case .print(let scalar): put(scalar)
    case .control(let byte): control(byte)
    case .sequence(let parameters, let final): sequence(parameters, final)
    }
  }

  private mutating func control(_ byte: UInt8) {
    wrapsNext = false
    switch byte {
    case 8: column = max(0, column - 1)
    case 9: column = min(columns - 1, (column / 8 + 1) * 8)
    case 10: lineFeed()
    case 13: column = 0
    default: break
    }
  }

  private mutating func lineFeed() {
    guard row == rows - 1 else {
      row += 1
      return
    }
    scrolled.append(Self.text(cells.removeFirst()))
    cells.append(Array(repeating: Cell(), count: columns))
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    guard width > 0 else {
      if column > 0 { cells[row][column - 1].text.unicodeScalars.append(scalar) }
      return
    }
    if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    wrapsNext = false
    if insertsCharacters { insertBlanks(width) }
    cells[row][column] = Cell(text: String(scalar))
    if width == 2 { cells[row][column + 1] = Cell(text: "", isTail: true) }
    wrapsNext = column + width == columns
    column = min(column + width, columns - 1)
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x1F300...0x1FAFF:
      return 2
    default: return 1
    }
  }

  /// A new size; what does not fit is lost, as on simple terminals.
  mutating func resize(columns: Int, rows: Int) {
    cells = cells.map { line in
      Array((line + Array(repeating: Cell(), count: max(0, columns - line.count))).prefix(columns))
    }
    while cells.count > rows { scrolled.append(Self.text(cells.removeFirst())) }
    cells += Array(repeating: Array(repeating: Cell(), count: columns), count: rows - cells.count)
    row -= max(0, self.rows - rows)
    (self.columns, self.rows) = (columns, rows)
    move(row: row, column: column)
  }

  mutating func move(row: Int, column: Int) {
    self.row = min(max(row, 0), rows - 1)
    self.column = min(max(column, 0), columns - 1)
    wrapsNext = false
  }

  mutating func insertBlanks(_ count: Int) {
    let count = min(count, columns - column)
    cells[row].insert(contentsOf: Array(repeating: Cell(), count: count), at: column)
    cells[row].removeLast(count)
  }
}
