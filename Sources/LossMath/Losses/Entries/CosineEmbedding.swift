/// 1 − cos where y = 1, max(0, cos − margin) where y = −1.
enum CosineEmbedding: TernaryRowLoss {
  static let margin = 0.0

  static func value(_ y: Row, _ a: Row, _ b: Row, _ options: LossOptions) -> Double {
    let cosine = CosineSimilarity.cosine(a, b)
    if y[0] == 1 { return 1 - cosine }
    guard y[0] == -1 else { return .nan }
    let excess = cosine - (options.margin ?? margin)
    return excess < 0 ? 0 : excess
  }

  static var closed: [Bool] { [false, true, true] }

  static func slopes(_ y: Row, _ a: Row, _ b: Row, _ options: LossOptions) -> [[Double]] {
    let loss = value(y, a, b, options)
    // The similarity's loss is minus the cosine, which is the loss of a pair that is alike but for a
    // constant.
    let sign: Double = loss.isNaN ? .nan : y[0] == 1 ? 1 : loss > 0 ? -1 : 0
    return [
      [], a.indices.map { sign * CosineSimilarity.slope($0, b, a) },
      b.indices.map { sign * CosineSimilarity.slope($0, a, b) },
    ]
  }

  static func expression(
    _ y: Traced, _ a: Traced, _ b: Traced, _ options: LossOptions
  ) throws(MathError) -> Traced {
    let cosine = try CosineSimilarity.cosine(a, b)
    let label = try y.value.reshaped(cosine.shape)
    let apart = try (cosine - Traced(options.margin ?? margin)).relu()
    let known = try Traced.select(label.map { $0 == -1 ? 1 : 0 }, apart, Traced(.nan))
    return try .select(label.map { $0 == 1 ? 1 : 0 }, Traced(1) - cosine, known)
  }

  static let entry = Loss(
    name: "cosine_embedding",
    title: "Cosine embedding loss",
    aliases: ["cosine_embedding_loss"],
    summary:
      "How far two vectors that belong together point apart, and how far two that do not point the same way.",
    use: "Learning embeddings from pairs that are alike (+1) or not (-1), where only the direction counts.",
    formula: "1 - cos(x1, x2) where y_true = 1, max(0, cos(x1, x2) - margin) where y_true = -1",
    latex: #"\begin{cases} 1 - \cos(x_1, x_2) & y = 1 \\ \max(0,\ \cos(x_1, x_2) - m) & y = -1 \end{cases}"#,
    gradient: "minus the gradient of the cosine where y_true = 1, the gradient itself above the margin else",
    inputs: [LossInput("y_true", .rowSign), LossInput("x1", .vector), LossInput("x2", .vector)],
    numbers: [LossNumber(.margin, margin, .signedUnit)],
    example: "cosine_embedding([1, -1], [[1, 0], [1, 1]], [[0.8, 0.2], [0.9, 1.2]])",
    pitfalls: [
      "y_true has one number for each row, +1 or -1.",
      "A row of zeros has no direction and the loss no value.",
    ],
    keras: "none; CosineSimilarity has no labels",
    torch: "torch.nn.CosineEmbeddingLoss(margin=0.0), as (x1, x2, y)",
    seeAlso: ["cosine_similarity", "triplet", "hinge_embedding"],
    term: "(1 - cos(x1, x2)) / columns where y_true = 1",
    body: .ternaryRowwise(Self.self))
}
