/// The bars of a panel as rows: name, value, bar.
struct BarText {
  private let panel: Panel
  private let width: Int
  private let charset: Charset
  private let groups: [BarGroup]
  private let nameWidth: Int
  private let valueWidth: Int
  private let barWidth: Int
  private let scale: BarScale

  init(_ panel: Panel, width: Int, charset: Charset) {
    self.panel = panel
    self.width = width
    self.charset = charset
    let groups = panel.barGroups
    let bars = groups.flatMap(\.bars)
    let longest = bars.map { displayWidth(printable($0.name, charset)) }.max() ?? 0
    let numbers = bars.map { numberText($0.value).count }.max() ?? 0
    self.groups = groups
    nameWidth = min(longest, max(1, width / 3))
    // A number that is cut is a wrong number: it is shown whole or not at all.
    valueWidth = width - nameWidth - numbers - 3 >= max(3, width / 4) ? numbers : 0
    barWidth = max(1, width - nameWidth - (valueWidth > 0 ? valueWidth + 1 : 0) - 2)
    scale = BarScale(bars.map(\.value))
  }

  var isEmpty: Bool { groups.allSatisfy(\.bars.isEmpty) }

  var block: TextBlock {
    var header: [TextLine] = []
    if let title = panel.title, !title.isEmpty { header.append(centred(title, .title, in: width, charset)) }
    if let heading = panel.heading, !heading.isEmpty {
      header.append(TextLine(fitted(heading, cells: width, charset), .label))
    }
    var footer: [TextLine] = []
    if let label = panel.xLabel, !label.isEmpty {
      footer.append(centred(label, .label, in: width, charset))
    }
    return TextBlock(header: header, body: groups.flatMap(lines), footer: footer)
  }

  private func lines(_ group: BarGroup) -> [TextLine] {
    var lines: [TextLine] = []
    if panel.needsLegend, let label = group.label {
      lines.append(TextLine(fitted(label, cells: width, charset), .label))
    }
    lines += group.bars.map { row($0, group.color) }
    if group.omitted > 0 {
      let note = "and \(group.omitted) more"
      lines.append(TextLine(fitted(note, cells: width, charset), .label))
    }
    return lines
  }

  private func row(_ bar: Bar, _ color: Int) -> TextLine {
    let name = fitted(bar.name, cells: nameWidth, charset)
    var line = TextLine()
    line.pad(to: nameWidth - displayWidth(name))
    line.append(name, .label)
    if valueWidth > 0 {
      let value = numberText(bar.value)
      line.pad(to: nameWidth + 1 + valueWidth - value.count)
      line.append(value, .tick)
    }
    line.append(" ", .plain)
    line.append(drawn(bar.value, color))
    return line
  }

  /// A bar from zero, to the left where the value is negative.
  private func drawn(_ value: Double, _ color: Int) -> TextLine {
    let zero = (scale.zero * Double(barWidth)).rounded().whole(in: 0...barWidth)
    let length = scale.share(value) * Double(barWidth)
    var line = TextLine()
    if length < 0 {
      let cells = (-length).whole(in: 0...zero)
      line.pad(to: zero - cells)
      line.append(String(repeating: charset == .ascii ? "#" : "█", count: cells), .series(color))
    }
    line.pad(to: zero)
    line.append(String(charset.box.vertical), .axis)
    if length > 0 { line.append(rightward(length, limit: barWidth - zero), .series(color)) }
    return line
  }

  private func rightward(_ length: Double, limit: Int) -> String {
    if charset == .ascii { return String(repeating: "#", count: length.whole(in: 0...limit)) }
    let eighths = (length * 8).whole(in: 0...limit * 8)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
