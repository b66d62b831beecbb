extension Frame {
  /// The visible parts of a curve through the given values, each a run of points to be joined. A run of one
  /// point is a point without neighbours.
  func curve(_ xs: [Double], _ ys: [Double]) -> [[Point]] {
    unbroken(xs, ys).flatMap { clipped(reduced($0)) }
  }

  /// The curve before clipping, broken where a value is missing.
  func unbroken(_ xs: [Double], _ ys: [Double]) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    for (across, up) in zip(xs, ys) {
      if let point = point(across, up) {
        run.append(point)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    return run.isEmpty ? runs : runs + [run]
  }

  /// At most four points for each dot or pixel across: the first, the lowest, the highest and the last. The
  /// picture is the same, and a million points take no longer to draw than a thousand.
  func reduced(_ run: [Point]) -> [Point] { crowded(run) { $0.x }.map { $0.flatMap(extremes) } ?? run }

  /// A run parted by the dot or pixel across that its items fall on; nothing where each may as well be drawn.
  func crowded<Item>(_ run: [Item], at x: (Item) -> Double) -> [ArraySlice<Item>]? {
    guard run.count > 4 * width.whole(in: 1...100_000) else { return nil }
    var columns: [ArraySlice<Item>] = []
    var start = run.startIndex
    while start < run.endIndex {
      let column = x(run[start]).rounded()
      let end = run[(start + 1)...].firstIndex { x($0).rounded() != column } ?? run.endIndex
      columns.append(run[start..<end])
      start = end
    }
    return columns
  }

  private func extremes(_ points: ArraySlice<Point>) -> [Point] {
    guard points.count > 4, let first = points.first, let last = points.last else { return Array(points) }
    var low = points.startIndex
    var high = points.startIndex
    for index in points.indices {
      if points[index].y < points[low].y { low = index }
      if points[index].y > points[high].y { high = index }
    }
    return [first, points[min(low, high)], points[max(low, high)], last]
  }

  private func clipped(_ run: [Point]) -> [[Point]] {
    guard run.count > 1 else { return run.filter(contains).map { [$0] } }
    var runs: [[Point]] = []
    for (start, end) in zip(run, run.dropFirst()) {
      guard let (enter, leave) = visible(from: start, to: end) else { continue }
      if let last = runs.indices.last, runs[last].last == enter {
        runs[last].append(leave)
      } else {
        runs.append([enter, leave])
      }
    }
    return runs
  }

  /// The part of a segment inside the frame, after Liang and Barsky.
  private func visible(from start: Point, to end: Point) -> (Point, Point)? {
    if contains(start), contains(end) { return (start, end) }
    var enter = 0.0
    var leave = 1.0
    let dx = end.x - start.x
    let dy = end.y - start.y
    let edges = [(-dx, start.x), (dx, width - start.x), (-dy, start.y), (dy, height - start.y)]
    for (speed, distance) in edges {
      if speed == 0, distance < 0 { return nil }
      if speed < 0 { enter = max(enter, distance / speed) }
      if speed > 0 { leave = min(leave, distance / speed) }
    }
    guard enter <= leave else { return nil }
    let first = enter == 0 ? start : Point(x: start.x + enter * dx, y: start.y + enter * dy)
    let last = leave == 1 ? end : Point(x: start.x + leave * dx, y: start.y + leave * dy)
    return (first, last)
  }
}
