import LossMath
import Plotting
import Training

extension Command {
  static var calibration: Command {
    Command(
      name: "calibration", topic: .seeing, syntax: "calibration RUN half=test to FILE",
      summary: "shows whether a network's probabilities come true as often as they say",
      details: [
        "Rows are put into ten bins by probability: with two classes that of class 1, with more that of the class "
          + "decided for. Drawn is how often it came true; on the diagonal it does as often as said.",
        "ECE, the expected calibration error, is the mean distance from the diagonal, bins weighted by their rows. The "
          + "Brier score is the mean squared distance between probability and outcome, summed over the classes where "
          + "there are more than two.",
        "Source: Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural Networks, 2017; Brier, 1950.",
        FigureTarget.help,
      ],
      options: [OptionReader.halfHelp],
      example: "run1 = train circles loss=bce epochs=20; calibration run1"
    ) { (call, interpreter) throws(Diagnostic) in
      let options = try OptionReader(call, interpreter, known: ["half"])
      let target = try FigureTarget(call, interpreter)
      let run = try call.classifier(interpreter)
      let half = try options.half()
      let predictions = run.predictions(for: run.data.features(of: half))
      guard let calibration = Calibration(predictions, targets: run.data.targets(of: half)) else {
        throw Diagnostic(
          .badCommand,
          "the outputs of \(run.objective.name) are scores, not probabilities, so nothing says how often "
            + "they should come true", at: call.values[0].span,
          hint: "train with a loss on probabilities, such as "
            + (run.network.weights.shape.outputs == 1 ? "loss=bce" : "loss=cce"))
      }
      let drawing = CalibrationDrawing(run, calibration, half)
      return CommandResult(value: drawing.value, pieces: drawing.pieces + (try target.pieces(drawing.figure)))
    }
  }
}
