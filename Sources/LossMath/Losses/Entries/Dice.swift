/// 1 − 2Σyp / (Σy + Σp) over all numbers together.
enum Dice: RowLoss {
  /// What is missing from agreement: Σ(y + p − 2yp), without a difference of large numbers.
  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    (lack(y[j], p[j]) + context.options.epsilon / Double(p.count)) / size(y, p, context.options)
  }

  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    (Summation.sum(count: p.count) { lack(y[$0], p[$0]) } + context.options.epsilon)
      / size(y, p, context.options)
  }

  /// y(1 − p) + p(1 − y).
  private static func lack(_ y: Double, _ p: Double) -> Double { y * (1 - p) + p * (1 - y) }

  private static func size(_ y: Row, _ p: Row, _ options: LossOptions) -> Double {
    Summation.sum(count: p.count) { y[$0] + p[$0] } + options.epsilon
  }

  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    let size = size(y, p, context.options)
    let missing = Summation.sum(count: p.count) { lack(y[$0], p[$0]) } + context.options.epsilon
    let overlap = 2 * Summation.sum(count: p.count) { y[$0] * p[$0] }
    return ((1 - y[j]) * overlap - y[j] * (size + missing)) / size / size
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
