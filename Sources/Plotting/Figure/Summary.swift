extension Figure {
  /// What is to be seen, in words, one plain sentence a series: for screen readers, and for the description
  /// inside an SVG.
  ///
  ///     loss, train: from 0.693 at 1 to 0.37 at 200, lowest 0.369 at 180
  public var summary: String {
    panels.isEmpty ? "nothing to draw" : panels.flatMap(\.sentences).joined(separator: "\n")
  }
}

extension Panel {
  fileprivate var sentences: [String] {
    let said = marks.compactMap { mark in
      sentence(mark).map { text in
        let names = [title, mark.label].compactMap(\.self).filter { !$0.isEmpty }
        let name = names.map { printable($0, .braille) }.joined(separator: ", ")
        return name.isEmpty ? text : "\(name): \(text)"
      }
    }
    if !said.isEmpty { return said }
    return [(title.map { printable($0, .braille) + ": " } ?? "") + "nothing to draw"]
  }

  private func sentence(_ mark: Mark) -> String? {
    switch mark {
    case .line(_, let xs, let ys): return described(Array(zip(xs, ys)))
    case .points(_, let xs, let ys): return scattered(Array(zip(xs, ys)))
    case .band(_, let xs, let low, let high):
      guard let below = described(Array(zip(xs, low))), let above = described(Array(zip(xs, high))) else {
        return nil
      }
      return "a band; its lower edge \(below); its upper edge \(above)"
    case .heat(_, let grid, _): return heights(grid)
    case .contour(let label, let grid, let levels):
      // The border of areas has been said with them, the heights with the heat map.
      if label == nil, marks.contains(where: { $0.kind == .region }) { return nil }
      return contours(grid, levels, isOnHeat: marks.contains { $0.kind == .heat })
    case .region(_, let grid):
      let inside = grid.values.filter { $0 > 0 }.count
      return grid.values.isEmpty ? nil : "\(percent(inside, of: grid.values.count)) of the area"
    case .bars(_, let names, let values):
      let bars = zip(names, values).prefix(BarGroup.most)
      let words = bars.map { "\(printable($0, .braille)) \(numberText($1))" }
      return words.isEmpty ? nil : words.joined(separator: ", ")
    case .horizontal(_, let value): return "a horizontal line at \(numberText(value))"
    case .vertical(_, let value): return "a vertical line at \(numberText(value))"
    }
  }
}

private typealias Pair = (x: Double, y: Double)

private func described(_ pairs: [Pair]) -> String? {
  let known = pairs.filter { !$0.x.isNaN && !$0.y.isNaN }
  guard let first = known.first, let last = known.last else { return nil }
  let ending = missing(pairs.count - known.count)
  if known.count == 1 { return "one value, \(place(first))" + ending }
  let lowest = known.reduce(first) { $1.y < $0.y ? $1 : $0 }
  let highest = known.reduce(first) { $1.y > $0.y ? $1 : $0 }
  if lowest.y == highest.y {
    return "\(numberText(first.y)) throughout, from \(numberText(first.x)) to \(numberText(last.x))" + ending
  }
  // An extreme at either end has been said already.
  let low = lowest.y < min(first.y, last.y) ? ", lowest \(place(lowest))" : ""
  let high = highest.y > max(first.y, last.y) ? ", highest \(place(highest))" : ""
  return "from \(place(first)) to \(place(last))" + low + high + ending
}

private func missing(_ count: Int) -> String {
  count == 0 ? "" : count == 1 ? ", 1 value missing" : ", \(count) values missing"
}

/// The extremes of a grid and where they are.
private func heights(_ grid: Grid) -> String? {
  let known = grid.values.indices.filter { !grid.values[$0].isNaN }
  guard let lowest = known.min(by: { grid.values[$0] < grid.values[$1] }),
    let highest = known.max(by: { grid.values[$0] < grid.values[$1] })
  else { return nil }
  func said(_ index: Int) -> String {
    let place = grid.place(index)
    return "\(numberText(grid.values[index])) at (\(numberText(place.x)), \(numberText(place.y)))"
  }
  let ending = missing(grid.values.count - known.count)
  if known.count == 1 { return "one value, " + said(lowest) + ending }
  if grid.values[lowest] == grid.values[highest] {
    return numberText(grid.values[lowest]) + " throughout" + ending
  }
  return "lowest \(said(lowest)), highest \(said(highest))" + ending
}

private func contours(_ grid: Grid, _ levels: [Double], isOnHeat: Bool) -> String? {
  let seen = levels.filter { !ContourLines(grid, at: $0).lines.isEmpty }.map(numberText)
  guard let last = seen.last else { return nil }
  if seen.count == 1 { return "a contour line at \(last)" }
  let range = isOnHeat ? "" : heights(grid).map { "; " + $0 } ?? ""
  return "contour lines at \(seen.dropLast().joined(separator: ", ")) and \(last)" + range
}

private func percent(_ part: Int, of whole: Int) -> String {
  let share = Double(part) / Double(whole) * 100
  // Neither none nor all may be said of what is only nearly so.
  if part > 0, share < 0.5 { return "less than 1%" }
  if part < whole, share >= 99.5 { return "more than 99%" }
  return "\(share.whole(in: 0...100))%"
}

private func place(_ pair: Pair) -> String {
  "\(numberText(pair.y)) at \(numberText(pair.x))"
}

private func scattered(_ pairs: [Pair]) -> String? {
  let known = pairs.filter { $0.x.isFinite && $0.y.isFinite }
  guard let x = reach(known.map(\.x)), let y = reach(known.map(\.y)) else { return nil }
  return known.count == 1
    ? "1 point at \(numberText(known[0].x)), \(numberText(known[0].y))"
    : "\(known.count) points, across from \(x), up from \(y)"
}

private func reach(_ values: [Double]) -> String? {
  guard let low = values.min(), let high = values.max() else { return nil }
  return "\(numberText(low)) to \(numberText(high))"
}
