/// NumPy's legacy `RandomState`: the same seed gives the same numbers, bit for bit.
///
/// Source: NumPy's `randomkit` lineage (`numpy/random/src/legacy`), whose stream is frozen by NumPy's policy
/// (NEP 19). Only the C library's `log` stands between two machines, in the last bit of a normal draw.
public struct RandomState: Sendable {
  private var words: MersenneTwister
  private var cachedNormal: Double?

  /// A generator as `numpy.random.RandomState(seed)` makes it.
  public init(seed: UInt32) {
    words = MersenneTwister(seed: seed)
  }

  /// The next raw word, uniform over all 32-bit numbers.
  public mutating func word() -> UInt32 {
    words.next()
  }

  /// The next number in [0, 1), a multiple of 2⁻⁵³: NumPy's `random_sample()`.
  public mutating func uniform() -> Double {
    let high = Double(words.next() >> 5)
    let low = Double(words.next() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// The next number between `low` and `high`: NumPy's `uniform(low, high)`.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * uniform()
  }

  /// The next draw from the normal distribution with mean 0 and variance 1: NumPy's `standard_normal()`.
  ///
  /// Marsaglia's polar method makes two at a time. The second waits, untouched by other kinds of draw, for the
  /// next call.
  public mutating func standardNormal() -> Double {
    if let cached = cachedNormal {
      cachedNormal = nil
      return cached
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      guard square < 1, square != 0 else { continue }
      let factor = (-2 * Libm.log(square) / square).squareRoot()
      cachedNormal = factor * x
      return factor * y
    }
  }

  /// The next draw from the normal distribution: NumPy's `normal(loc, scale)`.
  public mutating func normal(mean: Double = 0, deviation: Double) -> Double {
    mean + deviation * standardNormal()
  }

  /// A whole number from 0 through `last`, by rejection under the smallest mask that covers `last`.
  ///
  /// Nothing is drawn when `last` is 0.
  public mutating func interval(through last: UInt32) -> UInt32 {
    if last == 0 { return 0 }
    let mask = UInt32.max >> UInt32(last.leadingZeroBitCount)
    while true {
      let candidate = words.next() & mask
      if candidate <= last { return candidate }
    }
  }

  /// Shuffles in place as NumPy's `shuffle` does: from the last place down, each swapped with one at or below it.
  ///
  /// Arrays longer than 2³² would need another draw from NumPy; the data sets' limits keep far below that.
  public mutating func shuffle<Element>(_ values: inout [Element]) {
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, Int(interval(through: UInt32(truncatingIfNeeded: last))))
    }
  }

  /// The numbers 0 to `count` − 1 in shuffled order: NumPy's `permutation(count)`. Empty when `count` ≤ 0.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<max(0, count))
    shuffle(&order)
    return order
  }
}
