import LossMath

extension Command {
  static var explain: Command {
    Command(
      name: "explain", topic: .seeing, syntax: "explain LOSS(y_true, y_pred, ...)",
      summary:
        "shows a loss with your own numbers in the formula, a row for each term, the sum and the gradient",
      example: "explain mse([3, -0.5, 2, 7], [2.5, 0, 2, 8])"
    ) { (call, interpreter) throws(Diagnostic) in
      if let request = try interpreter.gradientRequest(call) {
        return CommandResult(pieces: try ChainRuleText.pieces(request, interpreter))
      }
      guard call.values.count == 1, let expression = call.values.first,
        case .call(let name, let nameSpan, let arguments) = expression.kind,
        let loss = interpreter.loss(named: name)
      else {
        throw Diagnostic(
          .badCommand, "`explain` wants the call of a loss", at: call.values.first?.span ?? call.verbSpan,
          hint:
            "such as explain mse([1, 2], [1.5, 2]); the losses are \(Loss.all.map(\.name).joined(separator: ", "))"
        )
      }
      let lossCall = try interpreter.lossCall(loss, nameSpan, arguments, expression.span)
      let value = try interpreter.math(expression.span) { () throws(MathError) in
        try loss.evaluate(lossCall.arguments, lossCall.options).detached
      }
      let pieces =
        ArgumentsExplanation.applies(to: loss)
        ? try ArgumentsExplanation(call: lossCall).pieces(value.value, expression.span, interpreter)
        : try LossExplanation(lossCall).pieces(value.value, expression.span, interpreter)
      return CommandResult(value: .tensor(value), pieces: pieces)
    }
  }
}

extension Interpreter {
  /// The request in `explain grad(...)`; nothing for anything else.
  fileprivate func gradientRequest(_ call: CommandCall) throws(Diagnostic) -> DerivativeRequest? {
    guard call.values.count == 1, case .call("grad", _, let arguments)? = call.values.first?.kind else {
      return nil
    }
    return try DerivativeRequest("grad", arguments, call.values[0].span, self)
  }
}
