import LossMath

extension Command {
  static var conventions: Command {
    Command(
      name: "conventions", topic: .seeing, syntax: "conventions LOSS(y_true, y_pred)",
      summary:
        "one call under every convention: Keras, PyTorch, optax, scikit-learn and the tutorial side by side",
      details: [
        "The mean over all, for probabilities or plain numbers. Where a library differs, the last column says why."
      ],
      example: "conventions bce([1, 0, 1], [0.9, 0.2, 0])"
    ) { (call, interpreter) throws(Diagnostic) in
      guard call.values.count == 1, let expression = call.values.first,
        case .call(let name, let nameSpan, let arguments) = expression.kind,
        let loss = interpreter.loss(named: name)
      else {
        throw Diagnostic(
          .badCommand, "`conventions` wants the call of a loss", at: call.values.first?.span ?? call.verbSpan,
          hint: "such as conventions bce([1, 0], [0.9, 0.2])")
      }
      let lossCall = try interpreter.lossCall(loss, nameSpan, arguments, expression.span, checked: false)
      guard lossCall.options == LossOptions() else {
        throw Diagnostic(
          .badCommand, "`conventions` compares the plain call, without options", at: expression.span,
          hint: "leave the options out; for logits write sigmoid(z) or softmax(z)")
      }
      let rows = try interpreter.math(expression.span) { () throws(MathError) in
        try Convention.all(loss, yTrue: lossCall.yTrue.value, yPred: lossCall.yPred.value)
      }
      guard let rows else {
        throw Diagnostic(
          .badCommand, "the conventions of \(loss.name) are not recorded", at: expression.span,
          hint: "`help \(loss.name)` says where Keras and PyTorch differ")
      }
      return CommandResult(pieces: [.table(table(rows)), .blank] + rows.map { Self.callText($0) })
    }
  }

  private static func table(_ rows: [Convention]) -> Table {
    Table(
      header: ["", "value", "what differs"],
      rows: rows.map { row in
        [row.library.rawValue, row.value.map { NumberFormat.text($0) } ?? "-", row.reason]
      }, leftAligned: [0, 2])
  }

  private static func callText(_ row: Convention) -> Piece {
    let library = row.library.rawValue
    // One word up to the call, so that the call may use the rest of the line.
    let name =
      library.replacing(" ", with: "\u{A0}") + String(repeating: "\u{A0}", count: max(14 - library.count, 1))
    return .paragraph([StyledRun(name, .muted), StyledRun(row.call, .code)], first: 0, indent: 14)
  }
}
