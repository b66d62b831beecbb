extension Dataset {
  /// A large circle (class 0) around a small one (class 1) in the plane: scikit-learn's `make_circles`.
  ///
  /// - Parameters:
  ///   - rows: 2 to 1 000 000; half of them, rounded down, on the large circle.
  ///   - noise: The standard deviation of the normal noise on both coordinates.
  ///   - factor: The small circle's radius, from 0 to below 1; the large one's is 1.
  ///   - shuffle: Whether the rows are put in a random order.
  ///   - seed: scikit-learn's `random_state`.
  public static func circles(
    rows: Int = 1000, noise: Double = 0.1, factor: Double = 0.8, shuffle: Bool = true, seed: UInt32 = 1
  ) throws(DataError) -> Dataset {
    try DataLimits.check(rows: rows, columns: 2)
    try DataLimits.checkNotNegative(.noise, noise)
    try DataLimits.checkFraction(.factor, factor)

    let outer = circle(rows / 2).flatMap { [Libm.cos($0), Libm.sin($0)] }
    let inner = circle(rows - rows / 2).flatMap { [Libm.cos($0) * factor, Libm.sin($0) * factor] }
    let result = twoShapes(outer: outer, inner: inner, noise: noise, shuffle: shuffle, seed: seed)
    return result.dataset(
      "circles", .classes(2),
      GeneratorCall(
        "make_circles",
        [
          (.rows, .integer(rows)), (.shuffle, .truth(shuffle)), (.noise, .number(noise)),
          (.seed, .integer(Int(seed))), (.factor, .number(factor)),
        ]))
  }

  /// As many angles as asked for, evenly around the circle, the last one short of the first.
  private static func circle(_ count: Int) -> [Double] {
    let step = 2 * Double.pi / Double(count)
    return (0..<count).map { Double($0) * step }
  }

  /// What circles and moons share: two lists of points, shuffled first and blurred then.
  static func twoShapes(
    outer: [Double], inner: [Double], noise: Double, shuffle: Bool, seed: UInt32
  ) -> Rows {
    var random = RandomState(seed: seed)
    let labels = [outer, inner].enumerated().flatMap { label, points in
      [Double](repeating: Double(label), count: points.count / 2)
    }
    var result = Rows(features: outer + inner, targets: labels, columns: 2)
    if shuffle { result.shuffle(&random) }
    result.blur(noise, &random)
    return result
  }
}
