/// max(0, −y (a − b) + margin).
enum MarginRanking: TernaryElementwiseLoss {
  static let margin = 0.0

  static func value(_ y: Double, _ a: Double, _ b: Double, _ options: LossOptions) -> Double {
    let lack = lack(y, a, b, options)
    return lack < 0 ? 0 : lack
  }

  static func slopes(
    _ y: Double, _ a: Double, _ b: Double, _ options: LossOptions
  ) -> (Double, Double, Double) {
    let lack = lack(y, a, b, options)
    if lack.isNaN { return (.nan, .nan, .nan) }
    return lack > 0 ? (b - a, 0 - y, y) : (0, 0, 0)
  }

  private static func lack(_ y: Double, _ a: Double, _ b: Double, _ options: LossOptions) -> Double {
    var sum = CompensatedSum()
    sum.add(options.margin ?? margin)
    sum.add(0 - y * a)
    sum.add(y * b)
    return sum.value
  }

  static func expression(
    _ y: Traced, _ a: Traced, _ b: Traced, _ options: LossOptions
  ) throws(MathError) -> Traced {
    try (Traced(options.margin ?? margin) - y * (a - b)).relu()
  }

  static let entry = Loss(
    name: "margin_ranking",
    title: "Margin ranking loss",
    aliases: ["margin_ranking_loss"],
    summary: "How much the score that should be higher lacks to lead the other by the margin.",
    use: "Learning to rank from pairs: +1 says that x1 belongs above x2, -1 that it belongs below.",
    formula: "max(0, -y_true * (x1 - x2) + margin)",
    latex: #"\max\bigl(0,\ -y\,(x_1 - x_2) + m\bigr)"#,
    gradient: "-y_true for x1 and y_true for x2 while the margin is not reached, else 0",
    inputs: [LossInput("y_true", .plusMinusOne), LossInput("x1", .real), LossInput("x2", .real)],
    numbers: [LossNumber(.margin, margin, .anyNumber)],
    example: "margin_ranking([1, -1, 1], [0.8, 0.2, 0.1], [0.3, 0.6, 0.5], margin=0.2)",
    pitfalls: [
      "With the default margin of 0, equal scores cost nothing: a model that says the same of everything is "
        + "perfect.",
      "y_true is the order of the two, not their value.",
    ],
    keras: "none",
    torch: "torch.nn.MarginRankingLoss(margin=0.0), as (x1, x2, y)",
    seeAlso: ["triplet", "hinge"],
    term: "max(0, -{y} * (x1 - {p}) + margin)",
    body: .ternary(Self.self))
}
