import Testing

@testable import Plotting

@Suite("Contour lines")
struct ContourLinesTests {
  private static let axis = (0..<21).map { Double($0) / 10 - 1 }

  private func grid(_ height: (Double, Double) -> Double) -> Grid {
    Grid(xs: Self.axis, ys: Self.axis, values: Self.axis.flatMap { y in Self.axis.map { height($0, y) } })
  }

  @Test("A plane has one straight line from edge to edge")
  func plane() {
    let lines = ContourLines(grid { x, _ in x }, at: 0.25).lines
    #expect(lines.count == 1 && lines[0].ys.count == 21)
    #expect(lines[0].xs.allSatisfy { abs($0 - 0.25) < 1e-12 })
    #expect(Set([lines[0].ys.first, lines[0].ys.last]) == [-1, 1])
  }

  @Test("A bowl has one closed ring")
  func bowl() {
    let lines = ContourLines(grid { x, y in x * x + y * y }, at: 0.5).lines
    #expect(lines.count == 1)
    let radii = zip(lines[0].xs, lines[0].ys).map { ($0 * $0 + $1 * $1).squareRoot() }
    #expect(radii.count > 40 && radii.allSatisfy { abs($0 - 0.5.squareRoot()) < 0.01 })
    #expect(lines[0].xs.first == lines[0].xs.last && lines[0].ys.first == lines[0].ys.last)
  }

  @Test("A saddle is cut in two, as the mean of its corners says")
  func saddle() {
    let saddle = Grid(xs: [0, 1], ys: [0, 1], values: [0, 1, 1, 0])
    let low = ContourLines(saddle, at: 0.25).lines.map { zip($0.xs, $0.ys).map { $0 + $1 } }
    #expect(low == [[0.25, 0.25], [1.75, 1.75]])
    let high = ContourLines(saddle, at: 0.75).lines.map { zip($0.xs, $0.ys).map { $0 - $1 } }
    #expect(high == [[0.75, 0.75], [-0.75, -0.75]] || high == [[-0.75, -0.75], [0.75, 0.75]])
  }

  @Test("Places without a value are left out")
  func missing() {
    let lines = ContourLines(grid { x, y in y > 0 ? .nan : y > -0.2 ? .infinity : x }, at: 0.25).lines
    #expect(!lines.isEmpty && lines.allSatisfy { $0.ys.allSatisfy { $0 <= -0.2 } })
  }

  @Test("A single row, a single column and a level that is no number have no lines")
  func degenerate() {
    #expect(ContourLines(Grid(xs: [0, 1], ys: [0], values: [0, 1]), at: 0.5).lines.isEmpty)
    #expect(ContourLines(Grid(xs: [0], ys: [0, 1], values: [0, 1]), at: 0.5).lines.isEmpty)
    #expect(ContourLines(grid { x, _ in x }, at: .nan).lines.isEmpty)
    #expect(ContourLines(Grid(xs: [], ys: [], values: []), at: 0).lines.isEmpty)
  }

  @Test("The levels of a bowl are short numbers that rise inside its range")
  func levels() {
    let levels = grid { x, y in x * x + y * y }.contourLevels(5)
    #expect(levels.count == 5 && levels == levels.sorted() && Set(levels).count == 5)
    #expect(levels.allSatisfy { $0 > 0 && $0 <= 2 && "\($0)".count <= 5 }, "\(levels)")
    #expect(grid { _, _ in 3 }.contourLevels(5).isEmpty)
    #expect(grid { _, _ in .nan }.contourLevels(5).isEmpty)
    #expect(grid { x, _ in x }.contourLevels(0).isEmpty)
  }

  @Test("Even levels are round numbers at equal steps")
  func even() {
    #expect(grid { x, _ in 4 * x }.evenLevels(8) == [-3, -2, -1, 0, 1, 2, 3])
    #expect(grid { _, _ in 3 }.evenLevels(8).isEmpty && grid { _, _ in .nan }.evenLevels(8).isEmpty)
    #expect(grid { x, _ in x }.evenLevels(0).isEmpty)
  }

  @Test("Levels near one another keep the digits that tell them apart")
  func fineLevels() {
    let levels = grid { x, y in 1000 + (x + y) / 1000 }.contourLevels(4)
    #expect(levels.count == 4 && levels.allSatisfy { $0 > 999.9 && $0 < 1000.1 })
  }
}
