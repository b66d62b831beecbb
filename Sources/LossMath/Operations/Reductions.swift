/// The extent of a reduction: `inner` elements apart, `count` steps long, done `outer` times.
struct AxisLayout {
  let outer: Int
  let count: Int
  let inner: Int
  let reducedShape: [Int]
  /// The reduced shape with a 1 in place of the axis, so that it broadcasts against the whole.
  let keptShape: [Int]

  /// - Parameter axis: counted from the end if negative; `nil` for all elements.
  init(_ shape: [Int], axis: Int?) throws(MathError) {
    guard let axis else {
      (outer, count, inner) = (1, shape.reduce(1, *), 1)
      reducedShape = []
      keptShape = Array(repeating: 1, count: shape.count)
      return
    }
    let position = axis < 0 ? axis + shape.count : axis
    guard shape.indices.contains(position) else {
      throw .axisOutOfRange(axis: axis, rank: shape.count)
    }
    outer = shape[..<position].reduce(1, *)
    count = shape[position]
    inner = shape[(position + 1)...].reduce(1, *)
    var shape = shape
    shape[position] = 1
    keptShape = shape
    shape.remove(at: position)
    reducedShape = shape
  }

  /// Flat positions slice by slice: first those of step 0 along the axis, then those of step 1.
  func slicePositions() throws(MathError) -> [Int] {
    let slices = outer * inner
    return try Array(interruptible: count * slices) {
      let (step, slice) = ($0 / slices, $0 % slices)
      return (slice / inner * count + step) * inner + slice % inner
    }
  }

  func reduce(
    _ tensor: Tensor, _ body: (_ element: (Int) -> Double) throws(MathError) -> Double
  ) throws(MathError) -> Tensor {
    var result = [Double]()
    result.reserveCapacity(outer * inner)
    var done = 0
    try tensor.elements.withUnsafeBufferPointer { (elements) throws(MathError) in
      for slice in 0..<(outer * inner) {
        let base = slice / inner * count * inner + slice % inner
        result.append(try body { elements[base + $0 * inner] })
        done += count
        guard done >= Interruption.stretch else { continue }
        done = 0
        try Interruption.check()
      }
    }
    return Tensor(unchecked: reducedShape, result)
  }
}

extension Traced {
  /// Along one axis, counted from the end if negative, or over all elements; compensated, as ``Summation`` is.
  /// - Throws: `MathError.axisOutOfRange`.
  public func sum(axis: Int? = nil) throws(MathError) -> Traced {
    let layout = try AxisLayout(shape, axis: axis)
    let output = try layout.reduce(value) { Summation.sum(count: layout.count, $0) }
    return try Tape.record(
      [self], output,
      .unary { (x, _, g) throws(MathError) in
        try g.reshaped(layout.keptShape).expanded(to: x.shape)
      })
  }

  /// - Throws: `MathError.empty` where there is nothing to average.
  public func mean(axis: Int? = nil) throws(MathError) -> Traced {
    let layout = try nonEmptyLayout("mean", axis)
    return try sum(axis: axis) / Traced(Double(layout.count))
  }

  /// The mean squared distance from the mean, divided by n − `ddof`.
  public func variance(axis: Int? = nil, ddof: Double = 0) throws(MathError) -> Traced {
    let layout = try nonEmptyLayout("var", axis)
    let deviation = try self - mean(axis: axis).reshaped(layout.keptShape)
    return try (deviation * deviation).sum(axis: axis) / Traced(Double(layout.count) - ddof)
  }

  /// Multiplied half by half: the gradient then needs no division and is right where an element is 0.
  public func product(axis: Int? = nil) throws(MathError) -> Traced {
    let layout = try AxisLayout(shape, axis: axis)
    let slices = layout.outer * layout.inner
    var count = layout.count
    guard count > 0 else { return Traced(try Tensor.filled(1, shape: layout.reducedShape)) }
    var factors = try gathered(layout.slicePositions(), shape: [count, slices])
    while count > 1 {
      let half = count / 2
      let left = try factors.rows(0..<half)
      let right = try factors.rows(half..<(2 * half))
      let rest = try factors.rows((2 * half)..<count)
      factors = try .concatenate([left * right, rest])
      count -= half
    }
    return try factors.reshaped(layout.reducedShape)
  }

  /// Some of the rows of a matrix.
  private func rows(_ chosen: Range<Int>) throws(MathError) -> Traced {
    let columns = value.rowsAndColumns.columns
    let positions = try Array(interruptible: chosen.count * columns) { chosen.lowerBound * columns + $0 }
    return try gathered(positions, shape: [chosen.count, columns])
  }

  /// The largest element; the gradient goes to the first of several. NaN wins over any number.
  public func max(axis: Int? = nil) throws(MathError) -> Traced { try extreme("max", axis, >) }
  /// The smallest element; the gradient goes to the first of several. NaN wins over any number.
  public func min(axis: Int? = nil) throws(MathError) -> Traced { try extreme("min", axis, <) }

  /// The index of the largest element, the first of several.
  public func argmax(axis: Int? = nil) throws(MathError) -> Tensor { try position("argmax", axis, >) }
  /// The index of the smallest element, the first of several.
  public func argmin(axis: Int? = nil) throws(MathError) -> Tensor { try position("argmin", axis, <) }

  private func position(
    _ name: String, _ axis: Int?, _ beats: (Double, Double) -> Bool
  ) throws(MathError) -> Tensor {
    let layout = try nonEmptyLayout(name, axis)
    return try layout.reduce(value) { (element) throws(MathError) in
      var best = 0
      for i in 0..<layout.count where !element(best).isNaN {
        try Interruption.check(at: i)
        if beats(element(i), element(best)) || element(i).isNaN { best = i }
      }
      return Double(best)
    }
  }

  private func extreme(
    _ name: String, _ axis: Int?, _ beats: (Double, Double) -> Bool
  ) throws(MathError) -> Traced {
    let layout = try nonEmptyLayout(name, axis)
    let winners = try position(name, axis, beats)
    let mask = Tensor(unchecked: shape, try oneHotMask(layout, winners.elements))
    var slot = 0
    let output = try layout.reduce(value) { element in
      defer { slot += 1 }
      return Int(exactly: winners.elements[slot]).map(element) ?? .nan
    }
    return try Tape.record(
      [self], output,
      .unary { (x, _, g) throws(MathError) in
        try Traced.select(mask, g.reshaped(layout.keptShape).expanded(to: x.shape), Traced(0))
      })
  }

  private func oneHotMask(_ layout: AxisLayout, _ winners: [Double]) throws(MathError) -> [Double] {
    var mask = try Tensor.filled(0, shape: shape).elements
    for (slot, winner) in winners.enumerated() {
      try Interruption.check(at: slot)
      let (o, i) = (slot / layout.inner, slot % layout.inner)
      guard let step = Int(exactly: winner) else { continue }
      mask[(o * layout.count + step) * layout.inner + i] = 1
    }
    return mask
  }

  private func nonEmptyLayout(_ name: String, _ axis: Int?) throws(MathError) -> AxisLayout {
    let layout = try AxisLayout(shape, axis: axis)
    guard layout.count > 0 else { throw .empty(operation: name) }
    return layout
  }
}
