import LossMath

extension Command {
  static var why: Command {
    Command(
      name: "why", topic: .gradients, syntax: "why [EXPRESSION]",
      summary:
        "names the operation, the element and the input that made a NaN, an infinity or a zero gradient",
      details: ["Without an expression it looks at the last cell's."],
      example: "why log([1, 0, 2])"
    ) { (call, interpreter) throws(Diagnostic) in
      guard let (expression, source) = interpreter.expressionForWhy(call) else {
        throw Diagnostic(
          .badCommand, "`why` has no value to look at yet", at: call.verbSpan,
          hint: "such as why log([1, 0, 2])")
      }
      let pieces = try interpreter.inside(source) { () throws(Diagnostic) in
        try Why(interpreter).pieces(expression)
      }
      return CommandResult(pieces: pieces)
    }
  }
}

extension Interpreter {
  fileprivate func expressionForWhy(_ call: CommandCall) -> (Expression, SourceText?)? {
    if let expression = call.values.first { return (expression, nil) }
    return lastExpression.map { ($0.expression, $0.source) }
  }
}

/// Looks for where a value stopped being an ordinary number, or a gradient stopped flowing.
struct Why {
  let interpreter: Interpreter

  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  func pieces(_ expression: Expression) throws(Diagnostic) -> [Piece] {
    let (result, steps) = interpreter.watching { () throws(Diagnostic) in try interpreter.evaluate(expression)
    }
    let value = try result.get()
    if let culprit = steps.first(where: { isBad($0.value) }) {
      return interpreter.standing(at: culprit) { origin(of: culprit) }
    }
    if case .run(let run) = value { return RunHealthText.pieces(run) }
    if isBad(value), let name = expression.bareName {
      return [.text("`\(name)` already holds \(badText(value)); it was made in an earlier cell.")]
    }
    if case .call("grad", _, let arguments) = expression.kind, let tensor = value.asTensor?.value {
      if tensor.elements.contains(0) { return try flatSpot(arguments, expression.span) }
    }
    return [
      .text(
        "There is nothing to explain: the value is \(ValueText.short(value)), and every step on the way to it is finite."
      )
    ]
  }

  private func isBad(_ value: Value) -> Bool {
    value.asTensor?.value.elements.contains { !$0.isFinite } ?? false
  }

  private func badText(_ value: Value) -> String {
    guard let tensor = value.asTensor?.value, let index = tensor.elements.firstIndex(where: { !$0.isFinite })
    else {
      return "no such number"
    }
    let place = tensor.isScalar ? "" : " at index \(index)"
    return NumberFormat.text(tensor.elements[index]) + place
  }

  /// The operation whose inputs are still ordinary and whose result is not.
  private func origin(of step: WatchedStep) -> [Piece] {
    if case .call("grad", _, let arguments) = step.expression.kind, arguments.count > 1 {
      return [
        .text(
          "`\(step.text)` is \(badText(step.value)): the value is finite, but a slope on the way back is not."
        )
      ] + slopeOrigin(arguments, step.expression.span)
    }
    let inputs = lossInputs(of: step) ?? inputs(of: step)
    let said: [StyledRun] = [
      StyledRun(step.text, .code), StyledRun(" gives \(badText(step.value))"),
      StyledRun(inputs.isEmpty ? "." : ", from \(inputs)."),
    ]
    return [.paragraph(said)]
      + remedy(step).map { [.paragraph([StyledRun("What helps: ", .good), StyledRun($0)])] }.joined()
  }

  /// The label and the prediction whose term went wrong, where the operation is a loss of two arguments.
  private func lossInputs(of step: WatchedStep) -> String? {
    guard case .call(let name, let span, let arguments) = step.expression.kind,
      let loss = interpreter.loss(named: name), loss.inputs.count == 2, loss.labels != .classIndex,
      let call = try? interpreter.lossCall(loss, span, arguments, step.expression.span, checked: false),
      let terms = try? loss.contributions(
        yTrue: call.yTrue.value, yPred: call.yPred.value, call.options),
      let bad = terms.elements.firstIndex(where: { !$0.isFinite })
    else { return nil }
    let parts = zip(loss.inputs, call.arguments).compactMap { input, argument -> String? in
      let values = argument.value.elements
      let index = values.count == 1 ? 0 : bad
      return values.indices.contains(index)
        ? "\(input.name)[\(bad)] = \(NumberFormat.text(values[index]))" : nil
    }
    return parts.count == 2 ? parts.joined(separator: " and ") : nil
  }

  /// The inputs of the operation at the element that went wrong.
  private func inputs(of step: WatchedStep) -> String {
    guard let tensor = step.value.asTensor?.value,
      let bad = tensor.elements.firstIndex(where: { !$0.isFinite })
    else { return "" }
    return step.expression.parts.compactMap { part -> String? in
      guard let input = try? interpreter.evaluate(part), let numbers = input.asTensor?.value,
        numbers.count > 0
      else {
        return nil
      }
      let text = interpreter.sourceText(part.span)
      let number =
        numbers.count == tensor.count ? numbers.elements[bad] : numbers.elements[culprit(numbers) ?? 0]
      let shown = NumberFormat.text(number)
      if text == shown { return text }
      guard !numbers.isScalar else { return "\(text) = \(shown)" }
      let base = part.needsBrackets ? "(\(text))" : text
      return "\(base)[\(numbers.count == tensor.count ? bad : culprit(numbers) ?? 0)] = \(shown)"
    }.joined(separator: " and ")
  }

  /// The element of a vector that a reduction most likely failed on.
  private func culprit(_ tensor: Tensor) -> Int? {
    tensor.elements.firstIndex { !$0.isFinite } ?? tensor.elements.firstIndex { $0 == 0 || $0 == 1 }
  }

  private func remedy(_ step: WatchedStep) -> [String] {
    switch step.expression.kind {
    case .call(let name, _, _):
      if let loss = Loss.named(name), loss.accepts(.epsilon) {
        return [
          "a probability of exactly 0 for what happened costs infinity; work from logits (from_logits=true), or clip as "
            + "Keras does (epsilon=1e-7)"
        ]
      }
      return Self.remedies[Builtin.named(name)?.name ?? name].map { [$0] } ?? []
    case .chain(_, let links) where links.contains { $0.operation == .divide }:
      return ["a division by 0: check the divisor, or take where(b == 0, 0, a / b)"]
    case .chain: return ["infinity minus infinity, or 0 times infinity, has no value: look at the operands"]
    case .power: return ["a negative base wants a whole exponent, and large powers overflow past 1.8e308"]
    default: return []
    }
  }

  private static let remedies: [String: String] = [
    "log": "log(0) is -inf and the log of a negative number has no value: keep the argument above 0, with "
      + "clip(x, 1e-7, 1) for probabilities",
    "log1p": "log(1 + x) has no value below -1, and is -inf at -1",
    "exp": "exp overflows above 709: subtract the largest first, or use logsumexp, softmax or softplus",
    "sqrt": "the square root of a negative number has no value",
    "mean": "an element is not finite, or there is none",
  ]
}
