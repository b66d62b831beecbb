import Testing

@testable import Plotting

@Suite("Extents of values")
struct ExtentTests {
  private func range(_ values: [Double], _ scale: Scale = .linear) -> ClosedRange<Double>? {
    var extent = Extent(scale)
    for value in values { extent.include(value) }
    return extent.range
  }

  @Test("From the lowest to the highest, without what is not finite")
  func includes() {
    #expect(range([3, -1, .nan, 7, .infinity, -.infinity]) == -1...7)
    #expect(range([.nan]) == nil)
  }

  @Test("A logarithmic extent counts exponents and leaves out what is not positive")
  func logarithmic() {
    #expect(range([0.01, 0, -5, 1000], .log) == -2...3)
  }

  @Test("What is wide enough stays, what is too narrow is widened")
  func widened() {
    #expect(Extent.widened(1...2, for: .linear) == 1...2)
    #expect(Extent.widened(5...5, for: .linear) == 4.5...5.5)
    #expect(Extent.widened(0...0, for: .linear) == -1...1)
    #expect(Extent.widened(2...2, for: .log) == 1.75...2.25)
    #expect(Extent.widened(-323...(-320), for: .log) == -323...(-316))
    #expect(Extent.widened(308...308, for: .log) == 304...308)
  }

  @Test("A point that cannot be placed does not stretch the other axis")
  func pairs() {
    let panel = Panel(marks: [.points(x: [1, 2, 900], y: [5, .infinity, .nan])])
    #expect(panel.extents().x.range == 1...2)
    #expect(panel.extents().y.range == 5...5)
  }

  @Test("With a fixed horizontal range only what is inside it decides the vertical one")
  func zoomed() {
    let panel = Panel(marks: [.line(x: [0, 1, 2], y: [100, 1, 2])], xRange: 1...2)
    #expect(panel.extents().y.range == 1...2)
  }

  @Test("What a logarithmic axis cannot show is counted")
  func hidden() {
    let marks: [Mark] = [.line(x: [-1, 0, 1], y: [1, -1, .nan]), .horizontal(y: 0), .vertical(x: 0)]
    #expect(Panel(marks: marks).hiddenByLogAxes == (0, 0))
    #expect(Panel(marks: marks, xScale: .log, yScale: .log).hiddenByLogAxes == (3, 2))
  }
}
