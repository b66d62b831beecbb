/// Room for the labels of one row as the options make them.
struct LabelScratch {
  let values: UnsafeMutableBufferPointer<Double>
  let errors: UnsafeMutableBufferPointer<Double>
}

/// Labels as `label_smoothing` and `class_weights` make them. The losses concerned are linear in the labels, so that
/// the weight of a class may as well stand on its label.
enum SoftLabels {
  static func areWanted(_ options: LossOptions) -> Bool {
    options.labelSmoothing > 0 || options.classWeights != nil
  }

  /// One row: y·(1 − s) + s / classes, times the class's weight. What rounding loses is kept apart, for the
  /// gradient is a small difference from the label where the prediction is good.
  static func fill(_ options: LossOptions, _ labels: LabelScratch, _ y: (Int) -> Double) {
    let kept = Extended.sum(1, -options.labelSmoothing)
    let floor = Extended(options.labelSmoothing) / Extended(Double(labels.values.count))
    for j in labels.values.indices {
      let label = (Extended(y(j)) * kept + floor) * Extended(factor(j, options))
      labels.values[j] = label.high
      labels.errors[j] = label.low.isFinite ? label.low : 0
    }
  }

  /// All rows, differentiably; the classes stand along the last axis.
  static func applied(to y: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    var labels = y
    if options.labelSmoothing > 0 {
      let floor = options.labelSmoothing / Double(y.value.rowsAndColumns.columns)
      labels = try y * Traced(1 - options.labelSmoothing) + Traced(floor)
    }
    guard let weights = options.classWeights else { return labels }
    return try labels * Traced(Tensor(weights))
  }

  /// Training may hand over weights that are too few: a class without one counts once.
  @inline(__always)
  static func factor(_ j: Int, _ options: LossOptions) -> Double {
    guard let weights = options.classWeights, j < weights.count else { return 1 }
    return weights[j]
  }
}
