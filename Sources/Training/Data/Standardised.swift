extension Dataset {
  /// The same rows with every feature, and a regression's target, at mean 0 and standard deviation 1.
  ///
  /// This is scikit-learn's `StandardScaler`, in its order of operations (Chan, Golub and LeVeque's corrected
  /// two-pass variance) and NumPy's order of summation, so that the bits agree
  /// where NumPy holds the rows one after the other (not those of unshuffled circles and moons).
  ///
  /// - Parameter rows: Whose means and deviations are used. With `.training` the test rows come out near mean 0
  ///   and deviation 1 only.
  public func standardised(fittedOn rows: StandardiserRows = .all) -> Dataset {
    var result = self
    let count = rows == .all ? self.rows : trainCount
    result.features = Self.standardise(features, columns: columns, fittedOn: count)
    if kind == .regression { result.targets = Self.standardise(targets, columns: 1, fittedOn: count) }
    result.origin.steps.append(.standardised(fittedOn: rows))
    return result
  }

  /// Scales each column of `values` (`rows × columns`, row by row) by what its first `count` rows have. A column
  /// that is constant there is only centred.
  private static func standardise(_ values: [Double], columns: Int, fittedOn count: Int) -> [Double] {
    let rows = Double(count)
    let means = columnSums(values.prefix(count * columns), columns).map { $0 / rows }
    let centred = values.enumerated().map { $1 - means[$0 % columns] }
    let fitted = centred.prefix(count * columns)
    let corrections = columnSums(fitted, columns)
    let squares = columnSums(fitted.map { $0 * $0 }[...], columns)
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
  private static func columnSums(_ values: ArraySlice<Double>, _ columns: Int) -> [Double] {
    if columns == 1 { return [values.pairwiseSum] }
    var sums = [Double](repeating: 0, count: columns)
    for (i, value) in values.enumerated() { sums[i % columns] += value }
    return sums
  }
}
