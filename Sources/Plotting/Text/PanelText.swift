/// One panel with axes, laid out for a width.
struct PanelText {
  private let panel: Panel
  private let width: Int
  private let charset: Charset
  private let painter: Painter
  private let tickRow: TickRow
  /// The columns left of the frame, which hold the labels of the vertical axis.
  private let gutter: Int

  init(_ panel: Panel, width: Int, rows: Int, charset: Charset) {
    self.panel = panel
    self.width = width
    self.charset = charset
    let extents = panel.extents()
    let yAxis = panel.yAxis(extents.y, tickCount: max(1, rows / 3))
    let labels = yAxis.ticks.map { displayWidth(printable($0.label, charset)) }.max() ?? 0
    // Where labels would take more room than the drawing, the drawing matters more.
    let gutter = width - labels - 3 < max(5, width / 3) ? 0 : labels + 1
    let columns = max(1, width - gutter - 2)
    let (xAxis, tickRow) = PanelText.axis(
      extents.x, panel, columns: columns, indent: gutter + 1, width: width, charset)
    let canvas = Canvas(columns: columns, rows: rows, charset: charset)
    let frame = Frame(
      x: xAxis, y: yAxis, width: Double(canvas.dotColumns - 1), height: Double(canvas.dotRows - 1),
      runsDown: panel.runsDown)
    self.gutter = gutter
    self.tickRow = tickRow
    painter = Painter(panel, frame: frame, canvas: canvas)
  }

  /// The horizontal axis with as many ticks as have room for their labels.
  private static func axis(
    _ extent: Extent, _ panel: Panel, columns: Int, indent: Int, width: Int, _ charset: Charset
  ) -> (Axis, TickRow) {
    var count = (columns / 8).held(in: 1...10)
    while true {
      let axis = panel.xAxis(extent, tickCount: count)
      let row = TickRow(axis.ticks, length: columns, indent: indent, width: width, charset)
      if row.isComplete || count == 1 { return (axis, row) }
      count -= 1
    }
  }

  var block: TextBlock {
    if painter.canvas.isBlank { return emptyBlock }
    return TextBlock(header: header, body: body, footer: footer)
  }

  private var header: [TextLine] {
    var lines: [TextLine] = []
    if let title = panel.title, !title.isEmpty {
      let inside = width - gutter
      let isRoomy = displayWidth(title) <= inside
      lines.append(
        centred(title, .title, in: isRoomy ? inside : width, indent: isRoomy ? gutter : 0, charset))
    }
    if let label = panel.heading, !label.isEmpty {
      lines.append(TextLine(fitted(label, cells: width, charset), .label))
    }
    return lines
  }

  private var body: [TextLine] {
    let canvas = painter.canvas
    var labels: [Int: String] = [:]
    for tick in painter.frame.y.ticks {
      let dot = (painter.frame.down(tick.position) * painter.frame.height).whole(in: 0...canvas.dotRows - 1)
      labels[dot / charset.dotsDown] = printable(tick.label, charset)
    }
    return [edge(charset.box.topLeft, charset.box.topRight)]
      + (0..<canvas.rows).map { framed(canvas.line($0), label: labels[$0]) }
      + [edge(charset.box.bottomLeft, charset.box.bottomRight, ticks: tickRow.columns)]
  }

  private func framed(_ inside: TextLine, label: String?) -> TextLine {
    var line = TextLine()
    if let label, gutter > 0 {
      line.pad(to: gutter - 1 - displayWidth(label))
      line.append(label, .tick)
    }
    line.pad(to: gutter)
    line.append(String(label == nil || gutter == 0 ? charset.box.vertical : charset.box.leftTick), .axis)
    line.append(inside)
    line.append(String(charset.box.vertical), .axis)
    return line
  }

  private func edge(_ left: Character, _ right: Character, ticks: [Int] = []) -> TextLine {
    var inside = [Character](repeating: charset.box.horizontal, count: painter.canvas.columns)
    for tick in ticks where inside.indices.contains(tick) { inside[tick] = charset.box.bottomTick }
    var line = TextLine()
    line.pad(to: gutter)
    line.append(String([left] + inside + [right]), .axis)
    return line
  }

  private var footer: [TextLine] {
    var lines = tickRow.columns.isEmpty ? [] : [tickRow.line]
    if let label = panel.xLabel, !label.isEmpty {
      lines.append(centred(label, .label, in: width - gutter, indent: gutter, charset))
    }
    return lines + colorBar(panel, width: width, indent: gutter + 1, charset)
      + legendLines(panel, width: width, indent: gutter + 1, charset)
  }

  private var emptyBlock: TextBlock {
    let box = charset.box
    let inside = max(1, width - 2)
    let edge = String(repeating: box.horizontal, count: inside)
    let middle = painter.canvas.rows / 2
    let rows = (0..<painter.canvas.rows).map { row in
      var line = TextLine(String(box.vertical), .axis)
      if row == middle { line.append(centred("nothing to draw", .label, in: inside, charset)) }
      line.pad(to: inside + 1)
      line.append(String(box.vertical), .axis)
      return line
    }
    let top = TextLine(String(box.topLeft) + edge + String(box.topRight), .axis)
    let bottom = TextLine(String(box.bottomLeft) + edge + String(box.bottomRight), .axis)
    return TextBlock(header: header, body: [top] + rows + [bottom])
  }
}
