import CNumerics
import Testing

@testable import LossMath

/// Binary cross-entropy in vectors has the bits that its formula has one by one.
@Suite struct HardLabelKernelTests {
  private static let options = LossOptions()

  /// Probabilities near the ends too, with a label of 0 or 1 each.
  private static func points(_ count: Int, seed: UInt64) -> (y: [Double], p: [Double]) {
    var random = Seeded(seed)
    let p = (0..<count).map { i in
      let x = random.uniform(0, 1)
      return [x, x * 1e-9, 1 - x * 1e-9, x * 1e-300][i % 4]
    }
    return (p.map { _ in random.uniform(0, 1) < 0.5 ? 0 : 1 }, p)
  }

  private func expectSameBits(
    _ y: [Double], _ p: [Double], _ comment: String = "", columns: Int = 1,
    location: SourceLocation = #_sourceLocation
  ) {
    let plain = LossBody.elementwiseKernel(BinaryCrossentropy.self)(Self.options)
    var (found, wanted) = (p.map { _ in 7.0 }, p.map { _ in 7.0 })
    y.withUnsafeBufferPointer { y in
      p.withUnsafeBufferPointer { p in
        let kernel = HardLabelKernel.make(Self.options)
        let sums = [
          found.withUnsafeMutableBufferPointer { kernel.sum(y, p, columns, $0) },
          kernel.sum(y, p, columns, nil),
        ]
        let sum = wanted.withUnsafeMutableBufferPointer { plain.sum(y, p, columns, $0) }
        let agree = sums.allSatisfy { $0.bitPattern == sum.bitPattern || $0.isNaN && sum.isNaN }
        #expect(agree, "\(comment): \(sums) for \(sum)", sourceLocation: location)
      }
    }
    let differ = found.indices.first {
      found[$0].bitPattern != wanted[$0].bitPattern && !(found[$0].isNaN && wanted[$0].isNaN)
    }
    #expect(differ == nil, "\(comment): slope \(differ ?? 0)", sourceLocation: location)
  }

  @Test(arguments: [0, 1, 3, 8, 511, 512, 513, 2000])
  func sameBits(_ count: Int) {
    let (y, p) = Self.points(count, seed: UInt64(count))
    expectSameBits(y, p)
    expectSameBits(y, p, columns: 3)
  }

  /// A number that the vectors leave to the formula, in a block by itself and among others.
  @Test(
    arguments: [
      (0, 1), (1, 0), (0, 0), (1, 1), (0.3, 0.6), (1, .leastNonzeroMagnitude), (0, .leastNonzeroMagnitude),
      (1, -0.0), (0, -0.0), (1, -0.1),
      (0, 1.1), (0, -0.1), (1, 1.1), (0, .nan), (1, .nan), (.nan, 0.5), (0, .infinity), (1, -.infinity),
      (-1, 0.5), (2, 0.5),
    ] as [(Double, Double)])
  func edges(_ y: Double, _ p: Double) {
    expectSameBits([y], [p], "alone")
    var (labels, probabilities) = Self.points(1200, seed: 3)
    (labels[700], probabilities[700]) = (y, p)
    expectSameBits(labels, probabilities, "among others")
  }

  @Test func everyWidthGivesTheSameBits() {
    let (y, p) = Self.points(10_001, seed: 9)
    let results = [NUMERICS_BASELINE, NUMERICS_AVX2].map { width in
      var (losses, slopes) = (p.map { _ in 7.0 }, p.map { _ in 7.0 })
      let isDone = numerics_hard_bce(width, y, p, p.count, 0.25, &losses, &slopes)
      return isDone == 0 ? [] : (losses + slopes).map(\.bitPattern)
    }
    let expected =
      zip(y, p).map { BinaryCrossentropy.value($0, $1, Self.options) }
      + zip(y, p).map { BinaryCrossentropy.slope($0, $1, Self.options) * 0.25 }
    #expect(results.allSatisfy { $0 == expected.map(\.bitPattern) })
  }
}
