/// A drawn panel in three parts, so that frames side by side can be put at the same height.
struct TextBlock {
  var header: [TextLine] = []
  var body: [TextLine] = []
  var footer: [TextLine] = []

  var lines: [TextLine] { header + body + footer }

  /// Blocks side by side, each `width` columns wide with a gap of `gap` columns between them.
  static func beside(_ blocks: [TextBlock], width: Int, gap: Int) -> [TextLine] {
    let header = blocks.map(\.header.count).max() ?? 0
    let columns = blocks.map { block in
      Array(repeating: TextLine(), count: header - block.header.count) + block.lines
    }
    return (0..<(columns.map(\.count).max() ?? 0)).map { row in
      var line = TextLine()
      for (index, column) in columns.enumerated() {
        line.pad(to: index * (width + gap))
        if row < column.count { line.append(column[row]) }
      }
      return line
    }
  }
}
