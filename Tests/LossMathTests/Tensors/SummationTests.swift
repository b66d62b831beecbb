import Testing

@testable import LossMath

struct SummationTests {
  @Test func smallOnesSurviveLargeOnes() {
    #expect(Summation.sum([1, 1e100, 1, -1e100]) == 2)
    #expect(Summation.sum([1e16, 1, -1e16]) == 1)
    #expect(Summation.sum(Array(repeating: 0.1, count: 10)) == 1)
  }

  @Test func manyTerms() {
    let count = 1_000_003
    // 0.1 as a double is 0.1000000000000000055511151231257827…
    #expect(Summation.sum(Array(repeating: 0.1, count: count)) == 100000.30000000000555)
    let alternating = (0..<count).map { $0 % 2 == 0 ? 1e10 + Double($0) : -1e10 }
    #expect(Summation.sum(alternating) == 1e10 + 500_001 * 500_002)
  }

  @Test func everyLength() {
    for count in 0..<40 {
      // Large numbers that cancel, around small ones that must survive.
      let small = (0..<count).map { Double($0 + 1) * 0x1p-10 }
      let values = small.flatMap { [1e18, $0, -1e18] }
      #expect(Summation.sum(values) == small.reduce(0, +), "\(count)")
    }
  }

  @Test(
    arguments: [
      ([], 0), ([.infinity, 1], .infinity), ([1, -.infinity], -.infinity), ([.infinity, -.infinity], .nan),
      ([.nan, 1], .nan), ([1, 2, .nan], .nan), ([1e308, 1e308], .infinity),
      ([-1e308, -1e308, -1], -.infinity),
    ] as [([Double], Double)])
  func edges(_ values: [Double], _ expected: Double) {
    #expect(ulps(Summation.sum(values), expected) == 0)
    let padded = values + [Double](repeating: 0, count: 20)
    #expect(ulps(Summation.sum(padded), expected) == 0)
  }
}
