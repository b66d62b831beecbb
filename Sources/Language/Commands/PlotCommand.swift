import LossMath
import Plotting
import Training

extension Command {
  static var plot: Command {
    Command(
      name: "plot", topic: .seeing, syntax: "plot EXPRESSION, ... for NAME in RANGE",
      summary: "draws curves, vectors, distributions, data sets, descents and training runs",
      details: [
        "plot hinge(1, z), bce(1, sigmoid(z)) for z in -3..3 draws both over z.",
        "plot run1 draws loss and metric over the epochs; plot run1, run2 sets the runs side by side.",
        "plot d draws a data set over what says most about its target; plot d x=size y=rooms chooses.",
        "plot v draws a vector over its indices.",
        "plot d.y x=d.x[.., 0] draws points: one vector upwards, another across.",
        "plot normal(0, 1), laplace(0, 1) draws densities; of discrete distributions a bar for each value.",
        "m = minimize ...; plot m draws the path over the curve, or over contour lines.",
      ],
      options: [
        ("x", "a vector that says how far across each point stands; of a data set a column"),
        ("y", "of a data set the column that goes upwards"), ("title", "a line above the plot"),
        ("log", "x, y or both: a logarithmic axis"),
      ],
      example: "plot hinge(1, z), squared_hinge(1, z) for z in -3..3"
    ) { (call, interpreter) throws(Diagnostic) in
      let options = try OptionReader(call, interpreter, known: ["x", "y", "title", "log"])
      guard !call.values.isEmpty else {
        throw Diagnostic(
          .badCommand, "`plot` wants something to draw", at: call.verbSpan,
          hint: "such as plot z^2 for z in -3..3")
      }
      var figure = try Plotter(call, interpreter, across: options.expression("x"), options).figure()
      figure.title = try options.word("title").map(Escaping.visible) ?? figure.title
      if let axes = try options.choice("log", LogAxes.self) {
        for i in figure.panels.indices {
          if axes != .y { figure.panels[i].xScale = .log }
          if axes != .x { figure.panels[i].yScale = .log }
        }
      }
      return CommandResult(pieces: [.figure(figure)])
    }
  }
}

private enum LogAxes: String, CaseIterable { case x, y, both }

private struct Plotter {
  let call: CommandCall
  let interpreter: Interpreter
  /// What `x=` says.
  let across: Expression?
  /// Points of a curve where the range says no step.
  private static let samples = 241
  private let options: OptionReader

  init(_ call: CommandCall, _ interpreter: Interpreter, across: Expression?, _ options: OptionReader) {
    self.options = options
    self.call = call
    self.interpreter = interpreter
    self.across = across
  }

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
      return try drawing.figure(interpreter)
    }
    if let figure = try DistributionPlot.figure(values, name) { return figure }
    if values.count == 1, let matrix = values[0].value.asTensor?.value, matrix.rank == 2 {
      return Self.matrix(matrix, name(of: values[0].expression))
    }
    return Figure(panels: [Panel(xLabel: "index", marks: try values.map(series))])
  }

  /// A heat map with the first row at the top, as the matrix is written.
  private static func matrix(_ matrix: Tensor, _ name: String) -> Figure {
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let grid = Grid(
      xs: (0..<columns).map(Double.init), ys: (0..<rows).map(Double.init), values: matrix.elements)
    var panel = Panel(
      xLabel: "column", yLabel: "row", marks: [.heat(label: name, grid: grid)], hasWholeX: true)
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
    return .line(label: name(of: item.expression), x: y.indices.map(Double.init), y: y)
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
    return tensor.elements
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
    let value = try interpreter.withValue(.number(point), for: name) { () throws(Diagnostic) in
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
    return try interpreter.tensor(range, "the range of a plot").value.elements
  }
}
