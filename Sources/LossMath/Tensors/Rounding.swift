/// What a rounded operation lost, so that it can be given back where it would be multiplied.
enum Rounding {
  /// a + b exactly, less a + b as rounded (Knuth's TwoSum); NaN where the sum is not finite.
  @inline(__always)
  static func errorOfSum(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    let part = sum - a
    return (a - (sum - part)) + (b - part)
  }
}
