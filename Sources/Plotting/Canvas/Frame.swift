/// A position in a frame, in dots or pixels from its top left corner.
struct Point: Equatable {
  var x: Double
  var y: Double
}

/// The rectangle between two axes. Values go in, positions come out; `width` and `height` are the positions
/// of the far edges.
struct Frame {
  let x: Axis
  let y: Axis
  let width: Double
  let height: Double
  /// Whether the vertical axis has its low end at the top.
  var runsDown = false

  /// Where a position on the vertical axis stands, from 0 at the top to 1 at the bottom.
  func down(_ unit: Double) -> Double {
    runsDown ? unit : 1 - unit
  }

  /// Where a pair of values stands, perhaps outside the frame; nil when either cannot be placed at all.
  func point(_ across: Double, _ up: Double) -> Point? {
    let unitX = x.unit(across)
    let unitY = y.unit(up)
    guard !unitX.isNaN, !unitY.isNaN else { return nil }
    return Point(x: Frame.reachable(unitX) * width, y: down(Frame.reachable(unitY)) * height)
  }

  func contains(_ point: Point) -> Bool {
    (0...width).contains(point.x) && (0...height).contains(point.y)
  }

  /// An infinity stands just outside, so that a curve towards it leaves the frame where it should; a far
  /// value stands where the arithmetic of clipping is still exact enough.
  private static func reachable(_ unit: Double) -> Double {
    unit.isInfinite ? (unit < 0 ? -0.02 : 1.02) : unit.held(in: -1e6...1e6)
  }
}
