/// The lines at one height over a grid, by marching squares: every cell of four neighbours is cut by straight
/// segments, and segments that meet are joined.
///
/// Cells with a corner that is not finite are left out. In a saddle, the mean of the corners decides which of them
/// belong together.
struct ContourLines {
  /// The places along each line.
  private(set) var lines: [(xs: [Double], ys: [Double])] = []

  private let grid: Grid
  private let level: Double
  /// The ends of all segments, each as the side of a cell that it lies on.
  private var segments: [(Int, Int)] = []

  init(_ grid: Grid, at level: Double) {
    self.grid = grid
    self.level = level
    guard grid.xs.count > 1, grid.ys.count > 1, level.isFinite else { return }
    for row in 0..<grid.ys.count - 1 {
      for column in 0..<grid.xs.count - 1 { cut(column, row) }
    }
    join()
  }

  /// The sides of a cell, going round: below, right, above, left. Each belongs to the crossing at its low end.
  private func sides(_ column: Int, _ row: Int) -> [Int] {
    let corner = row * grid.xs.count + column
    return [2 * corner, 2 * (corner + 1) + 1, 2 * (corner + grid.xs.count), 2 * corner + 1]
  }

  private mutating func cut(_ column: Int, _ row: Int) {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map {
      grid.value(column: column + $0.0, row: row + $0.1)
    }
    guard corners.allSatisfy(\.isFinite) else { return }
    let isBelow = corners.map { $0 < level }
    let crossed = (0..<4).filter { isBelow[$0] != isBelow[($0 + 1) % 4] }
    let sides = sides(column, row)
    if crossed.count == 2 { segments.append((sides[crossed[0]], sides[crossed[1]])) }
    guard crossed.count == 4 else { return }
    let middle = corners.reduce(0) { $0 + $1 / 4 }
    let pairs = (middle < level) == isBelow[0] ? [(0, 1), (2, 3)] : [(0, 3), (1, 2)]
    segments += pairs.map { (sides[$0.0], sides[$0.1]) }
  }

  private mutating func join() {
    var meeting: [Int: [Int]] = [:]
    for (index, segment) in segments.enumerated() {
      meeting[segment.0, default: []].append(index)
      meeting[segment.1, default: []].append(index)
    }
    var isUsed = [Bool](repeating: false, count: segments.count)
    /// The sides that a line crosses from `side` on.
    func walk(from side: Int) -> [Int] {
      var path: [Int] = []
      var side = side
      while let next = meeting[side]?.first(where: { !isUsed[$0] }) {
        isUsed[next] = true
        side = segments[next].0 == side ? segments[next].1 : segments[next].0
        path.append(side)
      }
      return path
    }
    for index in segments.indices where !isUsed[index] {
      isUsed[index] = true
      let (start, end) = segments[index]
      let path = walk(from: start).reversed() + [start, end] + walk(from: end)
      let places = path.map(crossing)
      lines.append((places.map(\.x), places.map(\.y)))
    }
  }

  /// Where the level crosses a side.
  private func crossing(_ side: Int) -> (x: Double, y: Double) {
    let isUpright = side % 2 == 1
    let (row, column) = (side / 2).quotientAndRemainder(dividingBy: grid.xs.count)
    let (a, b) = (
      grid.value(column: column, row: row),
      grid.value(column: column + (isUpright ? 0 : 1), row: row + (isUpright ? 1 : 0))
    )
    let share = ((level / 2 - a / 2) / (b / 2 - a / 2)).held(in: 0...1)
    let places = isUpright ? grid.ys : grid.xs
    let start = isUpright ? row : column
    let place = places[start] * (1 - share) + places[start + 1] * share
    return isUpright ? (grid.xs[column], place) : (place, grid.ys[row])
  }
}
