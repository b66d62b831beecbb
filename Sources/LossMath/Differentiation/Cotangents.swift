/// A gradient on its way back.
struct Cotangent {
  var value: Traced
  /// 1 for the elements that the result depends on, 0 for those that a `select` has left out; nothing where
  /// all count.
  ///
  /// A 0 in `value` would not do: multiplied by the infinite slope of, say, `log` at 0, it becomes NaN, and
  /// `where(x > 0, log(x), 0)` would have no gradient at 0.
  var live: Tensor?
}

/// The gradients that have arrived at a stretch of a tape.
struct Cotangents {
  private let start: Int
  private var arrived: [Cotangent?]

  init(start: Int, count: Int) {
    self.start = start
    arrived = Array(repeating: nil, count: count)
  }

  subscript(index: Int) -> Cotangent? {
    arrived.indices.contains(index - start) ? arrived[index - start] : nil
  }

  mutating func take(_ index: Int) -> Cotangent? {
    defer { arrived[index - start] = nil }
    return arrived[index - start]
  }

  mutating func add(_ part: Cotangent, at index: Int) throws(MathError) {
    guard let present = arrived[index - start] else {
      arrived[index - start] = part
      return
    }
    var live: Tensor?
    if let a = present.live, let b = part.live { live = try Tensor.compare("or", a, b) { $0 + $1 > 0 } }
    arrived[index - start] = Cotangent(value: try present.value + part.value, live: live)
  }
}

extension Pullback.Flow {
  /// Which elements of an input of the output's shape anything depends on.
  func live(_ output: Tensor?, input: Int) throws(MathError) -> Tensor? {
    switch self {
    case .mixed: return nil
    case .elementwise: return output
    case .choice(let mask):
      return try Tensor.compare("where", mask, output ?? Tensor(1)) { ($0 != 0) == (input == 0) && $1 != 0 }
    }
  }
}

extension Traced {
  /// 0 in place of the elements that are not live.
  func keeping(_ live: Tensor?) throws(MathError) -> Traced {
    guard let live else { return self }
    return try .select(live, self, Traced(0))
  }
}
