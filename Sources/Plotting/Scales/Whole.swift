extension Double {
  /// The nearest whole number, held inside `bounds`. NaN gives the lower bound.
  ///
  /// `Int(Double)` ends the process on NaN, on infinity and on anything large, so every conversion in this
  /// module goes through here.
  func whole(in bounds: ClosedRange<Int>) -> Int {
    let nearest = rounded()
    if nearest >= Double(bounds.upperBound) { return bounds.upperBound }
    if nearest <= Double(bounds.lowerBound) { return bounds.lowerBound }
    return Int(exactly: nearest) ?? bounds.lowerBound
  }
}

extension Comparable {
  /// The value, held inside `bounds`.
  func held(in bounds: ClosedRange<Self>) -> Self {
    min(max(self, bounds.lowerBound), bounds.upperBound)
  }
}
