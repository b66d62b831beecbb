import LossMath
import Training

extension Diagnostic {
  init(_ violation: ParameterViolation, _ family: Distribution, span: (String) -> Span) {
    switch violation {
    case .count(_, let expected):
      self.init(
        .badArgument, "\(family.name) has the parameters \(expected.joined(separator: " and "))",
        at: span(expected.first ?? ""))
    case .empty(let parameter):
      self.init(.badArgument, "`\(parameter)` of \(family.name) is empty", at: span(parameter))
    case .outOfRange(let parameter, _, let value, let range):
      self.init(
        .badArgument,
        "`\(parameter)` of \(family.name) is \(range.rawValue), and this is \(NumberFormat.text(value))",
        at: span(parameter), hint: Self.remedy(range, parameter))
    case .rowSum(let parameter, let row, let sum):
      let place = row == 0 ? "the probabilities" : "row \(row)"
      self.init(
        .rowSum, "\(place) of \(family.name) sum to \(NumberFormat.text(sum)), and probabilities sum to 1",
        at: span(parameter), hint: "divide by the sum: p / sum(p); of logits take softmax(z)")
    }
  }

  private static func remedy(_ range: ParameterRange, _ parameter: String) -> String? {
    switch range {
    case .positive, .nonNegative:
      "to search for it freely, write exp(...): the exponential of any number is above 0"
    case .probability: "if this is a logit, apply sigmoid first"
    case .simplex: "if these are logits, apply softmax first"
    case .real, .wholeNumber: nil
    }
  }

  init(_ violation: SupportViolation, _ family: Distribution, named name: String, at span: Span) {
    self.init(
      .outsideSupport, violation.sentence(family, named: name), at: span,
      hint: violation.remedy(family))
  }

  init(_ error: SamplingError, _ c: CallContext) {
    switch error {
    case .cancelled: self = c.interpreter.stopped(c.span)
    case .count(let found, let allowed):
      self.init(
        .badArgument, "a sample has up to \(allowed.upperBound) numbers, not \(found)", at: c.span(of: "n"))
    case .notOneNumber(let parameter, let shape):
      self.init(
        .badArgument, "a sample is drawn with one `\(parameter)`; this is \(Value.described(shape))",
        at: c.span(of: "d"), hint: "sample each distribution by itself")
    case .tooLarge(let parameter, let value, let limit):
      self.init(
        .tooLarge,
        "`\(parameter)` is \(NumberFormat.text(value)); the limit for a sample is \(NumberFormat.text(limit))",
        at: c.span(of: "d"))
    case .parameter, .unknownDistribution:
      self.init(.badArgument, "these parameters make no distribution", at: c.span(of: "d"))
    }
  }
}

extension SupportViolation {
  /// What is found where, and what the distribution produces.
  func sentence(_ family: Distribution, named name: String) -> String {
    var limit = ""
    if case .above(let most) = reason { limit = ", and here none is above \(NumberFormat.text(most))" }
    return "\(name)[\(index)] is \(NumberFormat.text(value)), and \(family.name) produces "
      + "\(family.support.rawValue)\(limit)"
  }

  func remedy(_ family: Distribution) -> String? {
    switch reason {
    case .notFinite: "leave out what is missing: x[x == x] keeps what is no nan"
    case .negative:
      family.isDiscrete ? nil : "normal and laplace take negative numbers"
    case .notWhole, .notZeroOrOne:
      "normal and laplace take any number"
    case .above: family.support == .countsThrough ? "is n the number of tries?" : nil
    }
  }
}
