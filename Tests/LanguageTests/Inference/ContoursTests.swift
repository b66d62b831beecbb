import Testing

@testable import Language

struct ContoursTests {
  private static let axis = (0..<21).map { Double($0) / 10 - 1 }

  private func contours(_ levels: [Double], _ height: (Double, Double) -> Double) -> Contours {
    Contours(
      xs: Self.axis, ys: Self.axis, values: Self.axis.map { y in Self.axis.map { height($0, y) } },
      levels: levels)
  }

  @Test func aPlaneHasStraightLines() {
    let lines = contours([0.25]) { x, _ in x }
    #expect(lines.x.count == 60)
    #expect(lines.x.allSatisfy { $0.isNaN || isNear($0, 0.25) })
  }

  @Test func aBowlHasCircles() {
    let lines = contours([0.5]) { x, y in x * x + y * y }
    let radii = zip(lines.x, lines.y).filter { !$0.0.isNaN }.map { ($0 * $0 + $1 * $1).squareRoot() }
    #expect(radii.count > 40 && radii.allSatisfy { abs($0 - 0.5.squareRoot()) < 0.01 })
  }

  @Test func aSaddleIsCutInTwo() {
    let saddle = Contours(xs: [0, 1], ys: [0, 1], values: [[0, 1], [1, 0]], levels: [0.25])
    #expect(saddle.x.count == 6)
    let around = zip(saddle.x, saddle.y).filter { !$0.0.isNaN }.map { $0 + $1 }
    #expect(areNear(around, [0.25, 0.25, 1.75, 1.75]))
  }

  @Test func placesWithoutAValueAreLeftOut() {
    let lines = contours([0.25]) { x, y in y > 0 ? .nan : x }
    #expect(lines.y.allSatisfy { $0.isNaN || $0 <= 0 } && !lines.y.isEmpty)
  }

  @Test func levelsOfABowlAreFarApart() {
    let values = Self.axis.map { y in Self.axis.map { $0 * $0 + y * y } }
    let levels = Contours.levels(values, count: 4)
    #expect(levels.count == 4 && levels == levels.sorted() && Set(levels).count == 4)
    #expect(Contours.levels([[.nan]], count: 3).isEmpty)
  }
}
