import Testing

@testable import Plotting

@Suite("Curves in a frame")
struct CurveTests {
  private let frame = CurveTests.frame(width: 100, height: 100)

  /// A frame in which values from 0 to 100 are positions, with the vertical axis downward.
  private static func frame(width: Double, height: Double) -> Frame {
    let axis = Axis(extent: Extent(.linear), fixed: 0...100, tickCount: 4)
    return Frame(x: axis, y: axis, width: width, height: height)
  }

  @Test("A curve inside stays as it is")
  func inside() {
    #expect(
      frame.curve([0, 50, 100], [0, 100, 50]) == [
        [Point(x: 0, y: 100), Point(x: 50, y: 0), Point(x: 100, y: 50)]
      ])
  }

  @Test("NaN breaks the curve, and a point between two of them stays")
  func breaks() {
    let runs = frame.curve([0, 10, 20, 30, 40], [0, 10, .nan, 30, .nan])
    #expect(runs.map(\.count) == [2, 1])
  }

  @Test("A segment is cut at the edge, where it crosses it")
  func cut() {
    #expect(frame.curve([0, 100], [50, 150]) == [[Point(x: 0, y: 50), Point(x: 50, y: 0)]])
  }

  @Test("A segment that passes outside is not seen")
  func outside() {
    #expect(frame.curve([-50, 50], [50, 500]).isEmpty)
    #expect(frame.curve([120, 130], [0, 100]).isEmpty)
  }

  @Test("A curve that leaves and comes back has two parts")
  func leaves() {
    #expect(frame.curve([0, 40, 60, 100], [50, 150, 150, 50]).count == 2)
  }

  @Test("Towards an infinity the curve reaches the edge near it")
  func infinity() throws {
    let end = try #require(frame.curve([0, 10], [50, .infinity]).first?.last)
    #expect(end.y == 0)
    #expect((9...10).contains(end.x))
  }

  @Test("The shorter array counts")
  func shorter() {
    #expect(frame.curve([0, 1, 2], [5]).flatMap(\.self).count == 1)
  }

  @Test("A million points become a few for each column, with every peak kept")
  func reduced() {
    var random = Random(seed: 5)
    let xs = (0..<1_000_000).map { Double($0) / 10_000 }
    var ys = xs.map { _ in 40 + random.unit() * 20 }
    ys[123_456] = 97
    ys[654_321] = 3
    let points = frame.curve(xs, ys).flatMap(\.self)
    #expect(points.count <= 4 * 101)
    #expect(points.contains { abs($0.y - 3) < 1e-9 })
    #expect(points.contains { abs($0.y - 97) < 1e-9 })
  }
}
