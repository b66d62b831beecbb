/// Eight numbers that the arithmetic of a layer takes at a time.
typealias Lane = SIMD8<Double>

/// Lanes in memory, aligned for the widest vector registers, zero to begin with and freed with their owner.
struct AlignedBuffer: ~Copyable {
  static let alignment = 64

  let lanes: UnsafeMutablePointer<Lane>
  let count: Int

  /// - Parameter count: In lanes. Nothing is negative or huge here: `TrainingLimits` has been asked before.
  init(lanes count: Int) {
    self.count = max(count, 1)
    let bytes = self.count * MemoryLayout<Lane>.stride
    lanes = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: Self.alignment)
      .bindMemory(to: Lane.self, capacity: self.count)
    lanes.initialize(repeating: .zero, count: self.count)
  }

  /// Room for at least `numbers` numbers; those past them stay zero.
  init(numbers: Int) {
    self.init(lanes: lanesNeeded(numbers))
  }

  deinit {
    lanes.deinitialize(count: count)
    UnsafeMutableRawPointer(lanes).deallocate()
  }

  /// The same memory, number by number.
  var numbers: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(lanes).assumingMemoryBound(to: Double.self)
  }

  func clear() {
    lanes.update(repeating: .zero, count: count)
  }
}

/// How many lanes hold `count` numbers.
func lanesNeeded(_ count: Int) -> Int {
  (count + Lane.scalarCount - 1) / Lane.scalarCount
}
