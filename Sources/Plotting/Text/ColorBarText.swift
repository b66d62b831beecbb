/// One line that says what the shades of a panel's heat maps mean: `loss  0.31 ░░▒▒▓▓██ 12`. Nothing without a heat map.
func colorBar(_ panel: Panel, width: Int, indent: Int, _ charset: Charset) -> [TextLine] {
  guard let scale = HeatScale(panel) else { return [] }
  let (low, high) = (numberText(scale.range.lowerBound), numberText(scale.range.upperBound))
  let start = width < 24 ? 0 : indent
  let step = low.count + high.count + 4 + 2 * TextLine.Span.shades <= width - start ? 2 : 1
  let needed = low.count + high.count + 4 + step * TextLine.Span.shades
  // Half a scale would say something wrong.
  guard start + needed <= width else { return [] }
  var line = TextLine()
  line.pad(to: start)
  line.append(low + " ", .tick)
  line.append(String(charset.box.vertical), .axis)
  for level in 0..<TextLine.Span.shades {
    line.append(String(repeating: charset.shade(level), count: step), .shade(level))
  }
  line.append(String(charset.box.vertical), .axis)
  line.append(" " + high, .tick)
  let words = [panel.heatLabel, scale.scale == .log ? "(log scale)" : nil].compactMap(\.self)
  let label = fitted(words.joined(separator: " "), cells: width - line.width - 2, charset)
  if !label.isEmpty {
    line.append("  ", .plain)
    line.append(label, .label)
  }
  return [line]
}
