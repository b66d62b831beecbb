import Plotting
import Training

extension Command {
  static var boundary: Command {
    Command(
      name: "boundary", topic: .seeing, syntax: "boundary RUN to FILE",
      summary:
        "draws what a trained network says over its features: class areas, or the fitted curve or surface",
      details: [
        "For a classifier with two features: the area of each class, fainter where the network is less sure, the line "
          + "where it is undecided, and the rows of the data. For one feature the probability, or the score, over it.",
        "For a regression with one feature: the curve among the data; with two: the surface as a heat map.",
        FigureTarget.help,
      ],
      options: [
        (
          "points",
          "how many rows to draw: 240 on the screen unless you say otherwise, all in a file, 0 for none"
        )
      ],
      example: "run1 = train moons loss=bce n=200 epochs=50; boundary run1"
    ) { (call, interpreter) throws(Diagnostic) in
      let options = try OptionReader(call, interpreter, known: ["points"])
      let target = try FigureTarget(call, interpreter)
      let run = try call.run(interpreter)
      let most =
        try options.integer("points", 0...DataLimits.rows.upperBound) ?? (target.isFile ? run.data.rows : 240)
      guard let drawing = BoundaryDrawing(run, points: most) else {
        throw tooManyFeatures(run, call, interpreter)
      }
      return CommandResult(pieces: try target.pieces(drawing.figure) + drawing.pieces)
    }
  }

  private static func tooManyFeatures(
    _ run: Run, _ call: CommandCall, _ interpreter: Interpreter
  ) -> Diagnostic {
    let name = interpreter.sourceText(call.values[0].span)
    let other = run.data.kind == .regression ? "residuals" : "confusion"
    return Diagnostic(
      .badCommand, "`boundary` draws over one or two features; \(run.data.name) has \(run.data.columns)",
      at: call.values[0].span, hint: "\(other) \(name) shows how good it is with any number of features")
  }
}
