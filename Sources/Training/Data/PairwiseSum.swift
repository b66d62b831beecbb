extension RandomAccessCollection<Double> where Index == Int {
  /// NumPy's pairwise summation: halves down to 128 numbers, which eight running sums take in turn.
  var pairwiseSum: Double {
    if count < 8 { return reduce(0, +) }
    if count > 128 {
      let half = count / 2
      let split = half - half % 8
      return prefix(split).pairwiseSum + dropFirst(split).pairwiseSum
    }
    let whole = count - count % 8
    var lanes = [Double](repeating: 0, count: 8)
    for (i, value) in prefix(whole).enumerated() { lanes[i % 8] += value }
    let low = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
    let high = (lanes[4] + lanes[5]) + (lanes[6] + lanes[7])
    return dropFirst(whole).reduce(low + high, +)
  }
}

/// Mean and standard deviation (divided by n), with the bits of NumPy's `mean` and `std`.
struct Moments {
  let mean: Double
  let deviation: Double

  init(_ values: some RandomAccessCollection<Double>) {
    let values = Array(values)
    let count = Double(values.count)
    let mean = values.pairwiseSum / count
    self.mean = mean
    deviation = (values.map { ($0 - mean) * ($0 - mean) }.pairwiseSum / count).squareRoot()
  }
}
