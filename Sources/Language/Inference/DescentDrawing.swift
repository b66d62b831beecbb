import LossMath
import Plotting

/// The path of a descent over the function it went down: its curve, or for two numbers its contour lines.
struct DescentDrawing: RecordDrawing {
  let function: FunctionOfVariables
  /// Where the descent went; only the beginning of one that ran away.
  let path: [[Double]]
  /// What names meant when the descent was made.
  private let globals: [String: Value]

  private static let curvePoints = 161
  private static let gridPoints = 41
  private static let levelCount = 7
  private static let pathLimit = 200

  init(_ function: FunctionOfVariables, _ descent: Minimisation, _ interpreter: Interpreter) {
    self.function = function
    var steps = descent.path.map { $0.position.flatMap(\.elements) }
    if case .diverged = descent.outcome { steps = Array(steps.prefix(6)) }
    path = Self.thinned(steps.filter { $0.allSatisfy(\.isFinite) })
    globals = interpreter.globals.mapValues { value in
      guard case .record(let record) = value else { return value }
      return .record(Record(typeName: record.typeName, fields: record.fields))
    }
  }

  private static func thinned(_ steps: [[Double]]) -> [[Double]] {
    let stride = (steps.count + pathLimit - 1) / pathLimit
    guard stride > 1, let last = steps.last else { return steps }
    return steps.enumerated().filter { $0.offset % stride == 0 }.map(\.element) + [last]
  }

  func figure(_ interpreter: Interpreter, at span: Span) throws(Diagnostic) -> Figure {
    let outer = interpreter.globals
    interpreter.globals = globals
    defer { interpreter.globals = outer }
    switch function.count {
    case 1: return Figure(panels: [try curve(interpreter)])
    case 2: return Figure(panels: [try contours(interpreter)])
    default: return Figure(panels: [try values(interpreter)])
    }
  }

  private func height(_ position: [Double], _ interpreter: Interpreter) throws(Diagnostic) -> Double {
    try interpreter.checkCancelled(function.expression.span)
    var rest = position[...]
    let parts = function.starts.map { start -> Traced in
      let elements = Array(rest.prefix(start.count))
      rest = rest.dropFirst(start.count)
      return Traced(Tensor(shape: start.shape, elements: elements) ?? start)
    }
    return try function.probe(parts, interpreter)
  }

  private func heights(_ positions: [[Double]], _ interpreter: Interpreter) throws(Diagnostic) -> [Double] {
    var result: [Double] = []
    for position in positions { result.append(try height(position, interpreter)) }
    return result
  }

  /// What the path covers along one axis, with a margin; some width around a path that stands still.
  private func range(_ axis: Int, margin: Double) -> (low: Double, high: Double) {
    let places = path.map { $0[axis] }
    let (low, high) = (places.min() ?? 0, places.max() ?? 0)
    let width = high - low > 1e-9 * max(abs(low), abs(high), 1e-9) ? high - low : max(abs(high), 1)
    return (low - margin * width, high + margin * width)
  }

  private static func steps(_ range: (low: Double, high: Double), _ count: Int) -> [Double] {
    (0..<count).map { range.low + (range.high - range.low) * (Double($0) / Double(count - 1)) }
  }

  private func curve(_ interpreter: Interpreter) throws(Diagnostic) -> Panel {
    let x = Self.steps(range(0, margin: 0.3), Self.curvePoints)
    return Panel(
      xLabel: function.elementNames.first,
      marks: [
        .line(label: function.label, x: x, y: try heights(x.map { [$0] }, interpreter)),
        .points(label: "steps", x: path.map { $0[0] }, y: try heights(path, interpreter)),
      ])
  }

  private func contours(_ interpreter: Interpreter) throws(Diagnostic) -> Panel {
    let (xRange, yRange) = (range(0, margin: 0.3), range(1, margin: 0.3))
    let (xs, ys) = (Self.steps(xRange, Self.gridPoints), Self.steps(yRange, Self.gridPoints))
    var values: [Double] = []
    for y in ys { values += try heights(xs.map { [$0, y] }, interpreter) }
    let grid = Grid(xs: xs, ys: ys, values: values)
    let (x, y) = (path.map { $0[0] }, path.map { $0[1] })
    return Panel(
      title: nil, xLabel: function.elementNames[0], yLabel: function.elementNames[1],
      marks: [
        .contour(label: function.label, grid: grid, levels: grid.contourLevels(Self.levelCount)),
        .line(label: "path", x: x, y: y), .points(label: "path", x: x, y: y),
      ])
  }

  /// With more than two numbers there is no place to draw; the values on the way down are left.
  private func values(_ interpreter: Interpreter) throws(Diagnostic) -> Panel {
    let y = try heights(path, interpreter)
    return Panel(xLabel: "step", marks: [.line(label: function.label, x: y.indices.map(Double.init), y: y)])
  }
}
