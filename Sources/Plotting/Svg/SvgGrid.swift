/// Heat maps and regions as SVG: for every shade one path, made of the runs of neighbours that have it.
struct SvgGrid {
  private let grid: Grid
  private let frame: Frame
  /// The edges of what is drawn as one cell, in pixels, and the columns and rows of the grid that they show.
  private let columns: [(column: Int, from: Double, to: Double)]
  private let rows: [(row: Int, from: Double, to: Double)]

  init(_ grid: Grid, _ frame: Frame) {
    self.grid = grid
    self.frame = frame
    columns = SvgGrid.cells(grid.xEdges, frame.x, frame.width, isTurned: false)
      .map { (column: $0.cell, from: $0.from, to: $0.to) }
    rows = SvgGrid.cells(grid.yEdges, frame.y, frame.height, isTurned: !frame.runsDown)
      .map { (row: $0.cell, from: $0.from, to: $0.to) }
  }

  /// The cells along one axis. Cells narrower than a pixel and a half are drawn by samples, as nobody could see them
  /// all.
  private static func cells(
    _ edges: [Double], _ axis: Axis, _ length: Double, isTurned: Bool
  ) -> [(cell: Int, from: Double, to: Double)] {
    let most = (length / 1.5).whole(in: 1...2_000)
    let places: [(cell: Int, from: Double, to: Double)]
    if edges.count - 1 <= most {
      places = edges.indices.dropLast().compactMap { index in
        let (from, to) = (axis.unit(edges[index]), axis.unit(edges[index + 1]))
        guard to > 0, from < 1 || from.isNaN else { return nil }
        return (index, from.isNaN ? 0 : from.held(in: 0...1), to.held(in: 0...1))
      }
    } else {
      let units = (0..<most).map { (Double($0) + 0.5) / Double(most) }
      places = axis.cells(between: edges, at: units).enumerated().compactMap { index, cell in
        cell.map { ($0, Double(index) / Double(most), Double(index + 1) / Double(most)) }
      }
    }
    return places.map { place in
      isTurned
        ? (place.cell, (1 - place.to) * length, (1 - place.from) * length)
        : (place.cell, place.from * length, place.to * length)
    }
  }

  /// The path of each level that occurs.
  private func paths(_ level: (Double) -> Int?) -> [Int: String] {
    var paths: [Int: String] = [:]
    for row in rows {
      var start = 0
      let levels = columns.map { level(grid.value(column: $0.column, row: row.row)) }
      while start < levels.count {
        var end = start + 1
        while end < levels.count, levels[end] == levels[start] { end += 1 }
        if let level = levels[start] {
          let (left, right) = (columns[start].from, columns[end - 1].to)
          paths[level, default: ""] +=
            "M\(pixels(left)) \(pixels(row.from))H\(pixels(right))V\(pixels(row.to))H\(pixels(left))z"
        }
        start = end
      }
    }
    return paths
  }

  func heat(_ scale: HeatScale) -> [String] {
    let paths = paths { scale.level($0, of: HeatPalette.count) }
    return paths.sorted { $0.key < $1.key }.map { level, path in
      "<path class=\"cell\" fill=\"\(HeatPalette.color(level))\" d=\"\(path)\"/>"
    } + values(scale)
  }

  /// The value in each cell, where all have room.
  private func values(_ scale: HeatScale) -> [String] {
    let texts = grid.texts(frame) { width, height, longest in
      height * frame.height >= 18 && width * frame.width >= Double(longest) * 6.6 + 8
    }
    return (texts ?? []).enumerated().flatMap { index, text -> [String] in
      let place = grid.place(index)
      guard let point = frame.point(place.x, place.y), frame.contains(point),
        let level = scale.level(grid.values[index], of: HeatPalette.count)
      else { return [] }
      let role = HeatPalette.isDark(level) ? "ondark" : "onlight"
      return SvgElement.text(text, x: point.x, y: point.y + 4, .middle, role: role, room: 200)
    }
  }

  /// The area above zero in the colour of the series, in four strengths.
  func region(_ series: Series) -> [String] {
    let paths = paths { $0 > 0 ? ($0 * 4).rounded(.up).whole(in: 1...4) : nil }
    return paths.sorted { $0.key < $1.key }.map { level, path in
      let role = "cell f\(SvgShape.color(series))"
      return "<path class=\"\(role)\" fill-opacity=\"\(SvgGrid.strengths[level - 1])\" d=\"\(path)\"/>"
    }
  }

  private static let strengths = [".08", ".16", ".25", ".36"]
}
