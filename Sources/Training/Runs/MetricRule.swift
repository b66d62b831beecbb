/// How a metric is computed for one objective: which numbers decide for a class.
enum MetricRule: Sendable {
  case meanSquare
  /// The first of the largest outputs is the class; the label, or the first of its numbers, is a class index.
  case largestIsIndex
  /// The first of the largest outputs is the class; the label is one-hot.
  case largestIsOneHot
  /// Class 1 above `threshold`; a label above `middle` is class 1.
  case above(threshold: Double, middle: Double)

  init(_ objective: Objective) {
    switch (objective.metric, objective.labels) {
    case (.mse, _): self = .meanSquare
    case (.accuracy, .classIndex), (.accuracy, .classSet): self = .largestIsIndex
    case (.accuracy, .oneHot): self = .largestIsOneHot
    case (.accuracy, .plusMinusOne), (.accuracy, .zeroOne), (.accuracy, .real):
      self = .above(
        threshold: objective.decidesBySign ? 0 : 0.5, middle: objective.labels == .plusMinusOne ? 0 : 0.5)
    }
  }

  /// The metric over all rows.
  ///
  /// - Parameters:
  ///   - labels: `rows × labelColumns` numbers.
  ///   - outputs: `rows × columns` numbers, after the output activation.
  func value(
    labels: UnsafeBufferPointer<Double>, outputs: UnsafeBufferPointer<Double>, columns: Int
  ) -> Double {
    switch self {
    case .meanSquare:
      // Beside a mean may stand a variance, which is no prediction.
      let step = max(outputs.count / max(labels.count, 1), 1)
      var sum = 0.0
      for i in labels.indices { sum += (outputs[i * step] - labels[i]) * (outputs[i * step] - labels[i]) }
      return sum / Double(labels.count)
    case .largestIsIndex:
      let rows = outputs.count / columns
      let width = labels.count / rows
      return share(of: rows) { Double(Self.largest(outputs, $0, columns)) == labels[$0 * width] }
    case .largestIsOneHot:
      return share(of: labels.count / columns) {
        Self.largest(outputs, $0, columns) == Self.largest(labels, $0, columns)
      }
    case .above(let threshold, let middle):
      return share(of: labels.count) { (outputs[$0 * columns] > threshold) == (labels[$0] > middle) }
    }
  }

  @inline(__always)
  private func share(of rows: Int, _ isRight: (Int) -> Bool) -> Double {
    var right = 0
    for row in 0..<rows where isRight(row) { right += 1 }
    return Double(right) / Double(rows)
  }

  /// The column of the first of a row's largest numbers.
  @inline(__always)
  private static func largest(_ values: UnsafeBufferPointer<Double>, _ row: Int, _ columns: Int) -> Int {
    var best = 0
    for column in 1..<columns where values[row * columns + column] > values[row * columns + best] {
      best = column
    }
    return best
  }
}
