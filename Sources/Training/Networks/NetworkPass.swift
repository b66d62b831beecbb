/// The way forward and back through a network for one batch, in memory that is made once.
///
/// Every size is settled in `init`: a batch has at most `capacity` rows, and places in its last lane that it does not
/// use are zero on the way in and on the way back.
final class NetworkPass {
  let shape: NetworkShape
  let capacity: Int
  private let activation: HiddenActivation
  private let width: VectorWidth
  private let stride: Int
  /// Offsets, in lanes, of each hidden layer's block, and of the output's after them.
  private let offsets: [Int]
  private let values: AlignedBuffer
  private let deltas: AlignedBuffer

  init(
    shape: NetworkShape, activation: HiddenActivation, capacity: Int, width: VectorWidth = .widest
  ) {
    self.shape = shape
    self.activation = activation
    self.capacity = capacity
    self.width = width
    stride = PackedRows.stride(rows: capacity)
    var offsets = [0]
    for width in shape.hidden { offsets.append(offsets[offsets.count - 1] + width * stride) }
    self.offsets = offsets
    let lanes = offsets[offsets.count - 1] + shape.outputs * stride
    values = AlignedBuffer(lanes: lanes)
    deltas = AlignedBuffer(lanes: lanes)
  }

  /// Computes the output layer's sums for `input` and writes them to `output`, row by row.
  func forward(_ parameters: Parameters, _ input: Block, to output: UnsafeMutableBufferPointer<Double>) {
    var source = input
    for index in offsets.indices {
      let target = block(values, index, input.lanes)
      let isLast = index == offsets.count - 1
      parameters.layer(index).forward(source, to: target, isLast ? nil : activation, width)
      source = target
    }
    Self.unpack(source, columns: shape.outputs, to: output)
  }

  /// The same for rows in any number of blocks, none longer than `capacity`; false if it was cancelled amid them.
  func forward(
    _ parameters: Parameters, _ input: PackedRows, to output: UnsafeMutableBufferPointer<Double>,
    _ cancel: CancelToken
  ) -> Bool {
    for index in 0..<input.blocks {
      if cancel.isCancelled { return false }
      let rows = input.range(index)
      let part = output[rows.lowerBound * shape.outputs..<rows.upperBound * shape.outputs]
      forward(parameters, input.block(index), to: UnsafeMutableBufferPointer(rebasing: part))
    }
    return true
  }

  /// Writes into `gradient` the parameters' share of the loss, `scale` times.
  ///
  /// - Parameters:
  ///   - outputGradient: The gradient with respect to what the last `forward` wrote, row by row.
  ///   - input: The same block as on the way forward.
  func backward(
    _ parameters: Parameters, _ input: Block, from outputGradient: UnsafeBufferPointer<Double>, scale: Double,
    into gradient: Parameters
  ) {
    let last = offsets.count - 1
    pack(outputGradient, scale: scale, to: block(deltas, last, input.lanes))
    for index in Swift.stride(from: last, through: 0, by: -1) {
      let delta = block(deltas, index, input.lanes)
      guard index > 0 else { return gradient.layer(0).writeGradient(delta, input: input, width) }
      let before = block(values, index - 1, input.lanes)
      gradient.layer(index).writeGradient(delta, input: before, width)
      parameters.layer(index).backward(
        delta, to: block(deltas, index - 1, input.lanes), at: before, activation, width)
    }
  }

  @inline(__always)
  private func block(_ buffer: borrowing AlignedBuffer, _ index: Int, _ lanes: Int) -> Block {
    Block(buffer, at: offsets[index], stride: stride, lanes: lanes)
  }

  /// From feature by feature to row by row, leaving unused rows behind.
  private static func unpack(_ block: Block, columns: Int, to output: UnsafeMutableBufferPointer<Double>) {
    for column in 0..<columns {
      let source = block.feature(column)
      for row in 0..<output.count / columns { output[row * columns + column] = source[row] }
    }
  }

  /// From row by row to feature by feature, with zero in unused rows.
  private func pack(_ rows: UnsafeBufferPointer<Double>, scale: Double, to block: Block) {
    let columns = shape.outputs
    for column in 0..<columns {
      let target = block.feature(column)
      let count = rows.count / columns
      for row in 0..<count { target[row] = rows[row * columns + column] * scale }
      for unused in count..<block.lanes * Lane.scalarCount { target[unused] = 0 }
    }
  }
}
