import LossMath

extension Builtin {
  /// The losses, made from their entries in LossMath.
  static let lossFunctions: [Builtin] = Loss.all.map(make)

  private static func make(_ loss: Loss) -> Builtin {
    Builtin(
      loss.name, aliases: loss.aliases, topic: .losses,
      loss.inputs.map { .required($0.name) } + loss.options.map { .named($0.rawValue) }
        + (loss.name == "kl" ? [.named("units")] : []),
      loss.summary, example: loss.example, seeAlso: loss.seeAlso
    ) { (c) throws(Diagnostic) in
      let call = try LossCall(loss, c)
      try call.check(c)
      let scale = c.has("units") ? try c.unit().perNat : 1
      return .tensor(
        try c.math { () throws(MathError) in
          let value = try loss.evaluate(call.arguments, call.options)
          return scale == 1 ? value : try value * Traced(scale)
        })
    }
  }
}

/// The arguments of a call of a loss, read and checked.
struct LossCall {
  let loss: Loss
  let arguments: [Traced]
  let options: LossOptions

  var yTrue: Traced { arguments[0] }
  var yPred: Traced { arguments[1] }

  init(_ loss: Loss, _ c: CallContext) throws(Diagnostic) {
    self.loss = loss
    var arguments: [Traced] = []
    for input in loss.inputs { arguments.append(try c.tensor(input.name)) }
    self.arguments = arguments
    options = try Self.options(loss, c)
  }

  private static func options(_ loss: Loss, _ c: CallContext) throws(Diagnostic) -> LossOptions {
    var options = LossOptions()
    if let word = try c.text("reduction") {
      guard let reduction = Reduction(rawValue: word) else {
        throw Diagnostic(
          .badArgument, "\"\(word)\" is no reduction", at: c.span(of: "reduction"),
          hint: "\"mean\", \"sum\" or \"none\"")
      }
      options.reduction = reduction
    }
    for option in loss.options where option.kind == .flag {
      if let flag = try c.boolean(option.rawValue) { options.set(option, to: flag) }
    }
    for number in loss.numbers {
      let name = number.option.rawValue
      guard let value = try c.number(name) else { continue }
      guard number.range.contains(value) else {
        throw Diagnostic(
          .badArgument,
          "`\(name)` of \(loss.name) is \(number.range.rawValue), not \(NumberFormat.text(value))",
          at: c.span(of: name), hint: number.option == .epsilon ? "Keras uses 1e-7" : nil)
      }
      options[number: number.option] = value
    }
    if loss.accepts(.axis) { options.axis = try c.axis() }
    if c.has("weights") { options.weights = try c.tensor("weights").value }
    if c.has("class_weights") { options.classWeights = try c.tensor("class_weights").value.elements }
    return options
  }

  /// Refuses what is almost certainly a mistake, at the argument where it stands.
  func check(_ c: CallContext) throws(Diagnostic) {
    if c.interpreter.isProbing { return }
    let complaints = loss.complaints(arguments.map(\.value), options)
    for complaint in complaints {
      guard complaint.severity == .error else {
        c.interpreter.say(complaint.warning(sample))
        continue
      }
      throw Diagnostic(complaint, loss, sample, span: { c.span(of: $0.rawValue) })
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
  /// What holds the numbers of one sample: a row, or where `axis` says so a column.
  private var sample: String {
    yPred.value.rank == 2 && (options.axis == 0 || options.axis == -2) ? "column" : "row"
  }

  /// What to do about shapes that differ; nothing where they fit.
  private var shapeHint: String? {
    let (y, p) = (yTrue.value, yPred.value)
    if arguments.count > 2 || options.axis != nil || loss.isWhole { return nil }
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
  /// - Parameter sample: what holds the numbers of one sample.
  fileprivate init(
    _ complaint: LossComplaint, _ loss: Loss, _ sample: String, span: (LossArgument) -> Span
  ) {
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
        "label y_true[\(index)] is \(number(value)), and \(loss.name) wants \(loss.inputs[0].form.rawValue)",
        at: span(.yTrue), hint: "are y_true and y_pred in the right order?")
    case .rowSum(let argument, let row, let sum):
      self.init(
        .rowSum,
        "\(sample) \(row) of \(argument.rawValue) sums to \(number(sum)), and probabilities sum to 1",
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
    case .swapped:
      self.init(
        .badArgument, "y_pred looks like labels and y_true like predictions", at: span(.yTrue),
        hint: "the truth comes first, as in Keras: \(loss.name)(y_true, y_pred)")
    case .negative(let argument, let index, let value):
      self.init(
        .badArgument, "\(argument.rawValue)[\(index)] is \(number(value)), and it cannot be negative",
        at: span(argument),
        hint: argument == .variance ? "var is a variance: exp(...) makes it positive" : nil)
    case .positiveLogProbability(let index, let value):
      self.init(
        .badArgument, "y_pred[\(index)] is \(number(value)), and a log-probability is never above 0",
        at: span(.yPred), hint: "apply log_softmax to logits or log to probabilities, or use sparse_cce")
    case .zeroOneRowsForSets:
      self.init(
        .badArgument, "the labels are rows of 0 and 1, and \(loss.name) wants sets of class indices",
        at: span(.yTrue), hint: "use multilabel_soft_margin for rows of 0 and 1")
    case .probabilitiesForLogits, .softmaxTwice, .logRowSum, .divergenceSwapped, .zeroTarget, .zeroRow:
      // These are warnings, which do not stop a call.
      self.init(.badArgument, complaint.warning(sample), at: span(.yPred))
    }
  }
}

extension LossComplaint {
  /// The sentence of a complaint that does not stop the call.
  /// - Parameter sample: what holds the numbers of one sample.
  fileprivate func warning(_ sample: String) -> String {
    switch self {
    case .probabilitiesForLogits:
      "from_logits=true, and y_pred looks like probabilities: sigmoid or softmax would be taken twice"
    case .softmaxTwice: "y_pred looks like the softmax of probabilities: is softmax taken twice?"
    case .logRowSum(let row, let sum):
      "the exponentials of \(sample) \(row) sum to \(NumberFormat.text(sum)), and those of log-probabilities to 1"
    case .divergenceSwapped(let index):
      "y_pred[\(index)] is 0, and no y_true is: are the two in the right order? The truth comes first"
    case .zeroTarget(let index): "y_true[\(index)] is 0, and a percentage of 0 is infinite"
    case .zeroRow(let argument, let row):
      "\(sample) \(row) of \(argument.rawValue) is all zeros, and has no direction"
    default: "this is probably a mistake"
    }
  }
}
