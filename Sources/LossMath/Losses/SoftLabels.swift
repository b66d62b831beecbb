/// Labels as `label_smoothing` and `class_weights` make them. The losses concerned are linear in the labels, so
/// that the weight of a class may as well stand on its label.
enum SoftLabels {
  static func areWanted(_ options: LossOptions) -> Bool {
    options.labelSmoothing > 0 || options.classWeights != nil
  }

  /// One row: y·(1 − s) + s / classes, times the class's weight.
  static func fill(
    _ options: LossOptions, _ labels: UnsafeMutableBufferPointer<Double>, _ y: (Int) -> Double
  ) {
    let smoothing = options.labelSmoothing
    let floor = smoothing / Double(labels.count)
    for j in labels.indices {
      let label = y(j)
      labels[j] = (smoothing > 0 ? label * (1 - smoothing) + floor : label) * factor(j, options)
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
