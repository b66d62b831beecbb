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
    if left.shape == right.shape { return try sameShape(left, right, combine) }
    if let b = right.single, right.rank <= left.rank { return try left.map { combine($0, b) } }
    if let a = left.single, left.rank <= right.rank { return try right.map { combine(a, $0) } }
    let shape = try shape(operation, left.shape, right.shape)
    return try sameShape(expand(left, to: shape), expand(right, to: shape), combine)
  }

  @inline(__always)
  private static func sameShape(
    _ left: Tensor, _ right: Tensor, _ combine: (Double, Double) -> Double
  ) throws(MathError) -> Tensor {
    let elements = try left.elements.withUnsafeBufferPointer { (a) throws(MathError) in
      try right.elements.withUnsafeBufferPointer { (b) throws(MathError) in
        try Array(interruptible: a.count) { combine(a[$0], b[$0]) }
      }
    }
    return Tensor(unchecked: left.shape, elements)
  }

  /// Repeats a tensor's elements until it has `shape`, to which it must be broadcastable.
  static func expand(_ tensor: Tensor, to shape: [Int]) throws(MathError) -> Tensor {
    if tensor.shape == shape { return tensor }
    let count = try Tensor.checkedCount(of: shape)
    if let value = tensor.single { return try .filled(value, shape: shape) }
    let sources = try sourceIndices(tensor.shape, in: shape, count: count)
    return Tensor(unchecked: shape, try Array(interruptible: count) { tensor.elements[sources[$0]] })
  }

  /// Sums a tensor back to a shape that was broadcast to its own: the reverse of `expand`.
  static func reduce(_ tensor: Tensor, to shape: [Int]) throws(MathError) -> Tensor {
    if tensor.shape == shape { return tensor }
    if shape.allSatisfy({ $0 == 1 }) { return Tensor(unchecked: shape, [Summation.sum(tensor.elements)]) }
    var result = [Double](repeating: 0, count: Tensor.count(of: shape) ?? 0)
    let sources = try sourceIndices(shape, in: tensor.shape, count: tensor.count)
    for (i, source) in sources.enumerated() {
      try Interruption.check(at: i)
      result[source] += tensor.elements[i]
    }
    return Tensor(unchecked: shape, result)
  }

  /// For each element of the large shape, in order, the element of the small one that it comes from.
  private static func sourceIndices(
    _ small: [Int], in large: [Int], count: Int
  ) throws(MathError) -> [Int] {
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
    return try Array(interruptible: count) { _ in
      defer { advance(&position, &source, large, strides) }
      return source
    }
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
