/// Finds places on contour lines for their labels, away from the labels before.
struct LevelPlaces {
  private let width: Double
  private let height: Double
  private var taken: [(center: Point, size: Point)] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The middle of a label of `size` on the longest of the runs that has room for it; nil where none has.
  mutating func take(_ size: Point, on runs: [[Point]]) -> Point? {
    let shares = [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875]
    for run in runs.sorted(by: { $0.count > $1.count }) where Self.reach(run) > max(size.x, size.y) {
      for share in shares {
        let center = run[(share * Double(run.count - 1)).whole(in: 0...run.count - 1)]
        if isFree(center, size) {
          taken.append((center, size))
          return center
        }
      }
    }
    return nil
  }

  private static func reach(_ run: [Point]) -> Double {
    let (xs, ys) = (run.map(\.x), run.map(\.y))
    return max((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
  }

  private func isFree(_ center: Point, _ size: Point) -> Bool {
    guard center.x - size.x / 2 >= 0, center.x + size.x / 2 <= width, center.y - size.y / 2 >= 0,
      center.y + size.y / 2 <= height
    else { return false }
    return taken.allSatisfy { other in
      abs(other.center.x - center.x) >= (other.size.x + size.x) / 2
        || abs(other.center.y - center.y) >= (other.size.y + size.y) / 2
    }
  }
}
