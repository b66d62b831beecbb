import Testing

@testable import Plotting

@Suite("Ticks of a linear axis")
struct NiceTicksTests {
  @Test(
    "Well-known ranges",
    arguments: [
      (0.0, 1.0, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (0, 200, 4, ["0", "50", "100", "150", "200"]),
      (-3, 3, 4, ["-2", "0", "2"]),
      (0, 1, 4, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
      (0, 1e-5, 2, ["0", "5e-6", "1e-5"]),
      (0, 3e300, 3, ["0", "1e300", "2e300", "3e300"]),
    ])
  func known(low: Double, high: Double, count: Int, labels: [String]) {
    #expect(tickLabels(niceTicks(in: low...high, atMost: count)) == labels)
  }

  @Test("Over many ranges: nice, rising, evenly spaced, inside, covering, and as many as asked for")
  func properties() {
    var random = Random(seed: 1)
    for _ in 0..<2_000 {
      let centre = (random.unit() - 0.5) * powerOfTen(Double(random.below(12) - 6))
      let width = (random.unit() + 0.01) * powerOfTen(Double(random.below(12) - 6))
      let range = Extent.widened((centre - width)...(centre + width), for: .linear)
      let (low, high, count) = (range.lowerBound, range.upperBound, 2 + random.below(9))
      let step = niceStep(in: low...high, atMost: count)
      let ticks = niceTicks(in: low...high, atMost: count)
      #expect([1, 2, 25, 5].contains(step.significand))
      #expect((max(1, count / 2 - 1)...count + 1).contains(ticks.count), "\(low)...\(high), \(count)")
      let values = ticks.map(\.value)
      let slack = max(step.value * 1e-6, centre.ulp * 4)
      #expect(zip(values, values.dropFirst()).allSatisfy { abs($1 - $0 - step.value) < slack })
      #expect(values.allSatisfy { $0 > low - slack && $0 < high + slack })
      #expect((values.first ?? high) - low <= step.value + slack)
      #expect(high - (values.last ?? low) <= step.value + slack)
    }
  }

  @Test("The widest range there is has ticks")
  func widest() {
    let limit = Double.greatestFiniteMagnitude
    #expect(niceTicks(in: -limit...limit, atMost: 5).count >= 3)
  }
}
