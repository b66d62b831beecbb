import Training

/// What `why` says of a training run: where its loss stopped being a number.
enum RunHealthText {
  /// How many losses before the break are told.
  private static let told = 3

  static func pieces(_ run: Run) -> [Piece] {
    guard case .diverged(let epoch) = run.outcome else {
      return [.text("There is nothing to explain: the losses of this run are finite numbers.")]
    }
    return [.text(DivergenceText(run, epoch).sentences)] + before(run, epoch)
  }

  private static func before(_ run: Run, _ epoch: Int) -> [Piece] {
    guard epoch > 0 else { return [] }
    let losses = ([run.initial.trainLoss] + run.trainLoss).suffix(told).map {
      NumberFormat.text($0, digits: 4)
    }
    let path = losses.joined(separator: ", then ")
    return [
      .text(
        losses.count == 1
          ? "The training loss was \(path) before the first step."
          : "After each epoch before it the training loss was \(path).")
    ]
  }
}
