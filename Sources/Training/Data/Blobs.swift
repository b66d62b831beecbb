extension Dataset {
  /// Round clouds of points, one a class: scikit-learn's `make_blobs`.
  ///
  /// - Parameters:
  ///   - rows: 2 to 1 000 000, shared out evenly; what is left over goes to the first clouds.
  ///   - columns: Features in a row, 1 to 1 000.
  ///   - centers: Clouds, 2 to 1 000.
  ///   - deviation: The standard deviation of every cloud in every feature.
  ///   - centerBox: Where the centres are drawn from, the same in every feature.
  ///   - shuffle: Whether the rows are put in a random order.
  ///   - seed: scikit-learn's `random_state`.
  public static func blobs(
    rows: Int = 1000, columns: Int = 2, centers: Int = 3, deviation: Double = 2,
    centerBox: (low: Double, high: Double) = (-10, 10), shuffle: Bool = true, seed: UInt32 = 2
  ) throws(DataError) -> Dataset {
    try DataLimits.check(rows: rows, columns: columns)
    try DataLimits.check(.centers, centers, in: DataLimits.classes)
    try DataLimits.checkNotNegative(.clusterDeviation, deviation)
    try check(centerBox)

    var random = RandomState(seed: seed)
    let places = (0..<centers * columns).map { _ in random.uniform(centerBox.low, centerBox.high) }
    var result = Rows(features: [], targets: [], columns: columns)
    result.features.reserveCapacity(rows * columns)
    for center in 0..<centers {
      let size = rows / centers + (center < rows % centers ? 1 : 0)
      let place = places[center * columns..<(center + 1) * columns]
      for _ in 0..<size {
        result.features += place.map { random.normal(mean: $0, deviation: deviation) }
      }
      result.targets += [Double](repeating: Double(center), count: size)
    }
    if shuffle { result.shuffle(&random) }
    return result.dataset(
      "blobs", .classes(centers),
      GeneratorCall(
        "make_blobs",
        [
          (.rows, .integer(rows)), (.features, .integer(columns)), (.centers, .integer(centers)),
          (.clusterDeviation, .number(deviation)), (.centerBox, .numbers([centerBox.low, centerBox.high])),
          (.shuffle, .truth(shuffle)), (.seed, .integer(Int(seed))),
        ]))
  }

  private static func check(_ box: (low: Double, high: Double)) throws(DataError) {
    try DataLimits.checkFinite(.centerLow, box.low)
    try DataLimits.checkFinite(.centerHigh, box.high)
    guard box.low <= box.high else { throw .emptyBox(low: box.low, high: box.high) }
  }
}
