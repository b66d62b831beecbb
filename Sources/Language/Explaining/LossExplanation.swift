import LossMath

/// A loss written out with the reader's numbers.
struct LossExplanation {
  private let call: LossCall
  /// Rows shown before the middle is left out.
  private static let rowLimit = 12

  init(_ call: LossCall) { self.call = call }

  private var loss: Loss { call.loss }

  func pieces(_ value: Tensor, _ span: Span, _ interpreter: Interpreter) throws(Diagnostic) -> [Piece] {
    let (y, p) = aligned
    let parts = try interpreter.math(span) { () throws(MathError) in
      try loss.contributions(yTrue: y, yPred: p, call.options)
    }
    let gradient = try gradient(interpreter, span)
    let shares = TermShares(parts.elements, isWeighted: call.options.weights != nil)
    return [
      .paragraph([StyledRun(loss.title, .heading), StyledRun(": " + loss.summary)]),
      .blank,
      .paragraph(
        [StyledRun(call.options.fromLogits ? logitFormula : loss.formula, .code)], first: 2, indent: 4),
      .blank,
      .table(table(y, p, parts, gradient, shares)),
      .blank,
    ] + sums(parts, value) + largest(y, p, shares)
  }

  private var logitFormula: String {
    loss.formula + ", with y_pred turned into probabilities by "
      + (loss.isRowwise ? "softmax" : "sigmoid") + " first"
  }

  /// Labels and predictions of one shape, so that they can be walked side by side.
  private var aligned: (Tensor, Tensor) {
    let (y, p) = (call.yTrue.value, call.yPred.value)
    if y.isScalar && !p.isScalar { return ((try? Tensor.filled(y.elements[0], shape: p.shape)) ?? y, p) }
    if p.isScalar && !y.isScalar { return (y, (try? Tensor.filled(p.elements[0], shape: y.shape)) ?? p) }
    return (y, p)
  }

  private func gradient(_ interpreter: Interpreter, _ span: Span) throws(Diagnostic) -> Tensor? {
    guard call.options.reduction != .none else { return nil }
    let (y, p) = aligned
    return try interpreter.math(span) { () throws(MathError) in
      let tape = Tape()
      defer { tape.clear() }
      let variable = tape.variable(Traced(p))
      let output = try tape.nested { () throws(MathError) in
        try loss.evaluate(yTrue: Traced(y), yPred: variable, call.options)
      }
      return try tape.gradient(of: output, withRespectTo: [variable], keepingGraph: false)[0]?.value
    }
  }

  /// The closing sentence: which term is the largest, in the reader's own numbers.
  private func largest(_ y: Tensor, _ p: Tensor, _ shares: TermShares) -> [Piece] {
    guard let (index, claim) = shares.largest else { return [] }
    let columns = max(p.rowsAndColumns.columns, 1)
    let (row, column) = (index / columns, index % columns)
    let unit = loss.isRowwise ? "class" : "element"
    let across = loss.isRowwise ? "class" : "column"
    let place = p.rank > 1 ? "Row \(row), \(across) \(column)" : "\(unit) \(index)"
    let truth =
      loss.labels == .classIndex ? "the true class" : label(y, row, column, index).text
    let given = (call.options.fromLogits ? "the logit " : "") + NumberFormat.text(p.elements[index])
    return [
      .paragraph([
        StyledRun(place.prefix(1).uppercased() + place.dropFirst() + " " + claim, .strong),
        StyledRun(": it was \(truth) and you gave it \(given)."),
      ])
    ]
  }

  private func table(
    _ y: Tensor, _ p: Tensor, _ parts: Tensor, _ gradient: Tensor?, _ shares: TermShares
  ) -> Table {
    let columns = p.rowsAndColumns.columns
    let isMatrix = p.rank > 1
    let column = loss.isRowwise ? "class" : "column"
    let header =
      [isMatrix ? "row, \(column)" : loss.isRowwise ? "class" : "i", "y_true", "y_pred", "term", "loss"]
      + (shares.values == nil ? [] : ["share"]) + (gradient == nil ? [] : ["gradient"])
    let rows = shown(p.count).map { index -> [String] in
      guard let index else { return header.map { _ in "..." } }
      let (row, column) = (index / max(columns, 1), index % max(columns, 1))
      let label = label(y, row, column, index)
      let numbers = [label.text, NumberFormat.text(p.elements[index])]
      let place = isMatrix ? "\(row), \(column)" : "\(index)"
      return [place] + numbers + [term(label.isCounted, numbers), NumberFormat.text(parts.elements[index])]
        + (shares.values.map { [TermShares.percent($0[index])] } ?? [])
        + (gradient.map { [NumberFormat.text($0.elements[index])] } ?? [])
    }
    var table = Table(header: header, rows: rows, leftAligned: [0, 3])
    table.dispensable = header.firstIndex(of: "share")
    return table
  }

  private func shown(_ count: Int) -> [Int?] {
    guard count > Self.rowLimit else { return Array(0..<count) }
    return Array(0..<(Self.rowLimit - 3)) + [nil] + [count - 2, count - 1]
  }

  /// The label beside one prediction. With class indices only the true class takes part.
  private func label(_ y: Tensor, _ row: Int, _ column: Int, _ index: Int) -> (text: String, isCounted: Bool)
  {
    guard loss.labels == .classIndex else { return (NumberFormat.text(y.elements[index]), true) }
    let isTrue = y.elements[row] == Double(column)
    return (isTrue ? "this class" : "-", isTrue)
  }

  private func term(_ isCounted: Bool, _ numbers: [String]) -> String {
    guard isCounted else { return "" }
    return Self.filled(template(label: numbers[0]), y: numbers[0], p: numbers[1])
  }

  private func template(label: String) -> String {
    if call.options.fromLogits { return loss.logitTerm ?? loss.term }
    guard let hard = loss.hardTerms, call.options.labelSmoothing == 0 else { return loss.term }
    return label == "0" ? hard.zero : label == "1" ? hard.one : loss.term
  }

  private static func filled(_ template: String, y: String, p: String) -> String {
    var result = ""
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      let tail = rest[brace...]
      let number = tail.hasPrefix("{y}") ? y : p
      rest = tail.dropFirst(3)
      // Brackets that the formula has already are enough.
      let isEnclosed = result.hasSuffix("(") && rest.hasPrefix(")")
      result += number.hasPrefix("-") && !isEnclosed ? "(\(number))" : number
    }
    return result + rest
  }

  private func sums(_ parts: Tensor, _ value: Tensor) -> [Piece] {
    let total = Summation.sum(parts.elements)
    let count = loss.isRowwise ? parts.rowsAndColumns.rows : parts.count
    let unit = loss.isRowwise ? "row" : "value"
    let result = "\(loss.name) = "
    switch call.options.reduction {
    case .mean where count == 1: return [.text(result + NumberFormat.text(total), .strong)]
    case .mean:
      let mean = NumberFormat.text(value.elements.first ?? .nan)
      return [
        .paragraph([
          StyledRun(result + "\(NumberFormat.text(total)) / \(count) = \(mean)", .strong),
          StyledRun(", the mean over \(counted(count, unit))"),
        ])
      ]
    case .sum:
      return [
        .paragraph([
          StyledRun(result + NumberFormat.text(total), .strong),
          StyledRun(", the sum over \(counted(count, unit))"),
        ])
      ]
    case .none: return [.text("reduction=\"none\": each \(unit) keeps its own loss")]
    }
  }
}
