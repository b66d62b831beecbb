import Testing

@testable import Plotting

@Suite("Ticks of a logarithmic axis")
struct LogTicksTests {
  private func labels(_ low: Double, _ high: Double, _ count: Int) -> [String] {
    let range = decimalLogarithm(low)...decimalLogarithm(high)
    return logTickLabels(logTicks(in: range, atMost: count))
  }

  @Test("Several decades have powers of ten")
  func decades() {
    #expect(labels(0.01, 10, 5) == ["0.01", "0.1", "1", "10"])
    #expect(labels(10, 10_000, 5) == ["10", "100", "1000", "10000"])
    #expect(labels(1e-9, 1, 4) == ["1e-9", "1e-6", "0.001", "1"])
  }

  @Test("About one decade has 1, 2 and 5")
  func oneDecade() {
    #expect(labels(0.1, 1, 5) == ["0.1", "0.2", "0.5", "1"])
  }

  @Test("Less than a decade has what a linear axis would have")
  func lessThanADecade() {
    #expect(labels(0.3, 0.7, 4) == ["0.3", "0.4", "0.5", "0.6", "0.7"])
  }

  @Test("All of the numbers there are")
  func everything() {
    #expect(logTicks(in: -324...309, atMost: 5).count <= 6)
    #expect(logTicks(in: -324...309, atMost: 5).count >= 4)
  }
}
