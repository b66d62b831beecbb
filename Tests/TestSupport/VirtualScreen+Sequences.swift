extension VirtualScreen {
  mutating func sequence(_ parameters: [Int], _ final: Character) {
    let first = parameters.first ?? 0
    let count = max(first, 1)
    switch final {
    case "A": move(row: row - count, column: column)
    case "B": move(row: row + count, column: column)
    case "C": move(row: row, column: column + count)
    case "D": move(row: row, column: column - count)
    case "G": move(row: row, column: count - 1)
    case "H": move(row: count - 1, column: max(parameters.dropFirst().first ?? 1, 1) - 1)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "@": insertBlanks(count)
    case "P": delete(count)
    case "X": blank(row, column..<min(column + count, columns))
    case "h" where first == 4: insertsCharacters = true
    case "l" where first == 4: insertsCharacters = false
    default: break
    }
  }

  private mutating func delete(_ count: Int) {
    let count = min(count, columns - column)
    cells[row].removeSubrange(column..<column + count)
    cells[row] += Array(repeating: Cell(), count: count)
  }

  private mutating func eraseLine(_ mode: Int) {
    switch mode {
    case 0: blank(row, column..<columns)
    case 1: blank(row, 0..<column + 1)
    default: blank(row, 0..<columns)
    }
  }

  private mutating func eraseScreen(_ mode: Int) {
    if mode == 0 { eraseLine(0) }
    let lines = mode == 0 ? row + 1..<rows : mode == 1 ? 0..<row : 0..<rows
    for line in lines { blank(line, 0..<columns) }
  }

  private mutating func blank(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = Cell() }
  }
}
