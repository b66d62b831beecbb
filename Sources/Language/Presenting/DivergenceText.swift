import LossMath
import Training

/// Why a run probably diverged, and what to try.
struct DivergenceText {
  let run: Run
  let epoch: Int

  init(_ run: Run, _ epoch: Int) { (self.run, self.epoch) = (run, epoch) }

  var sentences: String {
    guard epoch > 0 else { return atStart }
    return "Diverged in epoch \(epoch): the loss was no longer a finite number. " + cause
  }

  private var atStart: String {
    let name = run.objective.name
    let hasHoles = !(run.data.features + run.data.targets).allSatisfy(\.isFinite)
    return "Diverged before the first step: the loss was not a finite number. "
      + (hasHoles
        ? "The data hold something that is not a finite number."
        : "\(name) has no value at some label and prediction: look at the data, and at \(lookingPlace).")
  }

  /// What to type to see where the loss has no value.
  private var lookingPlace: String {
    let name = run.objective.name
    guard (run.objective.lossOptions ?? LossOptions()) == LossOptions(), let row = run.rowWithoutLoss else {
      return run.objective.lossOptions == nil ? "the definition of `\(name)`" : "`help \(name)`"
    }
    return "`why \(name)(\(Self.text(row.label)), \(Self.text(row.prediction)))`"
  }

  /// A row as the loss gets it: a vector of one number, or a matrix of one row.
  private static func text(_ row: [Double]) -> String {
    let numbers = "[" + row.map { NumberFormat.text($0) }.joined(separator: ", ") + "]"
    return row.count == 1 ? numbers : "[\(numbers)]"
  }

  private var cause: String {
    let largest = (run.data.features + run.data.targets).reduce(0) { max($0, abs($1)) }
    let rate = "try a smaller learning rate, such as lr=\(smallerRate)"
    if largest > Self.scale {
      let number = NumberFormat.text(largest, digits: 3)
      let remedy =
        run.data.name == "regression" ? "standardised data (standardize=on)" : "smaller numbers in the data"
      return
        "The data hold numbers as large as \(number), and the gradient grows with them: try \(remedy), or lr=\(smallerRate)."
    }
    return "The steps were too large: \(rate)" + bounded + "."
  }

  /// Standardised data hardly ever reach it.
  private static let scale = 50.0

  private var smallerRate: String {
    NumberFormat.text(min(run.options.learningRate / 10, run.options.optimizer.standardRate), digits: 3)
  }

  /// A loss whose gradient does not grow with the error, in place of one whose does.
  private var bounded: String {
    let others = [
      "mse": "huber", "poisson": "mse", "gaussian_nll": "mse", "squared_hinge": "hinge", "mape": "mae",
    ]
    guard let other = others[run.objective.name] else { return "" }
    return ", or loss=\(other); the gradient of \(run.objective.name) grows without bound"
  }
}
