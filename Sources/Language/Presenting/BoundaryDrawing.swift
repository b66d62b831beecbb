import Plotting
import Training

/// What a trained network says over one or two features.
struct BoundaryDrawing {
  let figure: Figure
  let pieces: [Piece]

  private let run: Run
  /// The rows of the data that are drawn.
  private let shown: [Int]
  private static let columns = 121
  private static let rows = 81
  private static let curvePoints = 241

  /// Nothing for more features.
  init?(_ run: Run, points: Int) {
    self.init(run: run, shown: Self.thinned(run.data.rows, to: points))
  }

  private init?(run: Run, shown: [Int]) {
    guard (1...2).contains(run.data.columns) else { return nil }
    (self.run, self.shown) = (run, shown)
    let isSurface = run.data.columns == 2 && run.data.kind == .regression
    var panel =
      run.data.columns == 1 ? Self.curve(run, shown) : isSurface ? Self.surface(run) : Self.areas(run, shown)
    panel.title = "\(run.objective.name) on \(run.data.name)"
    figure = Figure(panels: [panel])
    pieces = isSurface ? [] : Self.note(run, shown)
  }

  /// Rows spread evenly over all.
  private static func thinned(_ rows: Int, to most: Int) -> [Int] {
    most >= rows ? Array(0..<rows) : (0..<most).map { $0 * rows / most }
  }

  private static func note(_ run: Run, _ shown: [Int]) -> [Piece] {
    guard shown.count < run.data.rows, !shown.isEmpty else { return [] }
    return [
      .text(
        "\(shown.count) of the \(run.data.rows) rows are drawn; points=\(run.data.rows) draws all.", .muted)
    ]
  }

  /// The places along one feature, a little beyond the data.
  private static func places(_ data: Dataset, _ column: Int, _ count: Int) -> [Double] {
    var (low, high) = (Double.infinity, -Double.infinity)
    for row in 0..<data.rows {
      low = min(low, data.features[row * data.columns + column])
      high = max(high, data.features[row * data.columns + column])
    }
    let margin = high > low ? (high - low) * 0.06 : max(abs(low) * 0.1, 1)
    guard (low - margin).isFinite, (high + margin).isFinite else { return [] }
    return Grid.places(low - margin...high + margin, count)
  }

  private static func predictions(_ run: Run, _ xs: [Double], _ ys: [Double]) -> Predictions {
    run.predictions(for: ys.flatMap { y in xs.flatMap { [$0, y] } })
  }

  // MARK: Two features

  private static func areas(_ run: Run, _ shown: [Int]) -> Panel {
    let (xs, ys) = (places(run.data, 0, columns), places(run.data, 1, rows))
    let predictions = predictions(run, xs, ys)
    let classes = 0..<predictions.classCount
    let regions = classes.map { label -> Mark in
      let scale = predictions.threshold != nil && predictions.kind == .probabilities ? 2.0 : 1
      let leads = (0..<predictions.rows).map { row in
        let lead = predictions.lead(of: label, row: row) * scale
        // Where no class leads, the first has the point: an area has no holes.
        return predictions.label(row: row) == label ? max(lead, 1e-3) : lead
      }
      return .region(label: run.data.names.label(label), grid: Grid(xs: xs, ys: ys, values: leads))
    }
    let lines = classes.dropLast().map { label in
      Mark.contour(grid: Grid(xs: xs, ys: ys, values: edge(predictions, label)), levels: [0])
    }
    var panel = Panel(
      xLabel: run.data.names.feature(0), yLabel: run.data.names.feature(1),
      marks: regions + lines + classPoints(run.data, shown))
    for label in 0..<predictions.classCount {
      panel.colors[run.data.names.label(label)] = label
      panel.colors[testName(run.data, label)] = label
    }
    return panel
  }

  /// By how much a class leads, but nothing where one before it leads over all: so every border is drawn once.
  private static func edge(_ predictions: Predictions, _ label: Int) -> [Double] {
    (0..<predictions.rows).map { row in
      predictions.label(row: row) < label ? .nan : predictions.lead(of: label, row: row)
    }
  }

  private static func testName(_ data: Dataset, _ label: Int) -> String { data.names.label(label) + ", test" }

  private static func classPoints(_ data: Dataset, _ shown: [Int]) -> [Mark] {
    guard case .classes(let count) = data.kind, !shown.isEmpty else { return [] }
    return (0..<count).flatMap { label in
      DataHalf.allCases.map { half in
        let rows = shown.filter { data.rows(of: half).contains($0) && data.targets[$0] == Double(label) }
        return .points(
          label: half == .train ? data.names.label(label) : testName(data, label),
          x: rows.map { data.features[2 * $0] }, y: rows.map { data.features[2 * $0 + 1] })
      }
    }
  }

  private static func surface(_ run: Run) -> Panel {
    let (xs, ys) = (places(run.data, 0, columns), places(run.data, 1, rows))
    let predictions = predictions(run, xs, ys)
    let values = (0..<predictions.rows).map(predictions.first(row:))
    let grid = Grid(xs: xs, ys: ys, values: values)
    return Panel(
      xLabel: run.data.names.feature(0), yLabel: run.data.names.feature(1),
      marks: [.heat(label: "prediction", grid: grid), .contour(grid: grid, levels: grid.evenLevels(8))])
  }

  // MARK: One feature

  private static func curve(_ run: Run, _ shown: [Int]) -> Panel {
    let xs = places(run.data, 0, curvePoints)
    let predictions = run.predictions(for: xs)
    let names = run.data.names
    var marks: [Mark] = []
    if run.data.kind == .regression || predictions.threshold != nil {
      let label =
        run.data.kind == .regression
        ? "prediction"
        : predictions.kind == .probabilities
          ? "probability of \(names.label(1))" : "score"
      let ys = xs.indices.map(predictions.first(row:))
      marks = points(run.data, shown) + [.line(label: label, x: xs, y: ys)]
      if let threshold = predictions.threshold { marks.append(.horizontal(label: "undecided", y: threshold)) }
    } else {
      marks = (0..<predictions.classCount).map { label in
        .line(
          label: names.label(label), x: xs,
          y: xs.indices.map { predictions.values[$0 * predictions.columns + label] })
      }
    }
    return Panel(xLabel: names.feature(0), yLabel: marks.count > 1 ? nil : names.target, marks: marks)
  }

  private static func points(_ data: Dataset, _ shown: [Int]) -> [Mark] {
    guard !shown.isEmpty else { return [] }
    return DataHalf.allCases.map { half in
      let rows = shown.filter { data.rows(of: half).contains($0) }
      return .points(
        label: half.rawValue, x: rows.map { data.features[$0] }, y: rows.map { data.targets[$0] })
    }
  }
}
