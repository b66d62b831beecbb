// Bad training rows on purpose, to see what each loss makes of them. Test rows stay as they are.
extension Dataset {
  /// How many standard deviations an outlier is moved.
  public static let outlierDeviations = 10.0

  /// The same rows, with the targets of a share of the training rows moved up or down by ten standard deviations
  /// of the training targets.
  ///
  /// With NumPy's `r = RandomState(seed)` and `k = max(1, floor(share × n + 0.5))` of `n` training rows: the rows
  /// are `r.permutation(n)[:k]`, and each in turn moves down where `r.random_sample()` is below 0.5, else up.
  ///
  /// - Parameters:
  ///   - share: 0 to 1; 0 changes nothing.
  ///   - seed: `RandomState`'s.
  /// - Throws: where the targets are classes.
  public func withOutliers(share: Double, seed: UInt32 = 1) throws(DataError) -> Dataset {
    guard kind == .regression else { throw .outliersOfClasses }
    let count = try badRows(share)
    guard count > 0 else { return self }
    var result = self
    let reach = Self.outlierDeviations * Moments(targets[trainRows]).deviation
    var random = RandomState(seed: seed)
    for row in random.permutation(trainCount).prefix(count) {
      result.targets[row] += random.uniform() < 0.5 ? -reach : reach
    }
    result.origin.steps.append(.outliers(share: share, seed: seed))
    return result
  }

  /// The same rows, with a wrong class for a share of the training rows, each other class equally likely.
  ///
  /// Rows and seed as for `withOutliers`; of `c` classes, class `y` becomes
  /// `(y + 1 + floor(r.random_sample() × (c − 1))) mod c`.
  ///
  /// - Throws: where the targets are numbers.
  public func withLabelNoise(share: Double, seed: UInt32 = 1) throws(DataError) -> Dataset {
    guard case .classes(let classes) = kind else { throw .labelNoiseOfNumbers }
    let count = try badRows(share)
    guard count > 0 else { return self }
    var result = self
    var random = RandomState(seed: seed)
    let others = Double(classes - 1)
    for row in random.permutation(trainCount).prefix(count) {
      let shift = 1 + (random.uniform() * others).rounded(.down)
      result.targets[row] = (targets[row] + shift).truncatingRemainder(dividingBy: Double(classes))
    }
    result.origin.steps.append(.labelNoise(share: share, seed: seed))
    return result
  }

  private func badRows(_ share: Double) throws(DataError) -> Int {
    guard share >= 0, share <= 1 else { throw .notAShareOfRows(found: share) }
    guard share > 0 else { return 0 }
    return Self.spoiltRows(share: share, of: trainCount)
  }

  /// How many of so many training rows a share of them, above 0 and up to 1, is.
  public static func spoiltRows(share: Double, of count: Int) -> Int {
    min(count, max(1, Int((share * Double(count) + 0.5).rounded(.down))))
  }
}
