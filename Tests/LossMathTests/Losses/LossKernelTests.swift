import Testing

@testable import LossMath

struct LossKernelTests {
  /// Buffers that do not fit are walked as far as all of them go.
  @Test(arguments: Loss.all.filter(\.trains).map(\.name))
  func buffersThatDoNotFit(_ name: String) throws {
    let loss = try #require(Loss.named(name))
    let whole = [Double](repeating: 0.5, count: 6)
    for (labels, slopes, columns) in [(2, 6, 3), (6, 2, 3), (6, 6, 0), (6, 6, -1), (0, 0, 3), (6, 6, 4)] {
      var gradient = [Double](repeating: 7, count: slopes)
      let sum = whole[..<labels].withUnsafeBufferPointer { y in
        whole.withUnsafeBufferPointer { p in
          gradient.withUnsafeMutableBufferPointer { loss.kernel().sum(y, p, columns, $0) }
        }
      }
      #expect(sum.isFinite && gradient.count == slopes)
    }
  }

  @Test func batchesAddUp() throws {
    let kernel = try #require(Loss.named("mse")).kernel()
    let (y, p) = ([1.0, 2, 3, 4], [2.0, 2, 5, 1])
    func sum(_ range: Range<Int>) -> Double {
      y[range].withUnsafeBufferPointer { y in p[range].withUnsafeBufferPointer { kernel.sum(y, $0, 2, nil) } }
    }
    #expect(sum(0..<4) == 7 && sum(0..<2) + sum(2..<4) == 7)
  }
}
