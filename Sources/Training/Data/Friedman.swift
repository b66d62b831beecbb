extension Dataset {
  /// A number that depends on its features along curves: scikit-learn's `make_friedman1`.
  ///
  /// `y = 10 sin(π x₀ x₁) + 20 (x₂ − 0.5)² + 10 x₃ + 5 x₄ + noise`, with features drawn evenly between 0 and 1, of
  /// which the sixth and those after it do not matter. Source: J. Friedman, "Multivariate adaptive regression
  /// splines", The Annals of Statistics 19 (1991).
  ///
  /// - Parameters:
  ///   - rows: 2 to 1 000 000.
  ///   - columns: Features in a row, 5 to 1 000.
  ///   - noise: The standard deviation of the normal noise on the target.
  ///   - seed: scikit-learn's `random_state`.
  public static func friedman1(
    rows: Int = 1000, columns: Int = 10, noise: Double = 1, seed: UInt32 = 1
  ) throws(DataError) -> Dataset {
    try DataLimits.check(.features, columns, in: 5...DataLimits.columns.upperBound)
    try DataLimits.check(rows: rows, columns: columns)
    try DataLimits.checkNotNegative(.noise, noise)

    var random = RandomState(seed: seed)
    let features = (0..<rows * columns).map { _ in random.uniform() }
    let targets = stride(from: 0, to: features.count, by: columns).map { start in
      let x = features[start..<start + 5]
      let centred = x[start + 2] - 0.5
      let wave = 10 * Libm.sin(Double.pi * x[start] * x[start + 1])
      let curve = wave + 20 * (centred * centred) + 10 * x[start + 3] + 5 * x[start + 4]
      return curve + noise * random.standardNormal()
    }
    return Rows(features: features, targets: targets, columns: columns).dataset(
      "friedman1", .regression,
      GeneratorCall(
        "make_friedman1",
        [
          (.rows, .integer(rows)), (.features, .integer(columns)), (.noise, .number(noise)),
          (.seed, .integer(Int(seed))),
        ]))
  }
}
