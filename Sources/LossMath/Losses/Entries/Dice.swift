/// 1 − 2Σyp / (Σy + Σp) over all numbers together.
enum Dice: RowLoss {
  static func forEachContribution(
    _ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void
  ) {
    let (masks, share) = (Masks(y, p, context.options), context.options.epsilon / Double(p.count))
    for j in p.indices { write(j, (lack(y[j], p[j]) + share) / masks.size) }
  }

  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    let masks = Masks(y, p, context.options)
    return masks.missing / masks.size
  }

  static func forEachSlope(_ y: Row, _ p: Row, _ context: RowContext, _ write: (Int, Double) -> Void) {
    let masks = Masks(y, p, context.options)
    let whole = masks.size + masks.missing
    for j in p.indices { write(j, ((1 - y[j]) * masks.overlap - y[j] * whole) / masks.size / masks.size) }
  }

  /// y(1 − p) + p(1 − y).
  private static func lack(_ y: Double, _ p: Double) -> Double { y * (1 - p) + p * (1 - y) }

  /// The sums over both masks.
  private struct Masks {
    /// Σ(y + p).
    let size: Double
    /// What is missing from agreement: Σ(y + p − 2yp), without a difference of large numbers.
    let missing: Double
    /// 2Σyp.
    let overlap: Double

    init(_ y: Row, _ p: Row, _ options: LossOptions) {
      size = Summation.sum(count: p.count) { y[$0] + p[$0] } + options.epsilon
      missing = Summation.sum(count: p.count) { lack(y[$0], p[$0]) } + options.epsilon
      overlap = 2 * Summation.sum(count: p.count) { y[$0] * p[$0] }
    }
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let lack = try (y + p - Traced(2) * y * p).sum(axis: -1) + Traced(options.epsilon)
    return try lack / ((y + p).sum(axis: -1) + Traced(options.epsilon))
  }

  static let entry = Loss(
    name: "dice",
    title: "Dice loss",
    aliases: ["dice_loss", "Dice"],
    summary: "How little two masks overlap: 0 where they are the same, 1 where they have nothing in common.",
    use:
      "Segmentation, where the object is a small part of the picture and bce would be content with all "
      + "background.",
    formula: "1 - 2 * sum(y_true * y_pred) / (sum(y_true) + sum(y_pred)) over everything, or along axis",
    latex: #"1 - \frac{2 \sum_j y_j \hat{y}_j}{\sum_j y_j + \sum_j \hat{y}_j}"#,
    gradient: "(2 * overlap / size - 2 * y_true) / size, with overlap = sum(y_true * y_pred)",
    inputs: .pair(.zeroOne, .probability),
    options: [.axis],
    numbers: [LossNumber(.epsilon, 0, .notNegative)],
    example: "dice([1, 0, 1, 0], [0.9, 0.1, 0.4, 0.7])",
    pitfalls: [
      "The whole input gives one number, however many pictures it holds; axis=-1 gives one for each row.",
      "Two empty masks give 0 / 0; epsilon=1e-7 below the line, as Keras has it, makes the loss 1.",
      "It is not a mean of terms: batches of different sizes cannot be averaged.",
    ],
    keras: "Dice(axis=None), \"dice\"; adds 1e-7 below the line",
    torch: "none",
    seeAlso: ["tversky", "bce"],
    term: "({y} * (1 - {p}) + {p} * (1 - {y})) / size",
    body: .rowwise(Self.self, isWhole: true))
}
