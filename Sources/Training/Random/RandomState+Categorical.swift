extension RandomState {
  /// Draws of class indices: NumPy's `RandomState.choice(len(p), size=count, p=p)`.
  ///
  /// One uniform draw each, looked up in the cumulative sum of the probabilities.
  /// - Parameter p: not empty, none negative, and not all of them 0.
  mutating func choices(_ count: Int, p: [Double]) -> [Double] {
    var cumulative: [Double] = []
    var sum = 0.0
    for probability in p {
      sum += probability
      cumulative.append(sum)
    }
    cumulative = cumulative.map { $0 / sum }
    return (0..<max(count, 0)).map { _ in Double(Self.firstAbove(uniform(), in: cumulative)) }
  }

  /// The index of the first element above `u`; the last where there is none.
  private static func firstAbove(_ u: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > u { high = middle } else { low = middle + 1 }
    }
    return max(low, 0)
  }
}
