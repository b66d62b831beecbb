extension Dataset {
  /// Two interleaving half circles in the plane: scikit-learn's `make_moons`.
  ///
  /// - Parameters:
  ///   - rows: 2 to 1 000 000; half of them, rounded down, on the upper moon (class 0).
  ///   - noise: The standard deviation of the normal noise on both coordinates.
  ///   - shuffle: Whether the rows are put in a random order.
  ///   - seed: scikit-learn's `random_state`.
  public static func moons(
    rows: Int = 1000, noise: Double = 0.1, shuffle: Bool = true, seed: UInt32 = 1
  ) throws(DataError) -> Dataset {
    try DataLimits.check(rows: rows, columns: 2)
    try DataLimits.checkNotNegative(.noise, noise)

    let outer = halfCircle(rows / 2).flatMap { [Libm.cos($0), Libm.sin($0)] }
    let inner = halfCircle(rows - rows / 2).flatMap { [1 - Libm.cos($0), 1 - Libm.sin($0) - 0.5] }
    let result = twoShapes(outer: outer, inner: inner, noise: noise, shuffle: shuffle, seed: seed)
    return result.dataset(
      "moons", .classes(2),
      GeneratorCall(
        "make_moons",
        [
          (.rows, .integer(rows)), (.shuffle, .truth(shuffle)), (.noise, .number(noise)),
          (.seed, .integer(Int(seed))),
        ]))
  }

  /// As many angles as asked for, evenly from 0 to π, both ends included: NumPy's `linspace`.
  private static func halfCircle(_ count: Int) -> [Double] {
    guard count > 1 else { return [0] }
    let step = Double.pi / Double(count - 1)
    return (0..<count - 1).map { Double($0) * step } + [Double.pi]
  }
}
