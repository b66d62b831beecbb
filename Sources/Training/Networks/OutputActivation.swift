import CNumerics

/// What the output layer does with its weighted sums before the loss sees them.
public enum OutputActivation: String, Sendable, CaseIterable {
  /// Nothing: for regression, and for losses that work from logits.
  case linear
  case sigmoid
  case tanh
  /// Over the columns of a row, which sum to 1.
  case softmax
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
}
