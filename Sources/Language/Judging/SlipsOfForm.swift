import LossMath

extension Slip {
  /// A part of the formula left out, or one put in.
  static let forms: [Slip] = [
    .call("Those are the absolute errors, and here they are squared.") {
      $0.loss?.name == "mse" ? [$0.calling("mae")] : []
    },
    .call("Those are the squared errors, and here their absolute values are wanted.") {
      $0.loss?.name == "mae" ? [$0.calling("mse")] : []
    },
    .call("Errors up and down cancel there: the sign has to go first.") { call in
      if call.name == "abs", let x = call.values.first { return [x.kind] }
      guard let loss = call.loss, ["mse", "mae"].contains(loss.name), call.arguments.count == 2 else {
        return []
      }
      let error = call.chain(call.values[1], .subtract, call.values[0])
      return [call.make("mean", [error]).kind, call.negative(call.make("mean", [error])).kind]
    },
    .call("The term of the zeros, (1 - y) * log(1 - p), is missing there.") { call in
      guard call.loss?.name == "bce", call.arguments.count == 2 else { return [] }
      let term = call.chain(call.values[0], .multiply, call.make("log", [call.values[1]]))
      return [call.negative(call.make("mean", [term])).kind]
    },
    .call("The loss cannot fall below 0: the max(0, ...) is missing there.") { call in
      if call.name == "relu", let x = call.values.first { return [x.kind] }
      guard call.loss?.name == "hinge", call.arguments.count == 2 else { return [] }
      let margin = call.chain(call.values[0], .multiply, call.values[1])
      return [call.make("mean", [call.chain(call.number(1), .subtract, margin)]).kind]
    },
    .call("The 1 inside the logarithm is missing there: it is log(1 + y).") {
      $0.name == "log1p" ? [$0.calling("log")] : []
    },
    .call("The logarithm is missing there.") { call in
      guard let x = call.values.first else { return [] }
      if call.name == "log" { return [x.kind] }
      if call.loss?.name == "msle" { return [call.calling("mse")] }
      return call.loss?.name == "nll" || call.name == "log_prob" ? [call.make("exp", [call.itself]).kind] : []
    },
    .call("The exponential is missing there.") { call in
      guard call.name == "exp", let x = call.values.first else { return [] }
      return [x.kind]
    },
    .call("The square root is missing there.") { call in
      guard call.name == "sqrt", let x = call.values.first else { return [] }
      return [x.kind]
    },
    Slip(sentence: "The square is missing there.") { expression, _ in
      guard case .power(let base, let exponent) = expression.kind, case .number(2) = exponent.kind else {
        return []
      }
      return [base.kind]
    },
    Slip(sentence: "One place off: the first element has the index 0.") { expression, _ in
      guard case .index(let base, let items) = expression.kind, items.count == 1,
        case .number(let i) = items[0].kind
      else { return [] }
      return [i + 1, i - 1].map { .index(base, [Expression(kind: .number($0), span: items[0].span)]) }
    },
  ]

  /// A sign the wrong way round.
  static let signs: [Slip] = [
    Slip(sentence: "One sign inside is the wrong way round: a plus for a minus, or a minus for a plus.") {
      expression, _ in
      guard case .chain(let first, let links) = expression.kind else { return [] }
      return links.indices.compactMap { index in
        let flipped: ArithmeticOperator? =
          switch links[index].operation {
          case .add: .subtract
          case .subtract: .add
          default: nil
          }
        guard let flipped else { return nil }
        var changed = links
        changed[index] = Expression.Link(operation: flipped, operand: links[index].operand)
        return .chain(first, changed)
      }
    }
  ]
}

/// A mistake that shows in the value as a whole.
struct ValueSlip: Sendable {
  let sentence: String
  /// Where right values lie that the mistake can be made with; nothing for anywhere.
  var range: ClosedRange<Double>?
  /// Whether the question has to speak of percent.
  var isOfPercent = false
  let change: @Sendable (Double) -> Double

  static let all: [ValueSlip] = [
    ValueSlip(sentence: "The sign is the wrong way round.") { -$0 },
    ValueSlip(sentence: "That is half of it: a factor of 2 is missing, or there is a 1/2 too many.") {
      $0 / 2
    },
    ValueSlip(sentence: "That is twice of it: there is a factor of 2 too many, or a 1/2 is missing.") {
      $0 * 2
    },
    ValueSlip(sentence: "You have taken the square root as well.") { $0.squareRoot() },
    ValueSlip(sentence: "That is the square of it: the root is missing.") { $0 * $0 },
    ValueSlip(sentence: "That is in percent, and here a share is wanted, where 1 is all.", range: 0...1) {
      $0 * 100
    },
    ValueSlip(sentence: "That is a share, and here percent are wanted.", range: 0...100, isOfPercent: true) {
      $0 / 100
    },
    ValueSlip(sentence: "That is upside down: one divided by it is right.") { 1 / $0 },
    ValueSlip(sentence: "That is what is left to 1.") { 1 - $0 },
  ]
}

extension SlipCall {
  var itself: Expression { Expression(kind: calling(name), span: span) }
}

extension Loss {
  /// Whether its terms are logarithms of probabilities, so that it has nats for its unit.
  var isLogarithmic: Bool { ["bce", "cce", "sparse_cce", "kl", "nll"].contains(name) }
}
