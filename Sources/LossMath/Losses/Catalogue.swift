extension Loss {
  /// Every loss: the nine of the course in its order, then the others by what is predicted.
  public static let all: [Loss] = [
    MeanSquaredError.entry, MeanSquaredLogarithmicError.entry, MeanAbsoluteError.entry,
    BinaryCrossentropy.entry, Hinge.entry, SquaredHinge.entry,
    CategoricalCrossentropy.entry, SparseCategoricalCrossentropy.entry, KullbackLeiblerDivergence.entry,
    Huber.entry, SmoothL1.entry, LogCosh.entry, MeanAbsolutePercentageError.entry, Quantile.entry,
    Poisson.entry, GaussianNegativeLogLikelihood.entry,
    BinaryFocal.entry, SoftMargin.entry, Dice.entry, Tversky.entry,
    CategoricalFocal.entry, CategoricalHinge.entry, NegativeLogLikelihood.entry, MultiMargin.entry,
    MultilabelMargin.entry, MultilabelSoftMargin.entry,
    CosineSimilarity.entry, CosineEmbedding.entry, HingeEmbedding.entry, MarginRanking.entry, Triplet.entry,
  ]

  private static let byName: [String: Loss] = {
    var table: [String: Loss] = [:]
    for loss in all { for name in [loss.name] + loss.aliases { table[name] = loss } }
    return table
  }()

  /// The loss of that name or alias.
  public static func named(_ name: String) -> Loss? { byName[name] }
}

/// Class indices as one-hot rows of shape `[count, classes]`.
/// - Throws: `MathError.badClassIndex` for anything but whole numbers in `0 ..< classes`.
public func oneHot(_ labels: Tensor, classes: Int) throws(MathError) -> Tensor {
  try SparseCategoricalCrossentropy.oneHot(labels, classes: classes)
}
