import Testing

@testable import Plotting

@Suite("Tick labels")
struct TickLabelsTests {
  private func ticks(_ significands: [Int], _ exponent: Int) -> [DecimalNumber] {
    significands.map { DecimalNumber(significand: $0, exponent: exponent) }
  }

  @Test("Labels of one axis have the same number of decimals")
  func decimals() {
    #expect(tickLabels(ticks([0, 25, 50, 75], -2)) == ["0.00", "0.25", "0.50", "0.75"])
  }

  @Test("Long numbers are written with exponents, others are not")
  func exponents() {
    #expect(tickLabels(ticks([0, 1, 2], -5)) == ["0", "1e-5", "2e-5"])
    #expect(tickLabels(ticks([-1, 0, 1], 6)) == ["-1e6", "0", "1e6"])
    #expect(tickLabels(ticks([0, 2, 4], 4)) == ["0", "20000", "40000"])
    #expect(tickLabels(ticks([1_000_001, 1_000_002], 0)) == ["1000001", "1000002"])
  }

  @Test("No tick, no label")
  func empty() {
    #expect(tickLabels([]).isEmpty)
  }
}
