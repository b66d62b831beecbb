import LossMath
import Plotting
import Training

/// What `plot` draws of its values.
struct Plotter {
  /// Points of a curve where the range says no step.
  private static let samples = 241
  private let options: OptionReader

  init(_ options: OptionReader) { self.options = options }

  private var call: CommandCall { options.call }
  private var interpreter: Interpreter { options.interpreter }
  /// What `x=` says.
  private var across: Expression? { options.expression("x") }

  func figure() throws(Diagnostic) -> Figure {
    if let figure = try DataPlot(options).figure() { return figure }
    if let binding = call.binding { return try curves(binding) }
    if let across { return try points(over: across) }
    let values = try call.values.map { (e) throws(Diagnostic) in
      (expression: e, value: try interpreter.evaluate(e))
    }
    let runs = values.compactMap {
      if case .run(let run) = $0.value { (name(of: $0.expression), run) } else { nil }
    }
    if runs.count == values.count { return try epochs(runs) }
    if values.count == 1, case .record(let record) = values[0].value, let drawing = record.drawing {
      return try drawing.figure(interpreter, at: values[0].expression.span)
    }
    if let figure = try DistributionPlot.figure(values, name) { return figure }
    if values.count == 1, let matrix = values[0].value.asTensor?.value, matrix.rank == 2 {
      try checkSize(matrix.count, values[0].expression.span)
      return try heatMap(of: matrix, values[0].expression)
    }
    return Figure(panels: [Panel(xLabel: "index", marks: try values.map(series))])
  }

  /// A heat map with the first row at the top, as the matrix is written.
  private func heatMap(of matrix: Tensor, _ expression: Expression) throws(Diagnostic) -> Figure {
    let grid = Grid(
      xs: try indices(matrix.shape[1], expression), ys: try indices(matrix.shape[0], expression),
      values: matrix.elements)
    var panel = Panel(
      xLabel: "column", yLabel: "row", marks: [.heat(label: name(of: expression), grid: grid)],
      hasWholeX: true)
    panel.hasWholeY = true
    panel.runsDown = true
    return Figure(panels: [panel])
  }

  private func epochs(_ runs: [(String, Run)]) throws(Diagnostic) -> Figure {
    let figure = runs.count == 1 ? RunText.figure(runs[0].1) : RunComparison(runs).figure
    if let figure { return figure }
    throw Diagnostic(
      .badCommand, "there is nothing to draw: not one epoch was finished", at: call.span,
      hint: "train again with a smaller learning rate, such as lr=0.001")
  }

  private func name(of expression: Expression) -> String { interpreter.label(expression.span) }

  private func points(over across: Expression) throws(Diagnostic) -> Figure {
    let x = try vector(across, try interpreter.evaluate(across))
    let marks = try call.values.map { (expression) throws(Diagnostic) -> Mark in
      let y = try vector(expression, try interpreter.evaluate(expression))
      guard y.count == x.count else {
        throw Diagnostic(
          .shapesDiffer, "there are \(y.count) numbers to draw, and \(x.count) places for them in x",
          at: expression.span,
          hint: "both vectors are equally long")
      }
      return .points(label: name(of: expression), x: x, y: y)
    }
    let yLabel = marks.count == 1 ? call.values.first.map(name) : nil
    return Figure(panels: [Panel(xLabel: name(of: across), yLabel: yLabel, marks: marks)])
  }

  private func series(_ item: (expression: Expression, value: Value)) throws(Diagnostic) -> Mark {
    let y = try vector(item.expression, item.value)
    return .line(label: name(of: item.expression), x: try indices(y.count, item.expression), y: y)
  }

  /// The numbers from 0 that stand below a value's elements.
  private func indices(_ count: Int, _ expression: Expression) throws(Diagnostic) -> [Double] {
    try interpreter.math(expression.span) { () throws(MathError) in
      try Tensor.vector(count: count) { Double($0) }.elements
    }
  }

  private func vector(_ expression: Expression, _ value: Value) throws(Diagnostic) -> [Double] {
    guard let tensor = value.asTensor?.value else {
      throw interpreter.notNumeric(value, "`plot`", expression.span)
    }
    guard tensor.rank == 1 else {
      throw Diagnostic(
        .badCommand, "`plot` draws a vector over its indices; this is \(Value.described(tensor.shape))",
        at: expression.span, hint: "for a curve say what varies: plot z^2 for z in -3..3")
    }
    try checkSize(tensor.count, expression.span)
    return tensor.elements
  }

  private func checkSize(_ count: Int, _ span: Span) throws(Diagnostic) {
    let most = Limits.points.value
    guard count > most else { return }
    throw Diagnostic(
      .tooLarge, "a figure takes up to \(most) points, and this has \(count)", at: span,
      hint: "take every hundredth: x[.. step 100]; \(Limits.points.remedy)")
  }

  private func curves(_ binding: CommandCall.Binding) throws(Diagnostic) -> Figure {
    if let across {
      throw Diagnostic(
        .badCommand, "`x=` goes with vectors; with `for` the range says what runs across", at: across.span,
        hint: "leave one of the two out")
    }
    let x = try points(binding.range)
    var marks: [Mark] = []
    for expression in call.values {
      var y: [Double] = []
      y.reserveCapacity(x.count)
      for point in x { y.append(try value(expression, at: point, binding.name)) }
      marks.append(.line(label: name(of: expression), x: x, y: y))
    }
    return Figure(panels: [Panel(xLabel: binding.name, marks: marks)])
  }

  private func value(_ expression: Expression, at point: Double, _ name: String) throws(Diagnostic) -> Double
  {
    try interpreter.checkCancelled(expression.span)
    let value = try interpreter.withValues([(name, .number(point))]) { () throws(Diagnostic) in
      try interpreter.evaluate(expression)
    }
    guard let number = value.asTensor?.value.single else {
      throw Diagnostic(
        .wrongType, "a curve needs one number at each point; this is \(value.described)",
        at: expression.span,
        hint: "take its sum(...) or mean(...)")
    }
    return number
  }

  /// A range without a step is sampled finely; anything else is taken as it is.
  private func points(_ range: Expression) throws(Diagnostic) -> [Double] {
    if case .range(let from?, let to?, nil) = range.kind {
      let (start, end) = (try interpreter.number(from, "the start"), try interpreter.number(to, "the end"))
      guard start.isFinite, end.isFinite, start != end else {
        throw Diagnostic(.badRange, "the range of a plot has two different finite ends", at: range.span)
      }
      let step = (end - start) / Double(Self.samples - 1)
      return (0..<Self.samples).map { $0 == Self.samples - 1 ? end : start + Double($0) * step }
    }
    let points = try interpreter.tensor(range, "the range of a plot").value.elements
    try checkSize(points.count, range.span)
    return points
  }
}
