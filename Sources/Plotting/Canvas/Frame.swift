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

  /// Where a pair of values stands, perhaps outside the frame; nil when either cannot be placed at all.
  func point(_ across: Double, _ up: Double) -> Point? {
    let unitX = x.unit(across)
    let unitY = y.unit(up)
    guard !unitX.isNaN, !unitY.isNaN else { return nil }
    return Point(x: Frame.reachable(unitX) * width, y: (1 - Frame.reachable(unitY)) * height)
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
