import Training

/// What the target of a data set looks like, as far as it decides on a loss.
struct TargetLook {
  let caseName: String
  let circumstances: Set<LossCase.Circumstance>
  let sentence: String
  /// The weights that make up for unequal classes; empty where they are about equal.
  private let weights: [Double]
  private let name: String
  /// Whether the numbers to predict are as they were measured.
  private let needsScale: Bool

  /// A class is rare below this share of what an equal part would be.
  private static let rareShare = 0.4
  /// So many widths of the middle half beyond it, a value is far out (Tukey, Exploratory Data Analysis, 1977).
  private static let farWidths = 3.0
  /// From the middle to the largest: beyond this factor a logarithm is worth thinking of.
  private static let wideFactor = 30.0

  /// Only the training rows are looked at.
  init(_ data: Dataset, _ name: String) {
    self.name = name
    needsScale =
      data.kind == .regression && DataSource.named(name) == nil
      && !data.origin.steps.contains { if case .standardised = $0 { true } else { false } }
    let targets = Array(data.targets.prefix(data.trainCount))
    let target = DataFileText.name(data.names.target)
    switch data.kind {
    case .regression:
      let found = Self.amounts(targets)
      caseName = "amount"
      (circumstances, weights) = (found.circumstances, [])
      sentence = "\(target) is a number in the \(targets.count) training rows. \(found.sentence)"
    case .classes(let count):
      let counts = (0..<count).map { label in targets.count { $0 == Double(label) } }
      let equal = Double(targets.count) / Double(count)
      let isRare = counts.contains { Double($0) < Self.rareShare * equal }
      caseName = count == 2 ? "yes_no" : "one_of_several"
      circumstances = isRare ? [.imbalance] : []
      weights = isRare ? Self.weights(counts) : []
      let shown = counts.indices.prefix(8).map { "\(DataFileText.name(data.names.label($0))) \(counts[$0])" }
      sentence =
        "\(target) has \(count) classes in the \(targets.count) training rows: \(shown.joined(separator: ", "))"
        + "\(count > 8 ? ", ..." : ""). \(isRare ? "One is rare." : "None is rare.")"
    }
  }

  private static func amounts(_ targets: [Double]) -> (
    circumstances: Set<LossCase.Circumstance>, sentence: String
  ) {
    guard let quartiles = Quartiles(targets), let low = targets.min(), let high = targets.max() else {
      return ([], "")
    }
    let reach = farWidths * (quartiles.high - quartiles.low)
    let far = targets.count { $0 < quartiles.low - reach || $0 > quartiles.high + reach }
    func text(_ number: Double) -> String { NumberFormat.text(number, digits: 4) }
    let range = "It goes from \(text(low)) to \(text(high)), its median is \(text(quartiles.median))"
    if low > 0, quartiles.median > 0, high > wideFactor * quartiles.median {
      return ([.magnitudes], range + ": amounts from small to huge.")
    }
    guard far > 0 else { return ([], range + ", and no value lies far out.") }
    return ([.outliers], range + ", and \(far) \(far == 1 ? "value lies" : "values lie") far out.")
  }

  /// Every class counts as much as the largest, to two digits.
  private static func weights(_ counts: [Int]) -> [Double] {
    let most = Double(counts.max() ?? 1)
    return counts.map { most / Double(max($0, 1)) }
  }

  /// What to type to try a loss on the data.
  func trainingLine(_ loss: String) -> String? {
    if needsScale { return "d2 = data \(name) standardize=train; train d2 loss=\(loss)" }
    let shown = weights.map { NumberFormat.text($0, digits: 2) }.joined(separator: ", ")
    return "train \(name) loss=\(loss)" + (weights.isEmpty ? "" : " class_weights=[\(shown)]")
  }
}
