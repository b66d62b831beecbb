import Language
import Training

/// One line that says how far a training is.
public enum ProgressText {
  /// - Parameter columns: where the line is wider without its bar too, it is as it is.
  public static func line(_ progress: TrainingProgress, columns: Int = 80) -> String {
    let numbers: String
    let share: Double
    switch progress.stage {
    case .epoch(let report, let epochs):
      numbers = "\(report.epoch)/\(epochs) loss \(NumberFormat.text(report.trainLoss, digits: 4))"
      share = Double(report.epoch) / Double(max(epochs, 1))
    case .runs(let runs):
      numbers = "\(runs.done)/\(runs.runs) runs"
      share = runs.share
    }
    let whole = "\(progress.label) \(bar(share)) \(numbers)"
    // In a narrow window the numbers say more than the bar.
    return whole.count <= columns ? whole : "\(progress.label) \(numbers)"
  }

  private static func bar(_ share: Double) -> String {
    let done = min(max(Int(exactly: (20 * share).rounded(.down)) ?? 0, 0), 20)
    return "[" + String(repeating: "#", count: done) + String(repeating: ".", count: 20 - done) + "]"
  }
}
