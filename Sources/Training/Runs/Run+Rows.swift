extension Run {
  /// The most rows that are looked at one by one.
  private static let mostRows = 10_000

  /// The first training row for which the loss is not a finite number with the weights that the run keeps: its label as
  /// the loss takes it, and the network's prediction. Nothing where every row has a loss.
  public var rowWithoutLoss: (label: [Double], prediction: [Double])? {
    guard let labels = try? Labels(data, for: objective) else { return nil }
    let (inputs, outputs) = (network.weights.shape.inputs, network.weights.shape.outputs)
    for row in data.trainRows.prefix(Self.mostRows) {
      let features = data.features[row * inputs..<(row + 1) * inputs]
      guard features.allSatisfy(\.isFinite) else { continue }
      let prediction = network.outputs(for: Array(features))
      let label = Array(labels.values[row * labels.columns..<(row + 1) * labels.columns])
      if !loss(of: prediction, label, outputs).isFinite { return (label, prediction) }
    }
    return nil
  }

  private func loss(of prediction: [Double], _ label: [Double], _ columns: Int) -> Double {
    label.withUnsafeBufferPointer { label in
      prediction.withUnsafeBufferPointer { objective.kernel.sum(label, $0, columns, nil) }
    }
  }
}
