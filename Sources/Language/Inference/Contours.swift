/// Lines of equal height over a grid of values, by marching squares.
struct Contours {
  /// The ends of all segments, with NaN between one segment and the next.
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []

  private typealias Point = (x: Double, y: Double)

  /// - Parameters:
  ///   - values: a row for each of `ys`, in it a number for each of `xs`. Cells with a corner that is not finite are
  ///     left out.
  init(xs: [Double], ys: [Double], values: [[Double]], levels: [Double]) {
    for j in ys.indices.dropLast() {
      for i in xs.indices.dropLast() {
        let corners = [values[j][i], values[j][i + 1], values[j + 1][i + 1], values[j + 1][i]]
        guard corners.allSatisfy(\.isFinite), let low = corners.min(), let high = corners.max() else {
          continue
        }
        let points: [Point] = [
          (xs[i], ys[j]), (xs[i + 1], ys[j]), (xs[i + 1], ys[j + 1]), (xs[i], ys[j + 1]),
        ]
        for level in levels where low < level && level <= high { cross(points, corners, level) }
      }
    }
  }

  /// Levels at which the lines of a bowl lie equally far apart: quantiles of the values, at squares.
  static func levels(_ values: [[Double]], count: Int) -> [Double] {
    let sorted = values.joined().filter(\.isFinite).sorted()
    guard let last = sorted.indices.last else { return [] }
    return (1...max(count, 1)).map { k in
      let share = Double(k) / Double(count + 1)
      return sorted[Int((share * share * Double(last)).rounded())]
    }
  }

  /// Adds the segments that a level cuts out of one cell, whose corners go round.
  private mutating func cross(_ points: [Point], _ corners: [Double], _ level: Double) {
    var crossings: [Point] = []
    for k in 0..<4 {
      let (a, b) = (corners[k], corners[(k + 1) % 4])
      guard (a < level) != (b < level) else { continue }
      let share = (level / 2 - a / 2) / (b / 2 - a / 2)
      let (p, q) = (points[k], points[(k + 1) % 4])
      crossings.append((p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share))
    }
    if crossings.count == 2 { return add(crossings[0], crossings[1]) }
    guard crossings.count == 4 else { return }
    // A saddle: the middle decides which corners belong together.
    let middle = corners.reduce(0) { $0 + $1 / 4 }
    if (middle < level) == (corners[0] < level) {
      add(crossings[0], crossings[1])
      add(crossings[2], crossings[3])
    } else {
      add(crossings[0], crossings[3])
      add(crossings[1], crossings[2])
    }
  }

  private mutating func add(_ a: Point, _ b: Point) {
    x += [a.x, b.x, .nan]
    y += [a.y, b.y, .nan]
  }
}
