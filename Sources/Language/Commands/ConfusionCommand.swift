import LossMath
import Plotting
import Training

extension Command {
  static var confusion: Command {
    Command(
      name: "confusion", topic: .seeing, syntax: "confusion RUN half=test to FILE",
      summary: "counts which class a trained network takes for which, with recall and precision",
      details: [
        "A row is a true class, a column a predicted one, so what is right stands on the diagonal. Recall is the share of "
          + "a true class that was found, precision the share of a predicted class that was right.",
        "A name keeps the counts as a matrix: m = confusion run1. to \"fig.svg\" writes it as a heat map.",
      ],
      options: [OptionReader.halfHelp],
      example: "run1 = train blobs loss=cce epochs=20; confusion run1"
    ) { (call, interpreter) throws(Diagnostic) in
      let options = try OptionReader(call, interpreter, known: ["half"])
      let target = try FigureTarget(call, interpreter)
      let run = try call.classifier(interpreter)
      let half = try options.half()
      let predictions = run.predictions(for: run.data.features(of: half))
      let matrix = ConfusionMatrix(predictions, targets: run.data.targets(of: half))
      let text = ConfusionText(run, matrix, half)
      let counts = matrix.counts.joined().map(Double.init)
      let value = Tensor(shape: [matrix.counts.count, matrix.counts.count], elements: counts)
      return CommandResult(
        value: value.map { .tensor($0) },
        pieces: text.pieces + (target.isFile ? try target.pieces(text.figure) : []))
    }
  }
}
