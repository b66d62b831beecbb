/// −(y · p) / (|y| |p|) for each row.
enum CosineSimilarity: ClasswiseLoss {
  static func contribution(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double {
    let (s, t) = (scale(y), scale(p))
    return 0 - (y[j] * s) * (p[j] * t) / norms(y, s, p, t).product
  }

  static func total(_ y: Row, _ p: Row, _ context: RowContext) -> Double {
    0 - cosine(y, p)
  }

  static func cosine(_ y: Row, _ p: Row) -> Double {
    let (s, t) = (scale(y), scale(p))
    return Summation.dot(count: p.count, { y[$0] * s }, { p[$0] * t }) / norms(y, s, p, t).product
  }

  static func slope(_ j: Int, _ y: Row, _ p: Row, _ context: RowContext) -> Double { slope(j, y, p) }

  /// −Σ_k p_k (y_j p_k − y_k p_j) / (|y| |p|³): for vectors of one direction each bracket is 0, where the
  /// usual y/|y| − c p/|p| would leave rounding errors.
  static func slope(_ j: Int, _ y: Row, _ p: Row) -> Double {
    let (s, t) = (scale(y), scale(p))
    let (yj, pj) = (y[j] * s, p[j] * t)
    let norms = norms(y, s, p, t)
    var turn = Extended(0)
    for k in p.indices {
      let bracket = Extended.product(yj, p[k] * t) + -Extended.product(y[k] * s, pj)
      turn = turn + Extended(p[k] * t) * bracket
    }
    return 0 - turn.value / norms.product / norms.predictionSquares * t
  }

  private static func norms(
    _ y: Row, _ s: Double, _ p: Row, _ t: Double
  ) -> (product: Double, predictionSquares: Double) {
    let labels = Summation.dot(count: y.count, { y[$0] * s }, { y[$0] * s })
    let predictions = Summation.dot(count: p.count, { p[$0] * t }, { p[$0] * t })
    return ((labels * predictions).squareRoot(), predictions)
  }

  /// A power of two that brings the largest number of a row near 1, so that no square overflows or vanishes.
  private static func scale(_ row: Row) -> Double {
    let largest = row.reduce(0) { Swift.max($0, abs($1)) }
    guard largest.isFinite, largest > 0 else { return 1 }
    // 2^1023 is the largest power: beyond it a row of subnormal numbers stays small.
    return Double(sign: .plus, exponent: Swift.min(-largest.exponent, 1023), significand: 1)
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    try cosine(y, p).negated()
  }

  /// One number a row. The cosine does not change with a vector's length: the scale may count as constant.
  static func cosine(_ y: Traced, _ p: Traced) throws(MathError) -> Traced {
    let (a, b) = try (y * scales(y.value), p * scales(p.value))
    let squares = try (a * a).sum(axis: -1) * (b * b).sum(axis: -1)
    return try (a * b).sum(axis: -1) / squares.sqrt()
  }

  private static func scales(_ tensor: Tensor) -> Traced {
    let (rows, columns) = tensor.rowsAndColumns
    let scales = tensor.elements.withUnsafeBufferPointer { all in
      (0..<rows).map { scale(Row(rebasing: all[($0 * columns)..<(($0 + 1) * columns)])) }
    }
    return Traced(Tensor(unchecked: tensor.shape.dropLast() + [1], scales))
  }

  static let entry = Loss(
    name: "cosine_similarity",
    title: "Cosine similarity",
    aliases: ["cosine", "CosineSimilarity", "cosine_proximity"],
    summary:
      "How far two vectors point the same way: -1 for the same direction, 0 at a right "
      + "angle, 1 for opposite.",
    use: "Predicting directions, such as embeddings of words or images, whose length does not matter.",
    formula: "-sum(y_true * y_pred) / (norm(y_true) * norm(y_pred)) for each row",
    latex: #"-\frac{y \cdot \hat{y}}{\lVert y \rVert\,\lVert \hat{y} \rVert}"#,
    gradient: "-(y_true / norm(y_true) - cos * y_pred / norm(y_pred)) / norm(y_pred)",
    inputs: .pair(.vector, .vector),
    options: [.axis],
    example: "cosine_similarity([[0, 1], [1, 1]], [[1, 0], [1, 1]])",
    pitfalls: [
      "It is the cosine times -1, as in Keras, so that less is better; PyTorch's cosine_similarity is the "
        + "cosine itself.",
      "A row of zeros has no direction and the loss no value; Keras and PyTorch say 0.",
      "The length of y_pred is free and may grow without end while training.",
    ],
    keras: "CosineSimilarity(axis=-1); 0 for a row of zeros",
    torch: "-torch.nn.functional.cosine_similarity(y_pred, y_true, eps=1e-8)",
    seeAlso: ["cosine_embedding", "mse"],
    term: "-{y} * {p} / (norm(y_true) * norm(y_pred))",
    body: .rowwise(Self.self))
}
