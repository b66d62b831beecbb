extension Dataset {
  /// A random linear problem: scikit-learn's `make_regression` with one target.
  ///
  /// The features are its bits. The target goes through a dot product whose order of summation is the linear
  /// algebra library's own; ours is the one that gives the bits of the tutorial's 1000 × 20 rows (other shapes
  /// agree within rounding).
  ///
  /// - Parameters:
  ///   - rows: 2 to 1 000 000.
  ///   - columns: Features in a row, 1 to 1 000.
  ///   - informative: How many features the target depends on; more than there are counts as all of them.
  ///   - bias: The constant term of the target.
  ///   - noise: The standard deviation of the normal noise on the target.
  ///   - shuffle: Whether rows and columns are put in a random order.
  ///   - seed: scikit-learn's `random_state`.
  public static func regression(
    rows: Int = 1000, columns: Int = 20, informative: Int = 10, bias: Double = 0, noise: Double = 0.1,
    shuffle: Bool = true, seed: UInt32 = 1
  ) throws(DataError) -> Dataset {
    try DataLimits.check(rows: rows, columns: columns)
    try DataLimits.check(.informative, informative, in: 0...DataLimits.columns.upperBound)
    try DataLimits.checkFinite(.bias, bias)
    try DataLimits.checkNotNegative(.noise, noise)

    var random = RandomState(seed: seed)
    let features = (0..<rows * columns).map { _ in random.standardNormal() }
    let drawn = (0..<min(informative, columns)).map { _ in 100 * random.uniform() }
    let truth = drawn + [Double](repeating: 0, count: columns - drawn.count)
    var targets = (0..<rows).map { row in
      dot(features[row * columns..<(row + 1) * columns], truth[...]) + bias
    }
    if noise > 0 {
      for row in targets.indices { targets[row] += random.normal(deviation: noise) }
    }
    var result = Rows(features: features, targets: targets, columns: columns)
    if shuffle {
      result.shuffle(&random)
      result.shuffleColumns(&random)
    }
    return result.dataset(
      "regression", .regression,
      GeneratorCall(
        "make_regression",
        [
          (.rows, .integer(rows)), (.features, .integer(columns)), (.informative, .integer(informative)),
          (.bias, .number(bias)), (.noise, .number(noise)), (.shuffle, .truth(shuffle)),
          (.seed, .integer(Int(seed))),
        ]))
  }

  /// Four running sums of fused products, lane `i mod 4`, then (0 + 2) + (1 + 3): what OpenBLAS does for a row.
  private static func dot(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
    var lanes = SIMD4<Double>.zero
    for (i, (x, y)) in zip(a, b).enumerated() {
      lanes[i % 4] = lanes[i % 4].addingProduct(x, y)
    }
    return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3])
  }
}
