/// How a metric is computed for one objective: which numbers decide for a class.
enum MetricRule: Sendable {
  case meanSquare
  /// The first of the largest outputs is the class; the label is a class index.
  case largestIsIndex
  /// The first of the largest outputs is the class; the label is one-hot.
  case largestIsOneHot
  /// Class 1 above `threshold`; a label above `middle` is class 1.
  case above(threshold: Double, middle: Double)

  init(_ objective: Objective) {
    switch (objective.metric, objective.labels) {
    case (.mse, _): self = .meanSquare
    case (.accuracy, .classIndex): self = .largestIsIndex
    case (.accuracy, .oneHot): self = .largestIsOneHot
    case (.accuracy, .plusMinusOne):
      // A probability decides at one half, whatever the labels are called.
      self = .above(threshold: objective.activation == .sigmoid ? 0.5 : 0, middle: 0)
    case (.accuracy, .zeroOne):
      // A linear output beside 0/1 labels is a logit: its sign decides.
      self = .above(threshold: objective.activation == .linear ? 0 : 0.5, middle: 0.5)
    case (.accuracy, .real): self = .above(threshold: 0.5, middle: 0.5)
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
      var sum = 0.0
      for i in outputs.indices { sum += (outputs[i] - labels[i]) * (outputs[i] - labels[i]) }
      return sum / Double(outputs.count)
    case .largestIsIndex:
      return share(of: labels.count) { Double(Self.largest(outputs, $0, columns)) == labels[$0] }
    case .largestIsOneHot:
      return share(of: labels.count / columns) {
        Self.largest(outputs, $0, columns) == Self.largest(labels, $0, columns)
      }
    case .above(let threshold, let middle):
      return share(of: labels.count) { (outputs[$0] > threshold) == (labels[$0] > middle) }
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
