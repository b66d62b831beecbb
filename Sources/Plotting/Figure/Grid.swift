/// Numbers over a rectangle, one at each crossing of columns and rows.
public struct Grid: Sendable, Equatable {
  /// Where the columns stand, rising.
  public let xs: [Double]
  /// Where the rows stand, rising.
  public let ys: [Double]
  /// `ys.count × xs.count` numbers, row by row, beginning with the row of the first y.
  public let values: [Double]

  /// Values that are missing are NaN, and those beyond the last row are left out. Places that are not finite or do
  /// not rise make an empty grid.
  public init(xs: [Double], ys: [Double], values: [Double]) {
    let isUsable = Grid.rises(xs) && Grid.rises(ys) && !xs.isEmpty && !ys.isEmpty
    self.xs = isUsable ? xs : []
    self.ys = isUsable ? ys : []
    let count = self.xs.count * self.ys.count
    self.values = values.prefix(count) + Array(repeating: .nan, count: max(0, count - values.count))
  }

  /// `count` places from one end of a range to the other; its middle where `count` is 1.
  public static func places(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard count > 1 else { return count == 1 ? [low / 2 + high / 2] : [] }
    return (0..<count).map { index in
      let share = Double(index) / Double(count - 1)
      return low * (1 - share) + high * share
    }
  }

  /// The number where a column and a row cross, both counted from 0; NaN outside the grid.
  public func value(column: Int, row: Int) -> Double {
    guard xs.indices.contains(column), ys.indices.contains(row) else { return .nan }
    return values[row * xs.count + column]
  }

  private static func rises(_ places: [Double]) -> Bool {
    places.allSatisfy(\.isFinite) && zip(places, places.dropFirst()).allSatisfy(<)
  }
}

extension Grid {
  /// The crossing of a value in `values`.
  func place(_ index: Int) -> (x: Double, y: Double) {
    (xs[index % xs.count], ys[index / xs.count])
  }

  /// Every crossing owns the area halfway to its neighbours: the edges of the columns, one more than there are
  /// columns.
  var xEdges: [Double] { Grid.edges(xs) }
  var yEdges: [Double] { Grid.edges(ys) }

  private static func edges(_ places: [Double]) -> [Double] {
    guard let first = places.first, let last = places.last else { return [] }
    let between = zip(places, places.dropFirst()).map { $0 / 2 + $1 / 2 }
    let (before, after) = (between.first.map { $0 - first }, between.last.map { last - $0 })
    let alone = max(0.5, first.magnitude / 1_000)
    let limit = Double.greatestFiniteMagnitude
    return [max(first - (before ?? alone), -limit)] + between + [min(last + (after ?? alone), limit)]
  }
}

extension Axis {
  /// Which of the cells between `edges` is seen at each of `units`, positions on the axis that rise; nil where none is.
  func cells(between edges: [Double], at units: [Double]) -> [Int?] {
    // What a logarithmic axis cannot show lies before its low end.
    let bounds = edges.map { edge in
      let position = unit(edge)
      return position.isNaN ? -.infinity : position
    }
    guard let last = bounds.last else { return units.map { _ in nil } }
    var cell = 0
    return units.map { unit in
      while cell < bounds.count - 2, bounds[cell + 1] <= unit { cell += 1 }
      // The ends of a tight axis are the outermost edges but for rounding.
      return bounds[cell] <= unit + 1e-9 && unit <= last + 1e-9 ? cell : nil
    }
  }
}

extension Grid {
  /// The values as texts, empty for NaN; nil where not all fit.
  ///
  /// - Parameter fits: Whether a cell that takes so much of the frame's width and height has room for so many characters.
  func texts(_ frame: Frame, fits: (_ width: Double, _ height: Double, _ longest: Int) -> Bool) -> [String]? {
    guard !values.isEmpty, values.count <= 400 else { return nil }
    let texts = values.map { $0.isNaN ? "" : numberText($0) }
    let (width, height) = (Grid.narrowest(xEdges, frame.x), Grid.narrowest(yEdges, frame.y))
    let longest = texts.map(\.count).max() ?? 0
    return width.isFinite && height.isFinite && fits(width, height, longest) ? texts : nil
  }

  private static func narrowest(_ edges: [Double], _ axis: Axis) -> Double {
    zip(edges, edges.dropFirst()).map { axis.unit($1) - axis.unit($0) }.reduce(.infinity) {
      $1.isNaN ? .nan : min($0, $1)
    }
  }
}
