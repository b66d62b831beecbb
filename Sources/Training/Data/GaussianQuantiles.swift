extension Dataset {
  /// One round cloud cut into classes by the distance from its middle, equally many rows each: scikit-learn's
  /// `make_gaussian_quantiles`.
  ///
  /// - Parameters:
  ///   - rows: 2 to 1 000 000, and at least as many as classes; what is left over goes to the outermost.
  ///   - columns: Features in a row, 1 to 1 000.
  ///   - classes: 2 to 1 000.
  ///   - variance: Of every feature (scikit-learn's `cov`).
  ///   - shuffle: Whether the rows are put in a random order; otherwise the nearest come first.
  ///   - seed: scikit-learn's `random_state`.
  public static func gaussianQuantiles(
    rows: Int = 1000, columns: Int = 2, classes: Int = 3, variance: Double = 1, shuffle: Bool = true,
    seed: UInt32 = 1
  ) throws(DataError) -> Dataset {
    try DataLimits.check(rows: rows, columns: columns)
    try DataLimits.check(.classes, classes, in: 2...min(rows, DataLimits.classes.upperBound))
    try DataLimits.checkNotNegative(.variance, variance)

    var random = RandomState(seed: seed)
    let deviation = variance.squareRoot()
    let points = (0..<rows * columns).map { _ in random.standardNormal() * deviation }
    let distances = stride(from: 0, to: points.count, by: columns).map { start in
      points[start..<start + columns].map { $0 * $0 }.pairwiseSum
    }
    let order = (0..<rows).sorted { distances[$0] < distances[$1] }
    let step = rows / classes
    var result = Rows(
      features: order.flatMap { points[$0 * columns..<($0 + 1) * columns] },
      targets: (0..<rows).map { Double(min($0 / step, classes - 1)) }, columns: columns)
    if shuffle { result.shuffle(&random) }
    return result.dataset(
      "gaussian_quantiles", .classes(classes),
      GeneratorCall(
        "make_gaussian_quantiles",
        [
          (.variance, .number(variance)), (.rows, .integer(rows)), (.features, .integer(columns)),
          (.classes, .integer(classes)), (.shuffle, .truth(shuffle)), (.seed, .integer(Int(seed))),
        ]))
  }
}
