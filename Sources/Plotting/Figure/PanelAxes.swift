extension Panel {
  /// The range of all values to be shown, for each axis.
  func extents() -> (x: Extent, y: Extent) {
    var x = Extent(xScale)
    var y = Extent(yScale)
    for mark in marks {
      switch mark {
      case .line(_, let xs, let ys), .points(_, let xs, let ys): include(xs, ys, &x, &y)
      case .band(_, let xs, let low, let high):
        include(xs, low, &x, &y)
        include(xs, high, &x, &y)
      case .horizontal(_, let value): y.include(value)
      case .vertical(_, let value): x.include(value)
      case .bars: break
      }
    }
    return (x, y)
  }

  private func include(_ xs: [Double], _ ys: [Double], _ x: inout Extent, _ y: inout Extent) {
    for (across, up) in zip(xs, ys) {
      // A point that cannot be placed on one axis must not stretch the other.
      guard !xScale.transformed(across).isNaN, !yScale.transformed(up).isNaN else { continue }
      guard xRange?.contains(across) ?? true else { continue }
      x.include(across)
      y.include(up)
    }
  }
}
