/// The range of the values seen so far, in the coordinate of a scale. What the scale cannot show is not seen.
struct Extent {
  let scale: Scale
  private(set) var range: ClosedRange<Double>?

  init(_ scale: Scale) {
    self.scale = scale
  }

  mutating func include(_ value: Double) {
    let position = scale.transformed(value)
    guard position.isFinite else { return }
    guard let seen = range else {
      range = position...position
      return
    }
    if position < seen.lowerBound {
      range = position...seen.upperBound
    } else if position > seen.upperBound {
      range = seen.lowerBound...position
    }
  }

  /// A range wide enough for ticks that differ: a constant series gets room on both sides.
  static func widened(_ range: ClosedRange<Double>, for scale: Scale) -> ClosedRange<Double> {
    let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    let half = range.upperBound / 2 - range.lowerBound / 2
    switch scale {
    case .log:
      // Near the smallest and the largest number only powers of ten can still be told apart.
      if range.upperBound < -290 { return range.lowerBound...(range.upperBound + 4) }
      if range.lowerBound > 290 { return (range.lowerBound - 4)...range.upperBound }
      return half > 1e-3 ? range : (range.lowerBound - 0.25)...(range.upperBound + 0.25)
    case .linear where size < 1e-290:
      return -1...1
    case .linear:
      guard half < size * 1e-9 else { return range }
      let limit = Double.greatestFiniteMagnitude
      return max(range.lowerBound - size * 0.1, -limit)...min(range.upperBound + size * 0.1, limit)
    }
  }
}
