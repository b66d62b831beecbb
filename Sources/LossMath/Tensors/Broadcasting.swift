/// NumPy's broadcasting: shapes are aligned at the right, and a size of 1 stretches.
enum Broadcasting {
  static func shape(_ operation: String, _ left: [Int], _ right: [Int]) throws(MathError) -> [Int] {
    if left == right || right.isEmpty { return left }
    if left.isEmpty { return right }
    let rank = max(left.count, right.count)
    var result = [Int](repeating: 1, count: rank)
    for axis in 0..<rank {
      let a = size(of: left, at: axis, rank: rank)
      let b = size(of: right, at: axis, rank: rank)
      guard a == b || a == 1 || b == 1 else {
        throw .shapesDiffer(operation: operation, left: left, right: right)
      }
      result[axis] = a == 1 ? b : a
    }
    return result
  }

  /// Applies `combine` to each pair of elements of two broadcast tensors.
  @inline(__always)
  static func combine(
    _ operation: String, _ left: Tensor, _ right: Tensor, _ combine: (Double, Double) -> Double
  ) throws(MathError) -> Tensor {
    if left.shape == right.shape { return sameShape(left, right, combine) }
    if let b = right.single, right.rank <= left.rank { return left.map { combine($0, b) } }
    if let a = left.single, left.rank <= right.rank { return right.map { combine(a, $0) } }
    let shape = try shape(operation, left.shape, right.shape)
    return sameShape(try expand(left, to: shape), try expand(right, to: shape), combine)
  }

  @inline(__always)
  private static func sameShape(
    _ left: Tensor, _ right: Tensor, _ combine: (Double, Double) -> Double
  ) -> Tensor {
    let count = left.count
    let elements = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      left.elements.withUnsafeBufferPointer { a in
        right.elements.withUnsafeBufferPointer { b in
          for i in 0..<count { buffer[i] = combine(a[i], b[i]) }
        }
      }
      initialized = count
    }
    return Tensor(unchecked: left.shape, elements)
  }

  /// Repeats a tensor's elements until it has `shape`, to which it must be broadcastable.
  static func expand(_ tensor: Tensor, to shape: [Int]) throws(MathError) -> Tensor {
    if tensor.shape == shape { return tensor }
    let count = try Tensor.checkedCount(of: shape)
    if let value = tensor.single { return Tensor(unchecked: shape, Array(repeating: value, count: count)) }
    let sources = sourceIndices(tensor.shape, in: shape, count: count)
    return Tensor(unchecked: shape, sources.map { tensor.elements[$0] })
  }

  /// Sums a tensor back to a shape that was broadcast to its own: the reverse of `expand`.
  static func reduce(_ tensor: Tensor, to shape: [Int]) -> Tensor {
    if tensor.shape == shape { return tensor }
    if shape.allSatisfy({ $0 == 1 }) { return Tensor(unchecked: shape, [Summation.sum(tensor.elements)]) }
    var result = [Double](repeating: 0, count: Tensor.count(of: shape) ?? 0)
    let sources = sourceIndices(shape, in: tensor.shape, count: tensor.count)
    for (i, source) in sources.enumerated() { result[source] += tensor.elements[i] }
    return Tensor(unchecked: shape, result)
  }

  /// For each element of the large shape, in order, the element of the small one that it comes from.
  private static func sourceIndices(_ small: [Int], in large: [Int], count: Int) -> [Int] {
    let rank = large.count
    var strides = [Int](repeating: 0, count: rank)
    var stride = 1
    for axis in (0..<rank).reversed() {
      let own = size(of: small, at: axis, rank: rank)
      strides[axis] = own == 1 ? 0 : stride
      stride *= own
    }
    var position = [Int](repeating: 0, count: rank)
    var source = 0
    var result = [Int]()
    result.reserveCapacity(count)
    for _ in 0..<count {
      result.append(source)
      advance(&position, &source, large, strides)
    }
    return result
  }

  private static func advance(
    _ position: inout [Int], _ source: inout Int, _ shape: [Int], _ strides: [Int]
  ) {
    for axis in (0..<shape.count).reversed() {
      position[axis] += 1
      source += strides[axis]
      if position[axis] < shape[axis] { return }
      source -= strides[axis] * shape[axis]
      position[axis] = 0
    }
  }

  private static func size(of shape: [Int], at axis: Int, rank: Int) -> Int {
    let own = axis - (rank - shape.count)
    return own < 0 ? 1 : shape[own]
  }
}
