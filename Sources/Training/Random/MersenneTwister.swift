/// The 32-bit Mersenne Twister MT19937, seeded from one number as NumPy's `RandomState(seed)` seeds it.
///
/// Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998). NumPy's legacy generator uses the older
/// single-number seeding (Knuth's multiplier 1812433253), not `init_by_array`.
struct MersenneTwister: Sendable {
  private static let size = 624
  private static let shift = 397

  private var state: [UInt32]
  private var position = MersenneTwister.size

  init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    var last = seed
    for i in 1..<UInt32(Self.size) {
      last = 1_812_433_253 &* (last ^ (last >> 30)) &+ i
      state.append(last)
    }
  }

  /// The next word, uniform over all 32-bit numbers.
  mutating func next() -> UInt32 {
    if position == Self.size { refill() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    word ^= word >> 18
    return word
  }

  private mutating func refill() {
    for i in 0..<Self.size {
      let following = state[(i + 1) % Self.size]
      let mixed = (state[i] & 0x8000_0000) | (following & 0x7fff_ffff)
      let twist: UInt32 = mixed & 1 == 0 ? 0 : 0x9908_b0df
      state[i] = state[(i + Self.shift) % Self.size] ^ (mixed >> 1) ^ twist
    }
    position = 0
  }
}
