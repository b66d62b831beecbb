import Plotting

extension Command {
  static var plot: Command {
    Command(
      name: "plot", topic: .seeing, syntax: "plot EXPRESSION, ... for NAME in RANGE to FILE",
      summary: "draws curves, vectors, matrices, distributions, data sets, descents and training runs",
      details: [
        "plot hinge(1, z), bce(1, sigmoid(z)) for z in -3..3 draws both over z.",
        "plot run1 draws loss and metric over the epochs; plot run1, run2 sets the runs side by side.",
        "plot d draws a data set over what says most about its target; plot d x=size y=rooms chooses.",
        "plot v draws a vector over its indices, plot m a matrix as a heat map.",
        "plot d.y x=d.x[.., 0] draws points: one vector upwards, another across.",
        "plot normal(0, 1), laplace(0, 1) draws densities; of discrete distributions a bar for each value.",
        "m = minimize ...; plot m draws the path over the curve, or over contour lines.",
        FigureTarget.help,
      ],
      options: [
        ("x", "a vector that says how far across each point stands; of a data set a column"),
        ("y", "of a data set the column that goes upwards"),
      ] + FigureOptions.help,
      example: "plot hinge(1, z), squared_hinge(1, z) for z in -3..3 title=\"two hinges\""
    ) { (call, interpreter) throws(Diagnostic) in
      let options = try OptionReader(call, interpreter, known: ["x", "y"] + FigureOptions.help.map(\.name))
      let target = try FigureTarget(call, interpreter)
      guard !call.values.isEmpty else {
        throw Diagnostic(
          .badCommand, "`plot` wants something to draw", at: call.verbSpan,
          hint: "such as plot z^2 for z in -3..3")
      }
      let style = try FigureOptions(options)
      var figure = try Plotter(options).figure()
      try style.apply(to: &figure)
      return CommandResult(pieces: try target.pieces(figure))
    }
  }
}
