import CNumerics

/// What the output layer does with its weighted sums before the loss sees them.
public enum OutputActivation: String, Sendable, CaseIterable {
  /// Nothing: for regression, and for losses that work from logits.
  case linear
  case sigmoid
  case tanh
  /// Over the columns of a row, which sum to 1.
  case softmax
  /// The logarithm of softmax, for losses that take log-probabilities.
  case logSoftmax = "log_softmax"
  /// eˣ: rates above 0.
  case exp
  /// A row's first number as it is, a mean; eˣ of the second, a variance.
  case meanVariance = "mean_variance"
}

extension OutputActivation {
  /// Applies the activation in place to `rows × columns` numbers, row by row.
  func apply(_ values: UnsafeMutableBufferPointer<Double>, columns: Int) {
    switch self {
    case .linear: return
    case .sigmoid: for i in values.indices { values[i] = numerics_sigmoid(values[i]) }
    case .tanh: for i in values.indices { values[i] = numerics_tanh(values[i]) }
    case .softmax:
      for row in stride(from: 0, to: values.count, by: columns) {
        Self.softmax(values, row..<row + columns)
      }
    case .logSoftmax:
      for row in stride(from: 0, to: values.count, by: columns) {
        Self.logSoftmax(values, row..<row + columns)
      }
    case .exp: for i in values.indices { values[i] = numerics_exp(values[i]) }
    case .meanVariance:
      for i in stride(from: 1, to: values.count, by: 2) { values[i] = numerics_exp(values[i]) }
    }
  }

  /// Turns `gradient`, with respect to the activations `values`, into that with respect to the sums, in place.
  func backward(
    _ gradient: UnsafeMutableBufferPointer<Double>, at values: UnsafeBufferPointer<Double>, columns: Int
  ) {
    switch self {
    case .linear: return
    case .sigmoid: for i in values.indices { gradient[i] *= values[i] * (1 - values[i]) }
    case .tanh: for i in values.indices { gradient[i] *= 1 - values[i] * values[i] }
    case .softmax:
      for row in stride(from: 0, to: values.count, by: columns) {
        Self.softmaxBackward(gradient, at: values, row..<row + columns)
      }
    case .logSoftmax:
      for row in stride(from: 0, to: values.count, by: columns) {
        Self.logSoftmaxBackward(gradient, at: values, row..<row + columns)
      }
    case .exp: for i in values.indices { gradient[i] *= values[i] }
    case .meanVariance: for i in stride(from: 1, to: values.count, by: 2) { gradient[i] *= values[i] }
    }
  }

  private static func softmax(_ values: UnsafeMutableBufferPointer<Double>, _ row: Range<Int>) {
    // Without its largest sum taken off, a row of large ones would overflow.
    var largest = -Double.infinity
    for i in row { largest = max(largest, values[i]) }
    var total = 0.0
    for i in row {
      values[i] = numerics_exp(values[i] - largest)
      total += values[i]
    }
    for i in row { values[i] /= total }
  }

  private static func softmaxBackward(
    _ gradient: UnsafeMutableBufferPointer<Double>, at values: UnsafeBufferPointer<Double>, _ row: Range<Int>
  ) {
    var mean = 0.0
    for i in row { mean += values[i] * gradient[i] }
    for i in row { gradient[i] = values[i] * (gradient[i] - mean) }
  }

  private static func logSoftmax(_ values: UnsafeMutableBufferPointer<Double>, _ row: Range<Int>) {
    var largest = -Double.infinity
    for i in row { largest = max(largest, values[i]) }
    var total = 0.0
    for i in row { total += numerics_exp(values[i] - largest) }
    let rest = numerics_log(total)
    for i in row { values[i] = values[i] - largest - rest }
  }

  private static func logSoftmaxBackward(
    _ gradient: UnsafeMutableBufferPointer<Double>, at values: UnsafeBufferPointer<Double>, _ row: Range<Int>
  ) {
    var total = 0.0
    for i in row { total += gradient[i] }
    for i in row { gradient[i] -= numerics_exp(values[i]) * total }
  }
}
