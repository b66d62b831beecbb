/// One line that says what the shades of a panel's heat maps mean: `0.31 │░░▒▒▓▓██│ 12  loss`. Nothing without a heat map.
func colorBar(_ panel: Panel, width: Int, indent: Int, _ charset: Charset) -> [TextLine] {
  guard let scale = HeatScale(panel) else { return [] }
  let (low, high) = (numberText(scale.range.lowerBound), numberText(scale.range.upperBound))
  let start = width < 24 ? 0 : indent
  let words = [panel.heatLabel, scale.scale == .log ? "(log scale)" : nil].compactMap(\.self)
  let label = printable(words.joined(separator: " "), charset)
  let fixed = start + low.count + high.count + 4
  let wanted = fixed + 2 * TextLine.Span.shades + (label.isEmpty ? 0 : 2 + min(displayWidth(label), 24))
  let step = wanted <= width ? 2 : 1
  // Half a scale would say something wrong.
  guard fixed + step * TextLine.Span.shades <= width else { return [] }
  var line = TextLine()
  line.pad(to: start)
  line.append(low + " ", .tick)
  line.append(String(charset.box.vertical), .axis)
  for level in 0..<TextLine.Span.shades {
    line.append(String(repeating: charset.shade(level), count: step), .shade(level))
  }
  line.append(String(charset.box.vertical), .axis)
  line.append(" " + high, .tick)
  let fitting = fitted(label, cells: width - line.width - 2, charset)
  if !fitting.isEmpty {
    line.append("  ", .plain)
    line.append(fitting, .label)
  }
  return [line]
}
