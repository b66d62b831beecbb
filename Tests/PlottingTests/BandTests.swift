import Testing

@testable import Plotting

@Suite("Bands")
struct BandTests {
  private func filled(_ run: [(low: Point, high: Point)]) -> [String] {
    var canvas = Canvas(columns: 6, rows: 4, charset: .ascii)
    canvas.fill(run, ink: .series(0))
    return (0..<4).map { canvas.line($0).plain }
  }

  private func pair(_ x: Double, _ low: Double, _ high: Double) -> (low: Point, high: Point) {
    (Point(x: x, y: low), Point(x: x, y: high))
  }

  @Test("Between the edges, in either direction")
  func between() {
    let expected = ["    ::", " :::::", " :::::", "      "]
    #expect(filled([pair(1, 2, 1), pair(5, 2, 0)]) == expected)
    #expect(filled([pair(5, 2, 0), pair(1, 2, 1)]) == expected)
  }

  @Test("One value alone is a stroke, and what is outside is not drawn")
  func edges() {
    #expect(filled([pair(2, 3, 1)]) == ["      ", "  :   ", "  :   ", "  :   "])
    #expect(filled([pair(0, -5, -9), pair(5, -5, -9)]).allSatisfy { $0 == "      " })
    #expect(filled([pair(20, 3, 1), pair(30, 3, 1)]).allSatisfy { $0 == "      " })
    #expect(filled([]).allSatisfy { $0 == "      " })
  }

  @Test("A missing edge breaks the band")
  func breaks() {
    let axis = Axis(extent: Extent(.linear), fixed: 0...4, tickCount: 4)
    let frame = Frame(x: axis, y: axis, width: 40, height: 40)
    let runs = frame.bands([0, 1, 2, 3, 4], [0, 1, .nan, 1, 1], [1, 2, 3, .infinity, 2])
    #expect(runs.map(\.count) == [2, 2])
  }

  @Test("A hundred thousand values become one for each column, with every peak kept")
  func reduced() throws {
    let axis = Axis(extent: Extent(.linear), fixed: 0...100, tickCount: 4)
    let frame = Frame(x: axis, y: axis, width: 100, height: 100)
    let xs = (0..<100_000).map { Double($0) / 1_000 }
    var (low, high) = (xs.map { _ in 40.0 }, xs.map { _ in 60.0 })
    (low[12_345], high[65_432]) = (3, 97)
    let run = try #require(frame.bands(xs, low, high).first)
    #expect(run.count <= 102)
    #expect(run.map(\.low.y).max().map { abs($0 - 97) < 1e-9 } == true)
    #expect(run.map(\.high.y).min().map { abs($0 - 3) < 1e-9 } == true)
    #expect(run.first?.low.x == 0 && run.last.map { abs($0.low.x - 99.999) < 1e-9 } == true)
  }
}
