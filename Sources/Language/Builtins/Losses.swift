import LossMath

extension Builtin {
  /// The losses, made from their entries in LossMath.
  static let lossFunctions: [Builtin] = Loss.all.map(make)

  private static func make(_ loss: Loss) -> Builtin {
    Builtin(
      loss.name, aliases: loss.aliases, topic: .losses,
      [.required("y_true"), .required("y_pred")] + loss.options.map { .named($0.rawValue) },
      loss.summary, example: loss.example, seeAlso: loss.seeAlso
    ) { (c) throws(Diagnostic) in
      let call = try LossCall(loss, c)
      try call.check(c)
      return .tensor(
        try c.math { () throws(MathError) in
          try loss.evaluate(yTrue: call.yTrue, yPred: call.yPred, call.options)
        })
    }
  }
}

/// The arguments of a call of a loss, read and checked.
struct LossCall {
  let loss: Loss
  let yTrue: Traced
  let yPred: Traced
  let options: LossOptions

  init(_ loss: Loss, _ c: CallContext) throws(Diagnostic) {
    self.loss = loss
    yTrue = try c.tensor("y_true")
    yPred = try c.tensor("y_pred")
    options = try Self.options(c)
  }

  private static func options(_ c: CallContext) throws(Diagnostic) -> LossOptions {
    var options = LossOptions()
    if let word = try c.text("reduction") {
      guard let reduction = Reduction(rawValue: word) else {
        throw Diagnostic(
          .badArgument, "\"\(word)\" is no reduction", at: c.span(of: "reduction"),
          hint: "\"mean\", \"sum\" or \"none\"")
      }
      options.reduction = reduction
    }
    if let flag = try c.boolean("from_logits") { options.fromLogits = flag }
    if let epsilon = try c.number("epsilon") {
      guard epsilon >= 0, epsilon < 0.5 else {
        throw Diagnostic(
          .badArgument, "`epsilon` is at least 0 and below 0.5", at: c.span(of: "epsilon"),
          hint: "Keras uses 1e-7")
      }
      options.epsilon = epsilon
    }
    return options
  }

  /// Refuses what is almost certainly a mistake, at the argument where it stands.
  func check(_ c: CallContext) throws(Diagnostic) {
    for complaint in loss.complaints(yTrue: yTrue.value, yPred: yPred.value, options) {
      throw Diagnostic(complaint, loss, span: { c.span(of: $0.rawValue) })
    }
    try checkShapes(c)
    if options.reduction == .mean && (yTrue.value.count == 0 || yPred.value.count == 0) {
      throw Diagnostic(MathError.empty(operation: loss.name), at: c.span)
    }
  }

  private func checkShapes(_ c: CallContext) throws(Diagnostic) {
    guard let hint = shapeHint else { return }
    throw Diagnostic(
      .shapesDiffer,
      "y_true is \(Value.described(yTrue.shape)) and y_pred \(Value.described(yPred.shape))",
      at: c.span(of: "y_pred"), hint: hint)
  }
}

extension LossCall {
  /// What to do about shapes that differ; nothing where they fit.
  private var shapeHint: String? {
    let (y, p) = (yTrue.value, yPred.value)
    if p.isScalar && loss.isRowwise { return nil }
    if loss.labels == .classIndex {
      return y.count == p.rowsAndColumns.rows ? nil : "each row of y_pred has one class index in y_true"
    }
    if y.shape == p.shape || (!loss.isRowwise && (y.isScalar || p.isScalar)) { return nil }
    if loss.isRowwise { return "each row of y_pred is compared with the row of y_true beside it" }
    return y.count == p.count
      ? "the numbers are as many, only arranged differently: flatten(...) makes a vector of either"
      : "each prediction is compared with one label"
  }
}

extension Diagnostic {
  init(_ complaint: LossComplaint, _ loss: Loss, span: (LossArgument) -> Span) {
    func number(_ x: Double) -> String { NumberFormat.text(x) }
    switch complaint {
    case .probabilityOutOfRange(let index, let value):
      self.init(
        .probabilityOutOfRange,
        "y_pred[\(index)] is \(number(value)), and a probability lies between 0 and 1",
        at: span(.yPred),
        hint:
          "if these are logits, say from_logits=true, or apply \(loss.isRowwise ? "softmax" : "sigmoid") first"
      )
    case .zeroOneLabels:
      self.init(
        .zeroOneLabels, "the labels are 0 and 1, and \(loss.name) wants -1 and +1", at: span(.yTrue),
        hint: "write 2*y - 1; with a label of 0 the loss is 1 whatever is predicted")
    case .notPlusMinusOne(let index, let value):
      self.init(
        .notPlusMinusOne, "label y_true[\(index)] is \(number(value)), and \(loss.name) wants -1 or +1",
        at: span(.yTrue), hint: "the two classes are named -1 and +1")
    case .plusMinusLabels:
      self.init(
        .plusMinusLabels, "the labels are -1 and +1, and \(loss.name) wants 0 and 1", at: span(.yTrue),
        hint: "write (y + 1) / 2")
    case .labelOutOfRange(let index, let value):
      self.init(
        .labelOutOfRange,
        "label y_true[\(index)] is \(number(value)), and \(loss.name) wants \(loss.labels.rawValue)",
        at: span(.yTrue), hint: "are y_true and y_pred in the right order?")
    case .rowSum(let argument, let row, let sum):
      self.init(
        .rowSum, "row \(row) of \(argument.rawValue) sums to \(number(sum)), and probabilities sum to 1",
        at: span(argument),
        hint: argument == .yPred
          ? "divide by the sum, or give logits with from_logits=true" : "divide by the sum: y / sum(y)")
    case .oneHotForIndices:
      self.init(
        .oneHotForIndices, "the labels are one-hot rows, and \(loss.name) wants class indices",
        at: span(.yTrue),
        hint: "use cce for one-hot labels, or argmax(y, axis=1) for the indices")
    case .indicesForOneHot:
      self.init(
        .indicesForOneHot, "the labels are class indices, and \(loss.name) wants one-hot rows",
        at: span(.yTrue),
        hint: "use sparse_cce for indices, or one_hot(y, classes)")
    case .belowMinusOne(let argument, let index, let value):
      self.init(
        .belowMinusOne,
        "\(argument.rawValue)[\(index)] is \(number(value)), and log(1 + x) has no value below -1",
        at: span(argument),
        hint:
          "msle is for targets that are not negative; epsilon=1e-7 does what Keras does: it replaces negatives"
      )
    }
  }
}
