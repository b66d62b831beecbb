import Testing

@testable import Plotting

@Suite("Axes")
struct AxisTests {
  private func axis(
    _ values: [Double], _ scale: Scale = .linear, fixed: ClosedRange<Double>? = nil, count: Int = 5
  ) -> Axis {
    var extent = Extent(scale)
    for value in values { extent.include(value) }
    return Axis(extent: extent, fixed: fixed, tickCount: count)
  }

  @Test("An end moves out to a tick that is near")
  func snaps() {
    let axis = axis([1, 200])
    #expect(axis.ticks.first == Tick(position: 0, label: "0"))
    #expect(axis.ticks.last == Tick(position: 1, label: "200"))
    #expect(axis.unit(100) == 0.5)
  }

  @Test("An end stays where no tick is near")
  func stays() {
    let axis = axis([0.35, 0.96], count: 3)
    #expect(axis.unit(0.35) == 0)
    #expect(axis.ticks.map(\.label) == ["0.50", "0.75", "1.00"])
  }

  @Test("Only whole numbers get ticks where only they mean something", arguments: [1, 2, 5, 9])
  func whole(count: Int) {
    for end in [1.0, 2, 3, 7, 12, 200] {
      for scale in [Scale.linear, .log] {
        var extent = Extent(scale)
        for value in [1, end] { extent.include(value) }
        let labels = Axis(extent: extent, fixed: nil, tickCount: count, isWhole: true).ticks.map(\.label)
        #expect(!labels.isEmpty && labels.allSatisfy { Int($0) != nil }, "1 to \(end): \(labels)")
      }
    }
  }

  @Test("A fixed range is kept")
  func fixed() {
    let axis = axis([1, 200], fixed: 3...97)
    #expect(axis.unit(3) == 0)
    #expect(axis.unit(97) == 1)
  }

  @Test("A fixed range that the scale cannot show is not used")
  func unusable() {
    #expect(axis([1, 100], .log, fixed: -1...10).unit(100) == 1)
    #expect(axis([0, 10], fixed: -.infinity...1).unit(10) == 1)
  }

  @Test(
    "Whatever the values, there are ticks inside and a place for the values",
    arguments: [
      [], [0], [5], [-1e300, 1e300], [1e-300, 2e-300], [.leastNonzeroMagnitude, 2 * .leastNonzeroMagnitude],
      [1, 1 + 1e-15],
      [-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude], [.nan], [.infinity, 2], [1e16, 1e16 + 2],
      [6.3, 7.7],
    ])
  func robust(values: [Double]) {
    for scale in [Scale.linear, .log] {
      for count in 1...10 {
        let axis = axis(values, scale, count: count)
        #expect(axis.ticks.count >= 2, "\(values) \(scale) \(count)")
        #expect(axis.ticks.allSatisfy { (0...1).contains($0.position) })
        for value in values where value.isFinite && (scale == .linear || value > 0) {
          #expect((-1e-9...1.000_000_001).contains(axis.unit(value)), "\(value) \(scale)")
        }
      }
    }
  }

  @Test("A logarithmic axis has no place for what is not positive")
  func notPositive() {
    #expect(axis([1, 10], .log).unit(0).isNaN)
    #expect(axis([1, 10], .log).unit(-3).isNaN)
  }
}
