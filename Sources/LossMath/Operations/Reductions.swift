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
  var slicePositions: [Int] {
    (0..<count).flatMap { step in
      (0..<(outer * inner)).map { ($0 / inner * count + step) * inner + $0 % inner }
    }
  }

  func reduce(_ tensor: Tensor, _ body: (_ element: (Int) -> Double) -> Double) -> Tensor {
    var result = [Double]()
    result.reserveCapacity(outer * inner)
    tensor.elements.withUnsafeBufferPointer { elements in
      for o in 0..<outer {
        for i in 0..<inner {
          let base = o * count * inner + i
          result.append(body { elements[base + $0 * inner] })
        }
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
    let output = layout.reduce(value) { Summation.sum(count: layout.count, $0) }
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
    var factors = try gathered(layout.slicePositions, shape: [count, slices])
    while count > 1 {
      let half = count / 2
      let left = try factors.gathered(Array(0..<(half * slices)), shape: [half, slices])
      let right = try factors.gathered(Array((half * slices)..<(2 * half * slices)), shape: [half, slices])
      let rest = try factors.gathered(
        Array((2 * half * slices)..<(count * slices)), shape: [count - 2 * half, slices])
      factors = try .concatenate([left * right, rest])
      count -= half
    }
    return try factors.reshaped(layout.reducedShape)
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
    return layout.reduce(value) { element in
      var best = 0
      for i in 0..<layout.count where !element(best).isNaN {
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
    let mask = Tensor(unchecked: shape, oneHotMask(layout, winners.elements))
    var slot = 0
    let output = layout.reduce(value) { element in
      defer { slot += 1 }
      return Int(exactly: winners.elements[slot]).map(element) ?? .nan
    }
    return try Tape.record(
      [self], output,
      .unary { (x, _, g) throws(MathError) in
        try Traced.select(mask, g.reshaped(layout.keptShape).expanded(to: x.shape), Traced(0))
      })
  }

  private func oneHotMask(_ layout: AxisLayout, _ winners: [Double]) -> [Double] {
    var mask = [Double](repeating: 0, count: value.count)
    for (slot, winner) in winners.enumerated() {
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
