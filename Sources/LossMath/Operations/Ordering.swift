// Sorting that can be interrupted.

extension Tensor {
  /// The places of the elements from smallest to largest, equal ones in their order, NaNs at the end.
  /// - Throws: `MathError.interrupted`.
  public func ascending() throws(MathError) -> [Int] {
    let x = elements
    return try Array(interruptible: x.count) { $0 }.interruptiblySorted(by: {
      x[$0] < x[$1] || (x[$0] == x[$1] && $0 < $1) || (!x[$0].isNaN && x[$1].isNaN)
    })
  }
}

extension Tensor {
  /// The places of the elements from last to first.
  /// - Throws: `MathError.interrupted`.
  public func backwards() throws(MathError) -> [Int] {
    try Array(interruptible: count) { count - 1 - $0 }
  }
}

extension Collection {
  /// Sorted as the standard library does, unless the computation is told to stop.
  /// - Throws: `MathError.interrupted`.
  @inline(__always)
  func interruptiblySorted(by precedes: (Element, Element) -> Bool) throws(MathError) -> [Element] {
    var comparisons = 0
    do {
      return try sorted { a, b in
        comparisons &+= 1
        try Interruption.check(at: comparisons)
        return precedes(a, b)
      }
    } catch { throw .interrupted }
  }
}
