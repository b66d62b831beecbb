/// The labels below a frame, each under its tick, without those that would touch another.
struct TickRow {
  /// The columns of the ticks, from the left end of the axis.
  let columns: [Int]
  let line: TextLine
  /// Whether every tick has its label.
  let isComplete: Bool

  /// Labels for ticks of an axis of `length` columns that starts at column `indent`, within `width` columns.
  init(_ ticks: [Tick], length: Int, indent: Int, width: Int, _ charset: Charset) {
    var columns: [Int] = []
    var line = TextLine()
    for tick in ticks {
      let column = (tick.position * Double(length - 1)).whole(in: 0...max(0, length - 1))
      let label = printable(tick.label, charset)
      let size = displayWidth(label)
      let start = (indent + column - size / 2).held(in: 0...max(0, width - size))
      guard size <= width, line.width == 0 || start >= line.width + 2 else { continue }
      line.pad(to: start)
      line.append(label, .tick)
      columns.append(column)
    }
    self.columns = columns
    self.line = line
    isComplete = columns.count == ticks.count && !ticks.isEmpty
  }
}
