/// max(0, |a − p| − |a − n| + margin).
enum Triplet: TernaryRowLoss {
  static let margin = 1.0
  static let norm = 2.0

  static func value(_ a: Row, _ p: Row, _ n: Row, _ options: LossOptions) -> Double {
    var far = distance(a, n, options)
    if options.swap {
      let other = distance(p, n, options)
      if other.value < far.value || other.value.isNaN { far = other }
    }
    let lack = (distance(a, p, options) + -far + Extended(options.margin ?? margin)).value
    return lack < 0 ? 0 : lack
  }

  /// In more digits than a double has: the two distances nearly cancel in what is hard to tell apart.
  private static func distance(_ a: Row, _ b: Row, _ options: LossOptions) -> Extended {
    let norm = options.p ?? norm
    let offset = Extended(options.epsilon)
    let differences = (0..<min(a.count, b.count)).map { Extended.sum(a[$0], -b[$0]) + offset }
    let largest = differences.reduce(0) { most, difference in
      most.isNaN || difference.value.isNaN ? .nan : Swift.max(most, abs(difference.value))
    }
    guard largest.isFinite, largest > 0 else { return Extended(largest) }
    if norm != 1 && norm != 2 {
      let powers = differences.map { Libm.pow(abs($0.value) / largest, norm) }
      return Extended(largest * Libm.pow(Summation.sum(powers), 1 / norm))
    }
    // A power of two that keeps the squares in range.
    let scale = Double(sign: .plus, exponent: Swift.max(largest.exponent, -1022), significand: 1)
    let sum = differences.reduce(Extended(0)) { sum, difference in
      let size = Extended(difference.high / scale, difference.low / scale)
      return sum + (norm == 2 ? size * size : difference.value < 0 ? -size : size)
    }
    let root = norm == 2 ? sum.squareRoot : sum
    return Extended(root.high * scale, root.low * scale)
  }

  static func expression(
    _ a: Traced, _ p: Traced, _ n: Traced, _ options: LossOptions
  ) throws(MathError) -> Traced {
    var far = try distance(a, n, options)
    if options.swap { far = try .minimum(far, distance(p, n, options)) }
    return try (distance(a, p, options) - far + Traced(options.margin ?? margin)).relu()
  }

  /// The gradient is 0 where the two are equal, as everywhere at the tip of a cone.
  private static func distance(_ a: Traced, _ b: Traced, _ options: LossOptions) throws(MathError) -> Traced {
    let norm = options.p ?? norm
    let size = try (a - b + Traced(options.epsilon)).abs()
    if norm == 1 { return try size.sum(axis: -1) }
    let sum = try Traced.power(size, Traced(norm)).sum(axis: -1)
    let apart = try sum.value.map { $0 == 0 ? 0 : 1 }
    let root = norm == 2 ? try sum.sqrt() : try Traced.power(sum, Traced(1 / norm))
    return try .select(apart, root, Traced(0))
  }

  static let entry = Loss(
    name: "triplet",
    title: "Triplet margin loss",
    aliases: ["triplet_margin_loss", "triplet_loss"],
    summary: "How much closer the anchor is to its negative than it should be, seen from its positive.",
    use:
      "Learning embeddings, such as of faces: the anchor and the positive show the same, the negative "
      + "something else.",
    formula: "max(0, distance(anchor, positive) - distance(anchor, negative) + margin) for each row",
    latex: #"\max\bigl(0,\ \lVert a - p \rVert - \lVert a - n \rVert + m\bigr)"#,
    gradient:
      "for the positive (positive - anchor) / distance, for the negative (anchor - negative) / distance",
    inputs: [LossInput("anchor", .vector), LossInput("positive", .vector), LossInput("negative", .vector)],
    options: [.swap],
    numbers: [
      LossNumber(.margin, margin, .anyNumber), LossNumber(.p, norm, .atLeastOne),
      LossNumber(.epsilon, 0, .notNegative),
    ],
    example: "triplet([[0, 0], [1, 1]], [[0.1, 0], [1, 0.5]], [[1, 0], [1, 1.5]])",
    pitfalls: [
      "A loss of exactly the margin means that everything has collapsed onto one point.",
      "Most triplets become easy soon and give no gradient: choose negatives that are hard.",
      "Distances, not squared distances.",
    ],
    keras: "none",
    torch: "torch.nn.TripletMarginLoss(margin=1.0, p=2, eps=1e-6): adds eps to each difference",
    seeAlso: ["cosine_embedding", "hinge_embedding"],
    term: "max(0, distance(anchor, positive) - distance(anchor, negative) + margin) / columns",
    body: .ternaryRowwise(Self.self))
}
