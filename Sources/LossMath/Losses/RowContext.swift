/// What all classes of a row share, computed once for the row.
struct RowContext {
  let options: LossOptions
  /// Σ y of the row; only for logits.
  private(set) var labelSum = 0.0
  /// Σ p of the row; only where rows are divided by it.
  private(set) var predictionSum = 0.0
  /// What rounding took from labels that were made from others.
  var labelErrors: UnsafeMutableBufferPointer<Double>?
  private var peak = 0
  /// exp(z_j − z_peak), their sum without the peak's own 1, and the logarithm of the sum with it; only for
  /// logits.
  private let exponentials: UnsafeMutableBufferPointer<Double>
  private var othersSum = 0.0
  private var spread = 0.0

  /// - Parameter scratch: as long as the rows.
  init(_ options: LossOptions, _ scratch: UnsafeMutableBufferPointer<Double>) {
    self.options = options
    exponentials = scratch
  }

  /// Turns to another row. One context serves all rows, for the options are large and would be copied with each.
  @inline(__always)
  mutating func turn(to y: Row, _ p: Row) {
    let scratch = exponentials
    if options.fromLogits {
      labelSum = Summation.sum(count: y.count) { y[$0] }
      peak = Rows.peak(count: p.count) { p[$0] } ?? 0
      for j in p.indices { scratch[j] = Rows.shiftedExp(p[j], p[peak]) }
      let peak = peak
      othersSum = Summation.sum(count: p.count) { $0 == peak ? 0 : scratch[$0] }
      spread = Libm.log1p(othersSum)
    } else if options.epsilon > 0 {
      predictionSum = Summation.sum(count: p.count) { p[$0] }
    }
  }

  /// −log softmax(z)_j, with no cancellation even where it is tiny.
  @inline(__always)
  func negativeLogSoftmax(_ j: Int, _ z: Row) -> Double {
    z[j] == z[peak] ? spread : (z[peak] - z[j]) + spread
  }

  @inline(__always)
  func softmax(_ j: Int) -> Double { exponentials[j] / (1 + othersSum) }

  /// 1 − softmax(z)_j. Only the largest softmax can be near 1, where the difference would cancel.
  @inline(__always)
  func oneMinusSoftmax(_ j: Int) -> Double {
    j == peak ? othersSum / (1 + othersSum) : 1 - softmax(j)
  }

  /// Σy·softmax_j − y_j where the two nearly cancel, in more digits than a double has.
  func closeSlope(_ j: Int, _ y: Row, _ z: Row) -> Double {
    var (labels, total) = (Extended(0), Extended(0))
    var own = Extended(0)
    for k in z.indices {
      let power = Extended.exp(Extended.sum(z[k], -z[peak]))
      total = total + power
      if k == j { own = power }
      labels = labels + label(k, y)
    }
    return (labels * own / total + -label(j, y)).value
  }

  private func label(_ j: Int, _ y: Row) -> Extended {
    Extended(y[j]) + Extended(labelErrors?[j] ?? 0)
  }

  /// The predictions of the other classes together.
  func otherPredictions(_ j: Int, _ p: Row) -> Double {
    Summation.sum(count: p.count) { $0 == j ? 0 : p[$0] }
  }

  /// −log of the clipped share of class `j` in its row; a share near 1 by what is missing from it.
  func clippedSurprise(_ j: Int, _ p: Row, _ clipping: Clipping) -> Double {
    let share = p[j] / predictionSum
    guard share > 0.5, !clipping.moves(share) else { return 0 - clipping.log(share) }
    return 0 - Libm.log1p(-otherPredictions(j, p) / predictionSum)
  }

  /// The labels of the other classes together.
  @inline(__always)
  func otherLabels(_ j: Int, _ y: Row) -> Double {
    if abs(y[j]) <= abs(labelSum) / 2 { return labelSum - y[j] }
    return Summation.sum(count: y.count) { $0 == j ? 0 : y[$0] }
  }
}
