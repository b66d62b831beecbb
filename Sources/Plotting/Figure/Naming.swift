extension Panel {
  /// How many names its legend has, or could have: one for each name that is there, and for each mark without one.
  public var nameCount: Int { (slots.compactMap(\.self).max() ?? -1) + 1 }

  /// The panel with other names, in the order of the legend; nil where there are not as many.
  public func named(_ names: [String]) -> Panel? {
    guard names.count == nameCount else { return nil }
    var panel = self
    for (index, slot) in slots.enumerated() {
      if let slot { panel.marks[index] = marks[index].named(names[slot]) }
    }
    // A heading that was the name of what is drawn is so no longer.
    if let yLabel, names.count == 1, marks.contains(where: { $0.label == yLabel }) { panel.yLabel = nil }
    return panel
  }

  /// Which of the names each mark has; nil for reference lines without one, which belong to the axes.
  private var slots: [Int?] {
    var known: [String: Int] = [:]
    var next = 0
    return marks.map { mark in
      guard mark.label != nil || mark.kind != .reference else { return nil }
      if let label = mark.label, let slot = known[label] { return slot }
      if let label = mark.label { known[label] = next }
      next += 1
      return next - 1
    }
  }
}

extension Mark {
  /// The same mark under another name.
  func named(_ label: String) -> Mark {
    switch self {
    case .line(_, let x, let y): return .line(label: label, x: x, y: y)
    case .points(_, let x, let y): return .points(label: label, x: x, y: y)
    case .band(_, let x, let low, let high): return .band(label: label, x: x, low: low, high: high)
    case .heat(_, let grid, let scale): return .heat(label: label, grid: grid, scale: scale)
    case .contour(_, let grid, let levels): return .contour(label: label, grid: grid, levels: levels)
    case .region(_, let grid): return .region(label: label, grid: grid)
    case .bars(_, let names, let values): return .bars(label: label, names: names, values: values)
    case .horizontal(_, let y): return .horizontal(label: label, y: y)
    case .vertical(_, let x): return .vertical(label: label, x: x)
    }
  }
}
