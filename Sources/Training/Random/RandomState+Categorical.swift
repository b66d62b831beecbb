extension RandomState {
  /// The next draw of a class index: NumPy's `RandomState.choice(len(p), p=p)`.
  ///
  /// One uniform draw, looked up in the cumulative sum of the probabilities.
  mutating func choice(_ p: CumulativeProbabilities) -> Double { Double(p.firstAbove(uniform())) }
}

/// The probabilities of classes, each with all before it.
struct CumulativeProbabilities {
  private let sums: [Double]

  /// - Parameter p: not empty, none negative, and not all of them 0.
  init(_ p: [Double]) {
    var sums: [Double] = []
    var sum = 0.0
    for probability in p {
      sum += probability
      sums.append(sum)
    }
    self.sums = sums.map { $0 / sum }
  }

  /// The first class whose sum is above `u`; the last where there is none.
  func firstAbove(_ u: Double) -> Int {
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > u { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
