import Testing

@testable import Plotting

@Suite("Grids")
struct GridTests {
  @Test("Values that are missing are NaN, those beyond are left out")
  func size() {
    let grid = Grid(xs: [0, 1], ys: [0, 1], values: [1, 2, 3])
    #expect(grid.values.count == 4 && grid.values[3].isNaN)
    #expect(Grid(xs: [0], ys: [0], values: [1, 2]).values == [1])
    #expect(grid.value(column: 0, row: 1) == 3)
    #expect(grid.value(column: 2, row: 0).isNaN && grid.value(column: 0, row: -1).isNaN)
  }

  @Test(
    "Places that do not rise or are not finite make an empty grid",
    arguments: [[1, 1], [2, 1], [0, .nan], [0, .infinity], []] as [[Double]])
  func empty(places: [Double]) {
    for grid in [Grid(xs: places, ys: [0], values: [1, 2]), Grid(xs: [0], ys: places, values: [1, 2])] {
      #expect(grid.xs.isEmpty && grid.ys.isEmpty && grid.values.isEmpty)
      #expect(grid.xEdges.isEmpty)
    }
  }

  @Test("Each place owns the area halfway to its neighbours")
  func edges() {
    #expect(Grid(xs: [0, 2, 6], ys: [5], values: []).xEdges == [-1, 1, 4, 8])
    #expect(Grid(xs: [0, 2, 6], ys: [5], values: []).yEdges == [4.5, 5.5])
    let huge = Grid(xs: [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], ys: [1e300], values: [])
    #expect(huge.xEdges.allSatisfy(\.isFinite) && huge.yEdges[0] < huge.yEdges[1])
  }

  @Test("Places run from one end to the other")
  func places() {
    #expect(Grid.places(-1...1, 3) == [-1, 0, 1])
    #expect(Grid.places(-1...1, 1) == [0] && Grid.places(0...1, 0).isEmpty)
    let huge = Grid.places(-.greatestFiniteMagnitude ... .greatestFiniteMagnitude, 5)
    #expect(huge.allSatisfy(\.isFinite) && huge[2] == 0)
  }

  @Test("The cell under each position of an axis")
  func cells() {
    let grid = Grid(xs: [0, 1, 2], ys: [0], values: [])
    var extent = Extent(.linear)
    for edge in grid.xEdges { extent.include(edge) }
    let axis = Axis(extent: extent, fixed: nil, tickCount: 3, isTight: true)
    #expect(axis.cells(between: grid.xEdges, at: [0, 0.2, 0.34, 0.5, 0.9, 1]) == [0, 0, 1, 1, 2, 2])
    let wide = Axis(extent: extent, fixed: -3.5...5.5, tickCount: 3)
    #expect(wide.cells(between: grid.xEdges, at: [0.1, 0.5, 0.9]) == [nil, 1, nil])
    #expect(axis.cells(between: [], at: [0.5]) == [nil])
  }
}
