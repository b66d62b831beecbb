import LossMath

/// Something that networks predict, with the output layer and the loss that go with it.
struct LossCase: Sendable {
  /// What makes another loss the better one.
  enum Circumstance: String, CaseIterable, Sendable { case outliers, magnitudes, imbalance }

  let name: String
  /// Other words for it.
  let aliases: [String]
  /// What is predicted, in a few words.
  let title: String
  let shortOutput: String
  let output: String
  let labels: String
  let loss: String
  /// Why this one.
  let reason: String
  /// The loss that is better under a circumstance, and why.
  let variants: [(Circumstance, loss: String, reason: String)]

  static func named(_ name: String) -> LossCase? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  static let all: [LossCase] = [
    LossCase(
      name: "amount", aliases: ["number"], title: "a number: a price, a temperature",
      shortOutput: "linear", output: "one linear unit", labels: "numbers, best standardised", loss: "mse",
      reason:
        "The mean of the squares is what maximum likelihood comes to when errors are normal; it predicts the mean.",
      variants: [
        (
          .outliers, "huber",
          "A far point pulls with the same force however far it is; mae goes further and predicts the median."
        ),
        (.magnitudes, "msle", "It compares logarithms, so that an error counts by its share of the amount."),
      ]),
    LossCase(
      name: "count", aliases: ["counts", "rate"], title: "how often: visits, accidents", shortOutput: "exp",
      output: "one unit through exp, or softplus", labels: "whole numbers from 0", loss: "poisson",
      reason:
        "Counts scatter the more the larger they are, as the Poisson distribution says; a rate is never negative.",
      variants: []),
    LossCase(
      name: "bound", aliases: ["quantile", "interval"], title: "a bound that most values keep",
      shortOutput: "linear", output: "one linear unit for each bound", labels: "numbers", loss: "quantile",
      reason: "With quantile=0.9 nine values in ten end below the prediction. Two of them make an interval.",
      variants: []),
    LossCase(
      name: "yes_no", aliases: ["binary", "yes_or_no"], title: "one of two classes", shortOutput: "sigmoid",
      output: "one sigmoid unit: the probability of yes", labels: "0 and 1", loss: "bce",
      reason:
        "It is the surprise of what happened, and makes the output a probability. Where only the decision counts, hinge with labels -1 and +1 and a tanh or linear unit does too.",
      variants: [
        (
          .imbalance, "bce",
          "Weigh the rare class more, as in class_weights=[1, 10], or take binary_focal; and look at recall and precision instead of accuracy."
        )
      ]),
    LossCase(
      name: "one_of_several", aliases: ["classes", "multiclass"], title: "one of several classes",
      shortOutput: "softmax", output: "a softmax unit for each class", labels: "class indices 0, 1, 2, ...",
      loss: "sparse_cce",
      reason:
        "The probabilities add up to 1, as they should where one class excludes the others. With one-hot rows the same loss is called cce.",
      variants: [
        (
          .imbalance, "sparse_cce",
          "Weigh the rare classes more with class_weights, and look at each class in `confusion` instead of accuracy."
        )
      ]),
    LossCase(
      name: "several_at_once", aliases: ["multilabel", "tags"], title: "any of several labels",
      shortOutput: "sigmoids", output: "a sigmoid unit for each label", labels: "0 and 1 for each label",
      loss: "bce",
      reason:
        "Each label is a question of its own with yes or no, so the probabilities need not add up to 1.",
      variants: [
        (
          .imbalance, "binary_focal",
          "Most labels are 0 in most rows, and the many easy ones would drown the few others."
        )
      ]),
    LossCase(
      name: "shares", aliases: ["distribution"], title: "shares that add up to 1", shortOutput: "softmax",
      output: "a softmax unit for each share", labels: "rows of probabilities that add up to 1", loss: "kl",
      reason:
        "It is 0 where the prediction has exactly the shares; cce has the same gradient, and does not fall to 0.",
      variants: []),
    LossCase(
      name: "order", aliases: ["ranking"], title: "which of two belongs first", shortOutput: "linear",
      output: "one linear unit: a score for each of the two",
      labels: "+1 where the first belongs above, else -1",
      loss: "margin_ranking",
      reason:
        "Only the difference of the two scores counts. It compares rows, so `train` here does not take it.",
      variants: []),
    LossCase(
      name: "likeness", aliases: ["similarity", "embedding"], title: "what is like what",
      shortOutput: "a vector", output: "a vector for each thing",
      labels: "triples: a thing, one like it, one unlike it",
      loss: "triplet",
      reason:
        "Like things come near each other and others are pushed a margin away. It compares rows, so `train` here does not take it.",
      variants: []),
  ]

  /// - Parameter look: what was found in the data, where there are any.
  func pieces(_ circumstances: Set<Circumstance>, _ look: TargetLook?) -> [Piece] {
    let variant = variants.first { circumstances.contains($0.0) }
    let name = variant?.loss ?? loss
    guard let entry = Loss.all.first(where: { $0.name == name }) else { return [] }
    var lines = [
      ("predicts", title), ("output layer", output), ("labels", labels), ("loss", "\(name): \(entry.title)"),
      ("Keras", entry.keras), ("PyTorch", entry.torch), ("why", variant?.reason ?? reason),
    ]
    for other in variants where other.0 != variant?.0 {
      lines.append((other.0.rawValue, "\(other.loss)\(other.loss == name ? " still" : ""). \(other.reason)"))
    }
    if let line = look?.trainingLine(name) { lines.append(("try", line)) }
    return lines.map { Self.line($0.0, $0.1, isCode: $0.0 == "try") }
      + [.paragraph([StyledRun("help\u{A0}\(name)", .code), StyledRun(" says the rest.")])]
  }

  private static func line(_ label: String, _ text: String, isCode: Bool) -> Piece {
    let name = label + String(repeating: "\u{A0}", count: max(14 - label.count, 1))
    return .paragraph(
      [StyledRun(name, .muted), StyledRun(text, isCode ? .code : .plain)], first: 0, indent: 14)
  }
}
