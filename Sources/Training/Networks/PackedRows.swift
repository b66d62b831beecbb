/// Rows of a data set laid out for the layers' arithmetic: block after block of at most `blockRows` rows, each
/// feature by feature.
final class PackedRows {
  let rows: Int
  let columns: Int
  let blockRows: Int
  private let stride: Int
  private let buffer: AlignedBuffer

  init(rows: Int, columns: Int, blockRows: Int) {
    self.rows = rows
    self.columns = columns
    self.blockRows = blockRows
    stride = Self.stride(rows: blockRows)
    let blocks = (rows + blockRows - 1) / blockRows
    buffer = AlignedBuffer(lanes: blocks * columns * stride)
  }

  /// The distance between two features of a block, in lanes. It is odd, because at a power of two the features
  /// would fight for the same places in the processor's cache.
  static func stride(rows: Int) -> Int {
    lanesNeeded(rows) | 1
  }

  var blocks: Int { (rows + blockRows - 1) / blockRows }

  /// The rows of block `index`, counted from 0 among all that are packed.
  func range(_ index: Int) -> Range<Int> {
    index * blockRows..<min(rows, (index + 1) * blockRows)
  }

  func block(_ index: Int) -> Block {
    Block(buffer, at: index * columns * stride, stride: stride, lanes: lanesNeeded(range(index).count))
  }

  /// Fills the blocks with the rows of `features` that `order` names, in that order.
  func fill(_ features: [Double], order: [Int]) {
    for index in 0..<blocks {
      let target = block(index).start
      for (place, row) in order[range(index)].enumerated() {
        for column in 0..<columns {
          target[column * stride * Lane.scalarCount + place] = features[row * columns + column]
        }
      }
    }
  }
}
