import LossMath

// The order matters where two slips give the same number: the more telling comes first.
extension Slip {
  static let all: [Slip] = reductions + arguments + units + logits + forms + signs

  private static let reductions: [Slip] = [
    .call("That is the sum of the terms, and here their mean is wanted.") { call in
      if call.name == "mean" { return [call.calling("sum")] }
      guard call.loss != nil, call.option("reduction") == nil else { return [] }
      return [call.adding("reduction", .text("sum"))]
    },
    .call("That is the mean of the terms, and here their sum is wanted.") { call in
      if call.name == "sum" { return [call.calling("mean")] }
      guard let word = call.option("reduction"), case .text("sum") = word.kind else { return [] }
      return [call.without("reduction")]
    },
    .call("That divides by n - 1, and here the sum is divided by n.") { call in
      guard call.name == "mean", call.arguments.count == 1, let x = call.values.first else { return [] }
      let count = call.chain(call.make("len", [x]), .subtract, call.number(1))
      return [call.chain(call.make("sum", [x]), .divide, count).kind]
    },
    .call("That divides by the number of all entries; the mean is over the rows.") { call in
      guard let loss = call.loss, loss.name == "cce", call.arguments.count == 2 else { return [] }
      let (y, p) = (call.values[0], call.values[1])
      return [call.negative(call.make("mean", [call.chain(y, .multiply, call.make("log", [p]))])).kind]
    },
  ]

  private static let arguments: [Slip] = [
    .call("That comes with the two arguments swapped: the truth comes first, then the prediction.") { call in
      guard call.loss != nil || ["cross_entropy", "jensen_shannon"].contains(call.name),
        call.arguments.count >= 2, call.arguments[0].name == nil, call.arguments[1].name == nil
      else { return [] }
      var swapped = call.arguments
      swapped.swapAt(0, 1)
      return [.call(name: call.name, nameSpan: call.nameSpan, arguments: swapped)]
    },
    .call("That comes from labels 0 and 1; this loss wants -1 and +1.") { call in
      guard call.loss?.labels == .plusMinusOne else { return [] }
      return [call.changing(0) { call.chain(call.chain($0, .add, call.number(1)), .divide, call.number(2)) }]
    },
    .call("That comes from labels -1 and +1; this loss wants 0 and 1.") { call in
      guard call.loss?.labels == .zeroOne else { return [] }
      return [
        call.changing(0) { call.chain(call.chain(call.number(2), .multiply, $0), .subtract, call.number(1)) }
      ]
    },
    .call("That is the cross-entropy. The divergence is what is left of it without the entropy of the truth.")
    {
      $0.loss?.name == "kl" ? [$0.calling("cross_entropy")] : []
    },
    .call("That is the divergence. The cross-entropy has the entropy of the truth in it as well.") {
      $0.name == "cross_entropy" ? [$0.calling("kl")] : []
    },
    .call("That is the entropy of the truth alone; the prediction does not come in.") { call in
      guard call.loss?.name == "kl" || call.name == "cross_entropy", let p = call.values.first else {
        return []
      }
      return [call.make("entropy", [p]).kind]
    },
  ]

  private static let units: [Slip] = [
    .call("That comes from the logarithm to base 2; `log` is the natural one, to base e.") {
      $0.name == "log" ? [$0.calling("log2")] : []
    },
    .call("That comes from the natural logarithm; here the one to base 2 is wanted.") {
      $0.name == "log2" ? [$0.calling("log")] : []
    },
    .call("That is in nats, and here bits are wanted.") {
      $0.option("units") == nil ? [] : [$0.without("units")]
    },
    .call("That is in bits, from the logarithm to base 2; here nats are wanted, from the natural logarithm.")
    { call in
      guard call.loss?.isLogarithmic ?? ["entropy", "cross_entropy", "jensen_shannon"].contains(call.name),
        call.option("units") == nil
      else { return [] }
      let plain = Expression(kind: call.calling(call.name), span: call.span)
      return [call.chain(plain, .divide, call.make("log", [call.number(2)])).kind]
    },
    .call("That comes from the logarithm to base 10; `log` is the natural one, to base e.") { call in
      guard call.name == "log" || call.loss?.isLogarithmic == true else { return [] }
      let plain = Expression(kind: call.calling(call.name), span: call.span)
      return [call.chain(plain, .divide, call.make("log", [call.number(10)])).kind]
    },
  ]

  private static let logits: [Slip] = [
    .call("The softmax was taken twice there.") { call in
      if call.name == "softmax" { return [call.changing(0) { call.make("softmax", [$0]) }] }
      guard let loss = call.loss, loss.isRowwise, call.option("from_logits") != nil else { return [] }
      return [call.changing(1) { call.make("softmax", [$0]) }]
    },
    .call("The sigmoid was taken twice there.") { call in
      if call.name == "sigmoid" { return [call.changing(0) { call.make("sigmoid", [$0]) }] }
      guard let loss = call.loss, !loss.isRowwise, call.option("from_logits") != nil else { return [] }
      return [call.changing(1) { call.make("sigmoid", [$0]) }]
    },
    .call("The probabilities were taken for logits there: one sigmoid or softmax too many.") { call in
      guard let loss = call.loss, loss.accepts(.fromLogits), call.option("from_logits") == nil else {
        return []
      }
      return [call.adding("from_logits", .truth(true))]
    },
    .call("The logits were taken for probabilities there: their sigmoid or softmax is missing.") { call in
      if call.option("from_logits") != nil { return [call.without("from_logits")] }
      guard call.name == "softmax" || call.name == "sigmoid", let z = call.values.first else { return [] }
      return [z.kind]
    },
  ]
}
