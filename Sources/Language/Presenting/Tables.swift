extension Table {
  /// The narrowest that a column of words may be wrapped to.
  private static let wrapLimit = 18
  /// In a window narrower than this a row reads better as a sentence than in several narrow columns.
  private static let sentenceWidth = 60

  /// The table with a rule under its head. Where it is too wide its last column of words is wrapped, or else its widest;
  /// where that is not enough the cells of each row stand below each other.
  func lines(_ layout: Layout) -> [StyledLine] {
    var widths = header.indices.map { column in
      ([header] + rows).map { column < $0.count ? Wrapping.cells($0[column]) : 0 }.max() ?? 0
    }
    let excess = widths.reduce(0, +) + 2 * max(widths.count - 1, 0) - layout.width
    if excess > 0 {
      if let column = dispensable, widths.indices.contains(column), excess <= widths[column] + 2 {
        return without(column).lines(layout)
      }
      let ends = [
        widths.indices.last,
        leftAligned.filter(widths.indices.contains).max { (widths[$0], $1) < (widths[$1], $0) },
      ]
      let column = ends.compactMap { $0 }.first {
        leftAligned.contains($0) && widths[$0] - excess >= Self.wrapLimit
      }
      if let column {
        widths[column] -= excess
      } else if layout.width < Self.sentenceWidth || !shrink(&widths, by: excess) {
        return stacked(layout)
      }
    }
    let rule = widths.map { String(repeating: layout.ascii ? "-" : "─", count: $0) }.joined(separator: "  ")
    return row(header, widths, .strong) + [StyledLine(rule, .muted)]
      + rows.flatMap { row($0, widths, .plain) }
  }

  /// Takes from several columns of words, the widest first, as long as each stays as wide as a column may be.
  private func shrink(_ widths: inout [Int], by excess: Int) -> Bool {
    var excess = excess
    while excess > 0 {
      let widest = leftAligned.filter(widths.indices.contains).max { (widths[$0], $1) < (widths[$1], $0) }
      guard let widest, widths[widest] > Self.wrapLimit else { return false }
      widths[widest] -= 1
      excess -= 1
    }
    return true
  }

  private func without(_ column: Int) -> Table {
    func cut(_ cells: [String]) -> [String] {
      cells.enumerated().filter { $0.offset != column }.map(\.element)
    }
    let left = leftAligned.subtracting([column]).map { $0 > column ? $0 - 1 : $0 }
    return Table(header: cut(header), rows: rows.map(cut), leftAligned: Set(left))
  }

  /// One row, which takes several lines where a cell is wrapped.
  private func row(_ cells: [String], _ widths: [Int], _ style: TextStyle) -> [StyledLine] {
    let parts = zip(cells, widths).map { cell, width in
      Wrapping.cells(cell) <= width
        ? [cell] : Wrapping.wrap([StyledRun(cell)], width: width, first: 0, indent: 0).map(\.plain)
    }
    let height = parts.map(\.count).max() ?? 1
    return (0..<max(height, 1)).map { index in
      line(parts.map { index < $0.count ? $0[index] : "" }, widths, style)
    }
  }

  private func line(_ cells: [String], _ widths: [Int], _ style: TextStyle) -> StyledLine {
    var text = ""
    for (column, cell) in cells.enumerated() where column < widths.count {
      let padding = Wrapping.blanks(widths[column] - Wrapping.cells(cell))
      text += leftAligned.contains(column) ? cell + padding : padding + cell
      if column + 1 < widths.count { text += "  " }
    }
    return StyledLine(text, style)
  }

  /// Each row as a sentence: `i 0: y_true 3, y_pred 2.5, loss 0.25`.
  private func stacked(_ layout: Layout) -> [StyledLine] {
    rows.flatMap { row -> [StyledLine] in
      if row.first == "..." { return [StyledLine("...")] }
      let parts = zip(header, row).filter { !$1.isEmpty }
        .map { name, cell in name.isEmpty ? cell : "\(name) \(cell)" }
      return Wrapping.wrap(
        [
          StyledRun((parts.first ?? "") + ": ", .strong),
          StyledRun(parts.dropFirst().joined(separator: ", ")),
        ],
        width: layout.width, first: 0, indent: 2)
    }
  }
}

extension NumberBlock {
  func lines(width: Int) -> [StyledLine] {
    guard isMatrix else { return Self.row(rows.first ?? [], prefix: "[", suffix: "]", width: width) }
    let cell = rows.joined().map(Wrapping.cells).max() ?? 0
    let padded = rows.map { $0.map { Wrapping.blanks(cell - Wrapping.cells($0)) + $0 } }
    var lines: [StyledLine] = []
    for (index, row) in padded.enumerated() {
      if rows[index] == ["..."] {
        lines.append(StyledLine(" ..."))
        continue
      }
      let prefix = index == 0 ? "[[" : " ["
      let suffix = index == padded.count - 1 ? "]]" : "],"
      lines += Self.row(row, prefix: prefix, suffix: suffix, width: width)
    }
    return lines.isEmpty ? [StyledLine("[]")] : lines
  }

  private static func row(_ cells: [String], prefix: String, suffix: String, width: Int) -> [StyledLine] {
    let single = prefix + cells.joined(separator: ", ") + suffix
    if Wrapping.cells(single) <= width { return [StyledLine(single)] }
    let cell = cells.map(Wrapping.cells).max() ?? 0
    var lines: [StyledLine] = []
    var line = prefix
    for (index, text) in cells.enumerated() {
      let end = index == cells.count - 1 ? suffix : ","
      let padded = Wrapping.blanks(cell - Wrapping.cells(text)) + text + end
      if line.count > prefix.count && Wrapping.cells(line) + 1 + Wrapping.cells(padded) > width {
        lines.append(StyledLine(line))
        line = Wrapping.blanks(prefix.count)
      }
      line += (line.count > prefix.count ? " " : "") + padded
    }
    return lines + [StyledLine(line)]
  }
}
