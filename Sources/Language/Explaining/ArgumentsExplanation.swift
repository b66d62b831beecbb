import LossMath

/// The explanation of a loss that is not a sum over labels and predictions side by side: of three arguments, or of all
/// numbers together. Each row shows what goes in and what comes out.
struct ArgumentsExplanation {
  let call: LossCall
  private static let rowLimit = 12

  static func applies(to loss: Loss) -> Bool { loss.inputs.count != 2 || loss.isWhole }

  func pieces(_ value: Tensor, _ span: Span, _ interpreter: Interpreter) throws(Diagnostic) -> [Piece] {
    let loss = call.loss
    var options = call.options
    options.reduction = .none
    let terms = try interpreter.math(span) { () throws(MathError) in
      try loss.evaluate(call.arguments, options).value
    }
    return [
      .paragraph([StyledRun(loss.title, .heading), StyledRun(": " + loss.summary)]),
      .blank,
      .paragraph([StyledRun(loss.formula, .code)], first: 2, indent: 4),
      .blank,
      .table(terms.count > 1 ? table(terms) : summary(terms)),
      .blank,
      .lines([StyledLine("\(loss.name) = \(ValueText.short(.tensor(value)))", .strong)]),
    ] + (call.options.reduction == .none ? [] : [.blank, .table(try gradients(span, interpreter))])
  }

  /// The gradient of the result with respect to each argument.
  private func gradients(_ span: Span, _ interpreter: Interpreter) throws(Diagnostic) -> Table {
    let tape = Tape()
    defer { tape.clear() }
    let variables = call.arguments.map { tape.variable($0.detached) }
    let found = try interpreter.math(span) { () throws(MathError) in
      let output = try tape.nested { () throws(MathError) in try call.loss.evaluate(variables, call.options) }
      return try tape.gradient(of: output, withRespectTo: variables, keepingGraph: false)
    }
    return Table(
      header: ["argument", "gradient"],
      rows: zip(call.loss.inputs, found).map { [$0.name, $1.map { ValueText.short(.tensor($0)) } ?? "0"] },
      leftAligned: [0, 1])
  }

  /// One row for each loss.
  private func table(_ terms: Tensor) -> Table {
    let total = Summation.sum(terms.elements)
    let hasShares = total > 0 && total.isFinite && terms.elements.allSatisfy { $0 >= 0 }
    let rows = (0..<min(terms.count, Self.rowLimit)).map { row in
      ["\(row)"] + call.arguments.map { part($0.value, row, of: terms.count) }
        + [NumberFormat.text(terms.elements[row])]
        + (hasShares ? [NumberFormat.text((100 * terms.elements[row] / total).rounded()) + "%"] : [])
    }
    let header = ["i"] + call.loss.inputs.map(\.name) + ["loss"] + (hasShares ? ["share"] : [])
    let rest = terms.count > Self.rowLimit ? [header.indices.map { $0 == 0 ? "..." : "" }] : []
    return Table(header: header, rows: rows + rest)
  }

  /// One row for each argument, where they make one loss together.
  private func summary(_ terms: Tensor) -> Table {
    Table(
      header: ["argument", "value"],
      rows: zip(call.loss.inputs, call.arguments).map { [$0.name, ValueText.short(.tensor($1))] },
      leftAligned: [0, 1])
  }

  /// What belongs to one row of an argument.
  private func part(_ tensor: Tensor, _ row: Int, of rows: Int) -> String {
    if let single = tensor.single { return NumberFormat.text(single) }
    let columns = rows > 0 ? tensor.count / rows : 0
    guard columns > 1, (row + 1) * columns <= tensor.count else {
      return row < tensor.count ? NumberFormat.text(tensor.elements[row]) : ""
    }
    return ValueText.short(.tensor(Tensor(Array(tensor.elements[(row * columns)..<((row + 1) * columns)]))))
  }
}
