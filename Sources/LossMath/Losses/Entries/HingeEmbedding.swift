/// p where y = 1, max(0, margin − p) where y = −1.
enum HingeEmbedding: ElementwiseLoss {
  static let margin = 1.0

  static func value(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    if y == 1 { return p }
    let gap = (options.margin ?? margin) - p
    return y == -1 ? (gap < 0 ? 0 : gap) : .nan
  }

  static func slope(_ y: Double, _ p: Double, _ options: LossOptions) -> Double {
    if p.isNaN { return .nan }
    if y == 1 { return 1 }
    return y == -1 ? (p < (options.margin ?? margin) ? -1 : 0) : .nan
  }

  static func expression(_ y: Traced, _ p: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let apart = try (Traced(options.margin ?? margin) - p).relu()
    let known = try Traced.select(try y.value.map { $0 == -1 ? 1 : 0 }, apart, Traced(.nan))
    return try .select(try y.value.map { $0 == 1 ? 1 : 0 }, p, known)
  }

  static let entry = Loss(
    name: "hinge_embedding",
    title: "Hinge embedding loss",
    aliases: ["hinge_embedding_loss"],
    summary: "The distance of pairs that belong together, and what pairs that do not lack to the margin.",
    use: "Learning from pairs that are alike (+1) or not (-1), where y_pred is the distance of the two.",
    formula: "y_pred where y_true = 1, max(0, margin - y_pred) where y_true = -1",
    latex: #"\begin{cases} \hat{y} & y = 1 \\ \max(0,\ m - \hat{y}) & y = -1 \end{cases}"#,
    gradient: "1 where y_true = 1; where y_true = -1, -1 below the margin and 0 from there on",
    inputs: .pair(.plusMinusOne, .distance),
    numbers: [LossNumber(.margin, margin, .anyNumber)],
    example: "hinge_embedding([1, -1, -1], [0.2, 0.4, 1.5])",
    pitfalls: [
      "y_pred is a distance, not a score: it is not the hinge loss.",
      "A negative y_pred with label +1 makes the loss negative.",
    ],
    keras: "none",
    torch: "torch.nn.HingeEmbeddingLoss(margin=1.0), prediction first",
    seeAlso: ["cosine_embedding", "triplet", "hinge"],
    term: "hinge_embedding({y}, {p})",
    body: .elementwise(Self.self))
}
