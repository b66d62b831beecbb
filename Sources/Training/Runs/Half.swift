import LossMath

/// One half of a data set, ready for evaluation: the network's output for all its rows, then one look at the loss
/// and the metric.
final class Half {
  private let rows: PackedRows
  private let labels: [Double]
  private var outputs: [Double]
  private let pass: NetworkPass
  private let objective: Objective
  private let rule: MetricRule

  init(
    _ dataset: Dataset, _ range: Range<Int>, _ labels: Labels, _ objective: Objective, _ pass: NetworkPass
  ) {
    rows = PackedRows(rows: range.count, columns: dataset.columns, blockRows: pass.capacity)
    rows.fill(dataset.features, order: Array(range))
    self.labels = Array(labels.values[range.lowerBound * labels.columns..<range.upperBound * labels.columns])
    outputs = [Double](repeating: 0, count: range.count * labels.outputs)
    self.pass = pass
    self.objective = objective
    rule = MetricRule(objective)
  }

  /// The mean loss of a row, and the metric; nothing if it was cancelled.
  func evaluate(_ parameters: Parameters, _ cancel: CancelToken) -> (loss: Double, metric: Double)? {
    let columns = pass.shape.outputs
    return outputs.withUnsafeMutableBufferPointer { outputs in
      guard pass.forward(parameters, rows, to: outputs, cancel) else { return nil }
      objective.activation.apply(outputs, columns: columns)
      let outputs = UnsafeBufferPointer(outputs)
      return labels.withUnsafeBufferPointer { labels in
        let sum = objective.kernel.sum(labels, outputs, columns, nil)
        let metric = rule.value(labels: labels, outputs: outputs, columns: columns)
        return (sum / Double(rows.rows), metric)
      }
    }
  }
}
