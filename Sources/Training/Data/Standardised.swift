extension Dataset {
  /// The same rows with every feature, and a regression's target, at mean 0 and standard deviation 1.
  ///
  /// This is scikit-learn's `StandardScaler` fitted on all rows, in its order of operations (Chan, Golub and
  /// LeVeque's corrected two-pass variance) and NumPy's order of summation, so that the bits agree.
  public func standardised() -> Dataset {
    var result = self
    result.features = Self.standardise(features, columns: columns)
    if kind == .regression { result.targets = Self.standardise(targets, columns: 1) }
    result.origin.steps.append(.standardised(fittedOn: .all))
    return result
  }

  /// Scales each column of `values` (`rows × columns`, row by row). A constant column is only centred.
  private static func standardise(_ values: [Double], columns: Int) -> [Double] {
    let rows = Double(values.count / columns)
    let means = columnSums(values, columns).map { $0 / rows }
    let centred = values.enumerated().map { $1 - means[$0 % columns] }
    let corrections = columnSums(centred, columns)
    let squares = columnSums(centred.map { $0 * $0 }, columns)
    let scales = (0..<columns).map { column in
      let variance = (squares[column] - corrections[column] * corrections[column] / rows) / rows
      return isConstant(variance, means[column], rows) ? 1 : variance.squareRoot()
    }
    return centred.enumerated().map { $1 / scales[$0 % columns] }
  }

  /// scikit-learn's test for a variance that is nothing but rounding.
  private static func isConstant(_ variance: Double, _ mean: Double, _ rows: Double) -> Bool {
    let epsilon = Double.ulpOfOne
    let rounding = rows * mean * epsilon
    return variance <= rows * epsilon * variance + rounding * rounding
  }

  /// NumPy's `sum(axis=0)`: row after row for several columns, pairwise for a single one.
  private static func columnSums(_ values: [Double], _ columns: Int) -> [Double] {
    if columns == 1 { return [pairwiseSum(values[...])] }
    var sums = [Double](repeating: 0, count: columns)
    for (i, value) in values.enumerated() { sums[i % columns] += value }
    return sums
  }

  /// NumPy's pairwise summation: halves down to 128 numbers, which eight running sums take in turn.
  private static func pairwiseSum(_ values: ArraySlice<Double>) -> Double {
    if values.count < 8 { return values.reduce(0, +) }
    if values.count > 128 {
      let half = values.count / 2
      let split = half - half % 8
      return pairwiseSum(values.prefix(split)) + pairwiseSum(values.dropFirst(split))
    }
    let whole = values.count - values.count % 8
    var lanes = [Double](repeating: 0, count: 8)
    for (i, value) in values.prefix(whole).enumerated() { lanes[i % 8] += value }
    let low = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
    let high = (lanes[4] + lanes[5]) + (lanes[6] + lanes[7])
    return values.dropFirst(whole).reduce(low + high, +)
  }
}
