extension Frame {
  /// The upper and lower edges of a band, broken where either is missing.
  func bands(_ xs: [Double], _ low: [Double], _ high: [Double]) -> [[(low: Point, high: Point)]] {
    var runs: [[(low: Point, high: Point)]] = []
    var isOpen = false
    for (across, (bottom, top)) in zip(xs, zip(low, high)) {
      guard let bottom = point(across, bottom), let top = point(across, top) else {
        isOpen = false
        continue
      }
      if !isOpen { runs.append([]) }
      isOpen = true
      runs[runs.count - 1].append((bottom, top))
    }
    return runs.map(reduced)
  }

  /// At most one pair for each dot or pixel across, with the outermost edges there, and the last: as with curves the
  /// picture is the same.
  private func reduced(_ run: [(low: Point, high: Point)]) -> [(low: Point, high: Point)] {
    guard let columns = crowded(run, at: { $0.low.x }) else { return run }
    let outermost = columns.map { pairs in
      let (x, ys) = (pairs[pairs.startIndex].low.x, pairs.flatMap { [$0.low.y, $0.high.y] })
      return (low: Point(x: x, y: ys.max() ?? 0), high: Point(x: x, y: ys.min() ?? 0))
    }
    return outermost + run.suffix(1)
  }
}

extension Canvas {
  /// Stipples the area between two curves.
  mutating func fill(_ run: [(low: Point, high: Point)], ink: Ink) {
    let columns = 0...(dotColumns - 1)
    for (start, end) in zip(run, run.count > 1 ? run.dropFirst() : run[...]) {
      let (left, right) = start.low.x <= end.low.x ? (start, end) : (end, start)
      guard right.low.x >= 0, left.low.x <= Double(dotColumns) else { continue }
      let first = left.low.x.rounded().whole(in: columns)
      for x in first...max(first, right.low.x.rounded().whole(in: columns)) {
        let share = ((Double(x) - left.low.x) / max(right.low.x - left.low.x, 1e-9)).held(in: 0...1)
        stipple(
          x: x, from: left.high.y + share * (right.high.y - left.high.y),
          to: left.low.y + share * (right.low.y - left.low.y), ink: ink)
      }
    }
  }

  private mutating func stipple(x: Int, from: Double, to: Double, ink: Ink) {
    let (top, bottom) = (min(from, to), max(from, to))
    guard bottom >= 0, top <= Double(dotRows) else { return }
    let first = top.whole(in: 0...dotRows - 1)
    for y in first...max(first, bottom.whole(in: 0...dotRows - 1)) {
      if charset == .ascii || isStippled(x, y) { dot(x: x, y: y, ink: ink, glyph: ":") }
    }
  }

  /// One dot in four, so that a line in its band is still seen.
  private func isStippled(_ x: Int, _ y: Int) -> Bool {
    x % 2 == 0 && (x / 2 + y) % 2 == 0
  }
}
