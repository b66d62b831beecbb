extension Dataset {
  /// The same rows with another share of them for training: scikit-learn's `train_test_split` with
  /// `train_size=share`, the training rows first.
  ///
  /// - Parameters:
  ///   - share: Above 0 and below 1; `floor(share × rows)` rows train, and at least one row is on each side.
  ///   - seed: The `random_state` of the permutation; nil leaves the rows in their order.
  /// - Throws: where no row would be left on one side; where a step that looked at the division was taken, or means that
  ///   filled gaps were standardised; where a column with gaps has nothing in the training rows.
  public func split(share: Double, seed: UInt32? = nil) throws(DataError) -> Dataset {
    let fillsGaps = fillsGaps
    guard origin.steps.allSatisfy({ fillsGaps ? $0.isSplit : $0.ignoresDivision }) else {
      throw .splitTooLate
    }
    let count = try Self.trainCount(share, of: rows)
    var result = self
    result.trainCount = count
    if let seed { result.take(Self.order(rows, trainingFirst: count, seed)) }
    result.origin.steps.append(.split(share: share, seed: seed))
    return try result.filled(fittedOn: .training)
  }

  /// How many of `rows` rows train.
  static func trainCount(_ share: Double, of rows: Int) throws(DataError) -> Int {
    guard share > 0, share < 1 else { throw .notAShare(found: share) }
    let count = Int(share * Double(rows))
    guard count >= 1, count < rows else { throw .emptySplit(share: share, rows: rows) }
    return count
  }

  /// The rows in the order of scikit-learn, which takes the test rows from the permutation's start and the training rows
  /// from what follows.
  static func order(_ rows: Int, trainingFirst count: Int, _ seed: UInt32) -> [Int] {
    var random = RandomState(seed: seed)
    let order = random.permutation(rows)
    return Array(order.suffix(count) + order.prefix(rows - count))
  }

  private mutating func take(_ order: [Int]) {
    let old = self
    gaps = gaps(in: order)
    for (row, from) in order.enumerated() {
      targets[row] = old.targets[from]
      for column in 0..<columns {
        features[row * columns + column] = old.features[from * columns + column]
      }
    }
  }
}

extension DatasetOrigin.Step {
  /// Whether it divides the rows.
  public var isSplit: Bool { if case .split = self { true } else { false } }

  /// Whether it did the same to every row, whichever side of the division it is on.
  fileprivate var ignoresDivision: Bool {
    switch self {
    case .split, .standardised(fittedOn: .all): true
    case .standardised(fittedOn: .training), .outliers, .labelNoise: false
    }
  }
}
