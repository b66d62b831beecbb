import Plotting
import Training

extension Command {
  static var residuals: Command {
    Command(
      name: "residuals", topic: .seeing, syntax: "residuals RUN to FILE",
      summary:
        "shows what a regression leaves over: target minus prediction, over the prediction and as a histogram",
      details: [
        "A good fit leaves a level band around zero. A bend is something the network has not learned, a funnel an error "
          + "that grows with the prediction, and a wider band in the test half overfitting.",
        FigureTarget.help,
      ],
      example: "run1 = train regression loss=mse epochs=20; residuals run1"
    ) { (call, interpreter) throws(Diagnostic) in
      _ = try OptionReader(call, interpreter, known: [])
      let target = try FigureTarget(call, interpreter)
      let run = try call.run(interpreter)
      guard run.data.kind == .regression else {
        throw Diagnostic(
          .badCommand, "`residuals` is about numbers, and this run decides for classes",
          at: call.values[0].span,
          hint: "confusion \(interpreter.sourceText(call.values[0].span)) shows which classes it mistakes")
      }
      let drawing = ResidualDrawing(run)
      return CommandResult(pieces: drawing.pieces + (try target.pieces(drawing.figure)))
    }
  }
}
