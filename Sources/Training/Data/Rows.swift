/// Rows in the making: features and targets that are shuffled together, and blurred, before they are a data set.
struct Rows {
  var features: [Double]
  var targets: [Double]
  let columns: Int

  /// Puts the rows in a random order: scikit-learn's `utils.shuffle`.
  mutating func shuffle(_ random: inout RandomState) {
    let order = random.permutation(targets.count)
    let (oldFeatures, oldTargets) = (features, targets)
    for (row, old) in order.enumerated() {
      targets[row] = oldTargets[old]
      for column in 0..<columns {
        features[row * columns + column] = oldFeatures[old * columns + column]
      }
    }
  }

  /// Puts the columns in a random order, the same in every row.
  mutating func shuffleColumns(_ random: inout RandomState) {
    let order = random.permutation(columns)
    let old = features
    for row in targets.indices {
      for (column, from) in order.enumerated() {
        features[row * columns + column] = old[row * columns + from]
      }
    }
  }

  /// Adds a normal draw to every feature, row by row.
  mutating func blur(_ deviation: Double, _ random: inout RandomState) {
    for i in features.indices {
      features[i] += random.normal(deviation: deviation)
    }
  }

  func dataset(_ name: String, _ kind: Dataset.Kind, _ call: GeneratorCall) -> Dataset {
    Dataset(
      trusted: name, features: features, targets: targets, columns: columns, kind: kind,
      origin: .generator(call))
  }
}
