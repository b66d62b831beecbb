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
      case .heat(_, let grid, _), .region(_, let grid):
        for edge in grid.xEdges { x.include(edge) }
        for edge in grid.yEdges { y.include(edge) }
      case .contour(_, let grid, _):
        for place in grid.xs { x.include(place) }
        for place in grid.ys { y.include(place) }
      case .horizontal(_, let value): y.include(value)
      case .vertical(_, let value): x.include(value)
      case .bars: break
      }
    }
    return (x, y)
  }

  /// Whether the axes end where the values do: a grid fills the frame.
  var isTight: Bool { hasGround || marks.contains { $0.kind == .contour } }

  func xAxis(_ extent: Extent, tickCount: Int) -> Axis {
    if !xNames.isEmpty { return Axis(names: xNames, extent: extent, fixed: xRange) }
    return Axis(extent: extent, fixed: xRange, tickCount: tickCount, isWhole: hasWholeX, isTight: isTight)
  }

  func yAxis(_ extent: Extent, tickCount: Int) -> Axis {
    if !yNames.isEmpty { return Axis(names: yNames, extent: extent, fixed: yRange) }
    return Axis(extent: extent, fixed: yRange, tickCount: tickCount, isWhole: hasWholeY, isTight: isTight)
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

  /// How many of the values to be drawn a logarithmic axis cannot show, being zero or below.
  public var hiddenByLogAxes: (x: Int, y: Int) {
    var hidden = (x: 0, y: 0)
    func count(_ values: [Double], _ scale: Scale) -> Int {
      scale == .log ? values.filter { $0 <= 0 }.count : 0
    }
    for mark in marks {
      switch mark {
      case .line(_, let xs, let ys), .points(_, let xs, let ys):
        hidden.x += count(xs, xScale)
        hidden.y += count(ys, yScale)
      case .band(_, let xs, let low, let high):
        hidden.x += count(xs, xScale)
        hidden.y += count(low + high, yScale)
      case .heat(_, let grid, _), .contour(_, let grid, _), .region(_, let grid):
        hidden.x += count(grid.xs, xScale)
        hidden.y += count(grid.ys, yScale)
      case .horizontal(_, let value): hidden.y += count([value], yScale)
      case .vertical(_, let value): hidden.x += count([value], xScale)
      case .bars: break
      }
    }
    return hidden
  }
}
