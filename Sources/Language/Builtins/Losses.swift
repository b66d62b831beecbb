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

extension Interpreter {
  /// The loss of that name, unless the reader has given the name another meaning.
  func loss(named name: String) -> Loss? {
    guard case .builtin(let builtin)? = value(of: name) else { return nil }
    return Loss.named(builtin.name)
  }

  /// The arguments of a call of a loss.
  /// - Parameter checked: whether what is almost certainly a mistake is refused.
  func lossCall(
    _ loss: Loss, _ nameSpan: Span, _ arguments: [Argument], _ span: Span, checked: Bool = true
  ) throws(Diagnostic) -> LossCall {
    guard let builtin = Builtin.named(loss.name) else { throw unknownName(loss.name, nameSpan) }
    let bound = try bind(builtin, arguments, nameSpan)
    let context = CallContext(interpreter: self, builtin: builtin, bound: bound, span: span)
    guard !context.has("units") else {
      throw Diagnostic(
        .badArgument, "the terms are shown in nats, without `units`", at: context.span(of: "units"),
        hint: "leave it out; a bit is log(2) = 0.693147 nats")
    }
    let call = try LossCall(loss, context)
    if checked { try call.check(context) }
    return call
  }
}
