/// Whether probabilities are as often right as they say.
///
/// Rows are put into bins of equal width by probability. With two classes it is the probability of class 1, against how
/// often class 1 was true; with more it is that of the decided class, against how often it was right. After Guo, Pleiss,
/// Sun and Weinberger, "On Calibration of Modern Neural Networks", 2017.
public struct Calibration: Sendable, Equatable {
  /// The rows whose probabilities are near one another.
  public struct Bin: Sendable, Equatable {
    /// The probabilities that belong to it, without the lower end; the first bin has 0 too.
    public let range: ClosedRange<Double>
    /// Rows in it.
    public fileprivate(set) var count = 0
    fileprivate var probabilities = 0.0
    fileprivate var hits = 0.0

    /// The mean probability of its rows; not a number where there are none.
    public var confidence: Double { probabilities / Double(count) }
    /// How often it was so; not a number where there are none.
    public var frequency: Double { hits / Double(count) }
  }

  /// From the lowest probabilities to the highest, as many as were asked for.
  public let bins: [Bin]
  /// The mean distance between confidence and frequency, each bin weighted by its rows.
  public let expectedError: Double
  /// The mean squared distance between the probabilities and what was true (Brier, 1950): over class 1 with two classes,
  /// summed over the classes with more.
  public let brierScore: Double

  /// Nothing where the predictions are no probabilities, or there are no rows.
  public init?(_ predictions: Predictions, targets: [Double], binCount: Int = 10) {
    guard predictions.kind == .probabilities, predictions.rows > 0, targets.count == predictions.rows,
      binCount > 0
    else { return nil }
    var bins = (0..<binCount).map { index in
      Bin(range: Double(index) / Double(binCount)...Double(index + 1) / Double(binCount))
    }
    var brier = 0.0
    for (row, target) in targets.enumerated() {
      let label = predictions.classCount == 2 ? 1 : predictions.label(row: row)
      let probability = predictions.probability(of: label, row: row)
      guard probability.isFinite else { return nil }
      let place = (probability * Double(binCount)).rounded(.up) - 1
      let index = min(max(Int(exactly: place) ?? 0, 0), binCount - 1)
      bins[index].count += 1
      bins[index].probabilities += probability
      bins[index].hits += target == Double(label) ? 1 : 0
      brier += Self.brier(predictions, row, target)
    }
    self.bins = bins
    let rows = Double(predictions.rows)
    brierScore = brier / rows
    expectedError = bins.reduce(0) { sum, bin in
      bin.count == 0 ? sum : sum + Double(bin.count) / rows * abs(bin.confidence - bin.frequency)
    }
  }

  private static func brier(_ predictions: Predictions, _ row: Int, _ target: Double) -> Double {
    let labels = predictions.classCount == 2 ? 1..<2 : 0..<predictions.classCount
    return labels.reduce(0) { sum, label in
      let distance = predictions.probability(of: label, row: row) - (target == Double(label) ? 1 : 0)
      return sum + distance * distance
    }
  }
}
