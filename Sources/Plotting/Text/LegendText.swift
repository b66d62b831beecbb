/// The names of the series, each after a sample of how it is drawn, in as many lines as they need.
func legendLines(_ panel: Panel, width: Int, indent: Int, _ charset: Charset) -> [TextLine] {
  guard panel.needsLegend else { return [] }
  let start = width < 24 ? 0 : indent
  var lines: [TextLine] = []
  for entry in panel.legend {
    let item = legendItem(entry, cells: width - start, charset)
    if let last = lines.indices.last, lines[last].width + 3 + item.width <= width {
      lines[last].append("   ", .plain)
      lines[last].append(item)
    } else {
      lines.append(TextLine(String(repeating: " ", count: start), .plain))
      lines[lines.count - 1].append(item)
    }
  }
  return lines
}

private func legendItem(
  _ entry: (label: String, series: Series, ground: Series?), cells: Int, _ charset: Charset
) -> TextLine {
  var item = entry.ground.map { swatch($0, under: entry.series, charset) } ?? sample(entry.series, charset)
  item.append(" ", .plain)
  item.append(fitted(entry.label, cells: cells - item.width, charset), .label)
  return item
}

/// A few cells of a region's texture, with a point in it where points belong to it.
private func swatch(_ region: Series, under points: Series? = nil, _ charset: Charset) -> TextLine {
  let texture = Texture(region.rank, charset)
  if texture.isBlank, let points { return sample(points, charset) }
  var canvas = Canvas(columns: 5, rows: 1, charset: charset)
  for y in 0..<canvas.dotRows {
    for x in 0..<canvas.dotColumns where texture.has(x, y) {
      canvas.dot(x: x, y: y, ink: region.ink, glyph: texture.glyph)
    }
  }
  if let points { canvas.stamp(column: 2, row: 0, ink: points.ink, glyph: charset.glyph(points)) }
  return canvas.line(0)
}

/// A few cells drawn with the very pen that draws the series.
private func sample(_ series: Series, _ charset: Charset) -> TextLine {
  if series.mark.kind == .points {
    return TextLine(String(charset.glyph(series)), series.color.map(TextLine.Span.Role.series) ?? .axis)
  }
  if series.mark.kind == .region { return swatch(series, charset) }
  var canvas = Canvas(columns: charset == .ascii ? 3 : 5, rows: 1, charset: charset)
  let (right, bottom) = (Double(canvas.dotColumns - 1), Double(canvas.dotRows - 1))
  if series.mark.kind == .band {
    let edges = [0, right].map { (low: Point(x: $0, y: bottom), high: Point(x: $0, y: 0)) }
    canvas.fill(edges, ink: series.ink)
  } else {
    let middle = (bottom / 2).rounded()
    var pen = Pen(series, charset: charset)
    pen.draw([Point(x: 0, y: middle), Point(x: right, y: middle)], on: &canvas)
  }
  return canvas.line(0)
}
