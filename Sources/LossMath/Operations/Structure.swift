// Operations that move elements about: products of matrices, transposition, gathering, joining.

extension Traced {
  /// The same elements, row by row, under another shape.
  /// - Throws: `MathError.reshapeMismatch` where the shape does not hold as many.
  public func reshaped(_ newShape: [Int]) throws(MathError) -> Traced {
    if shape == newShape { return self }
    return try Tape.record(
      [self], value.reshaped(newShape), .unary { (x, _, g) throws(MathError) in try g.reshaped(x.shape) })
  }

  /// Rows become columns; a vector stays as it is.
  public func transposed() throws(MathError) -> Traced {
    guard value.rank == 2 else { return self }
    let (rows, columns) = value.rowsAndColumns
    let order = try Array(interruptible: value.count) {
      ($0 % Swift.max(rows, 1)) * columns + $0 / Swift.max(rows, 1)
    }
    return try gathered(order, shape: [columns, rows])
  }

  /// The elements at the given flat positions, in a new shape. A position may occur more than once.
  public func gathered(_ positions: [Int], shape newShape: [Int]) throws(MathError) -> Traced {
    for (i, position) in positions.enumerated() {
      try Interruption.check(at: i)
      guard value.elements.indices.contains(position) else {
        throw .indexOutOfRange(index: position, count: value.count)
      }
    }
    let elements = try Array(interruptible: positions.count) { value.elements[positions[$0]] }
    guard let output = Tensor(shape: newShape, elements: elements) else {
      throw .reshapeMismatch(from: [positions.count], to: newShape)
    }
    return try Tape.record(
      [self], output, .unary { (x, _, g) throws(MathError) in try g.scattered(positions, shape: x.shape) })
  }

  /// Adds each element to the given flat position of a tensor of zeros: the reverse of `gathered`.
  func scattered(_ positions: [Int], shape newShape: [Int]) throws(MathError) -> Traced {
    var result = try Tensor.filled(0, shape: newShape).elements
    for (i, position) in positions.enumerated() {
      try Interruption.check(at: i)
      result[position] += value.elements[i]
    }
    return try Tape.record(
      [self], Tensor(unchecked: newShape, result),
      .unary { (x, _, g) throws(MathError) in try g.gathered(positions, shape: x.shape) })
  }

  /// Puts tensors of one shape side by side along a new first axis: numbers into a vector, vectors into a
  /// matrix.
  public static func stack(_ parts: [Traced]) throws(MathError) -> Traced {
    guard let first = parts.first else { return Traced(Tensor([])) }
    for part in parts where part.shape != first.shape {
      throw .ragged(first: first.shape, other: part.shape)
    }
    _ = try Tensor.checkedCount(of: [parts.count] + first.shape)
    let output = Tensor(unchecked: [parts.count] + first.shape, try joinedElements(parts))
    return try Tape.record(parts, output, joinPullback)
  }

  /// Joins tensors end to end along the first axis; numbers count as vectors of one.
  public static func concatenate(_ parts: [Traced]) throws(MathError) -> Traced {
    let tail = parts.first.map { Array($0.shape.dropFirst()) } ?? []
    for part in parts where Array(part.shape.dropFirst()) != tail {
      throw .ragged(first: parts.first?.shape ?? [], other: part.shape)
    }
    let rows = parts.reduce(0) { $0 + ($1.shape.first ?? 1) }
    _ = try Tensor.checkedCount(of: [rows] + tail)
    let output = Tensor(unchecked: [rows] + tail, try joinedElements(parts))
    return try Tape.record(parts, output, joinPullback)
  }

  private static func joinedElements(_ parts: [Traced]) throws(MathError) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(parts.reduce(0) { $0 + $1.value.count })
    for (i, part) in parts.enumerated() {
      try Interruption.check(at: i)
      var rest = part.value.elements[...]
      while rest.count > Interruption.stretch {
        result += rest.prefix(Interruption.stretch)
        rest = rest.dropFirst(Interruption.stretch)
        try Interruption.check()
      }
      result += rest
    }
    return result
  }

  private static var joinPullback: Pullback {
    Pullback { (step) throws(MathError) in
      var start = 0
      var result: [Traced?] = []
      for (input, wanted) in zip(step.inputs, step.wanted) {
        let positions = try Array(interruptible: input.value.count) { start + $0 }
        result.append(wanted ? try step.cotangent.gathered(positions, shape: input.shape) : nil)
        start += input.value.count
      }
      return result
    }
  }

  /// The matrix product `a @ b`: vector·vector is a number, as in NumPy.
  public static func matmul(_ a: Traced, _ b: Traced) throws(MathError) -> Traced {
    let plan = try ProductPlan(a.shape, b.shape)
    let output = Tensor(unchecked: plan.shape, try plan.multiply(a.value.elements, b.value.elements))
    return try Tape.record(
      [a, b], output,
      Pullback { (step) throws(MathError) in
        let g = try step.cotangent.reshaped([plan.rows, plan.columns])
        let left = try step.inputs[0].reshaped([plan.rows, plan.inner])
        let right = try step.inputs[1].reshaped([plan.inner, plan.columns])
        return [
          step.wanted[0] ? try matmul(g, right.transposed()).reshaped(step.inputs[0].shape) : nil,
          step.wanted[1] ? try matmul(left.transposed(), g).reshaped(step.inputs[1].shape) : nil,
        ]
      })
  }
}

/// The sizes of a matrix product.
private struct ProductPlan {
  let rows: Int
  let inner: Int
  let columns: Int
  let shape: [Int]

  init(_ a: [Int], _ b: [Int]) throws(MathError) {
    guard (1...2).contains(a.count), (1...2).contains(b.count), a[a.count - 1] == b[0] else {
      throw .productMismatch(left: a, right: b)
    }
    rows = a.count == 2 ? a[0] : 1
    inner = b[0]
    columns = b.count == 2 ? b[1] : 1
    shape = a.dropLast() + b.dropFirst()
    _ = try Tensor.checkedCount(of: [rows, columns])
  }

  /// So many numbers of the right matrix stay in the processor's cache while all rows of the left one pass.
  private static let block = 1 << 14

  func multiply(_ a: [Double], _ b: [Double]) throws(MathError) -> [Double] {
    if columns == 1 {
      return try Array(interruptible: rows) { r in Summation.sum(count: inner) { a[r * inner + $0] * b[$0] } }
    }
    var result = try [Double](interruptible: rows * columns) { _ in 0 }
    try a.withUnsafeBufferPointer { (a) throws(MathError) in
      try b.withUnsafeBufferPointer { (b) throws(MathError) in
        try result.withUnsafeMutableBufferPointer { (result) throws(MathError) in
          try add(a, b, to: result)
        }
      }
    }
    return result
  }

  /// Each element takes its products in the order of the inner index, whatever the blocks are.
  private func add(
    _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>,
    to result: UnsafeMutableBufferPointer<Double>
  ) throws(MathError) {
    let depth = max(Self.block / max(columns, 1), 1)
    var done = 0
    for start in stride(from: 0, to: inner, by: depth) {
      let block = start..<min(start + depth, inner)
      for r in 0..<rows {
        for k in block {
          let factor = a[r * inner + k]
          for c in 0..<columns { result[r * columns + c] += factor * b[k * columns + c] }
        }
        done += block.count * columns
        guard done >= Interruption.stretch else { continue }
        done = 0
        try Interruption.check()
      }
    }
  }
}
