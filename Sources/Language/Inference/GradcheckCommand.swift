import LossMath

extension Command {
  static var gradcheck: Command {
    Command(
      name: "gradcheck", topic: .gradients, syntax: "gradcheck EXPRESSION over NAME, ...",
      summary: "compares grad with slopes found by small differences, element by element",
      details: [
        "The numeric slope is a central difference, extrapolated to a step of 0 (Richardson), with how far it may be off.",
        "agrees: the two are the same within that; differs: grad would be wrong; kink: the slopes from the left and "
          + "the right differ, and grad takes one value by convention; jump, edge: there is no slope here.",
        "Its value is true where nothing differs: ok = gradcheck f(w) over w; assert ok",
      ],
      options: [("tolerance", "the relative difference that is let pass; 1e-6 unless you say another")],
      example: "p = [0.9, 0.2, 0.6]; gradcheck bce([1, 0, 1], p) over p"
    ) { (call, interpreter) throws(Diagnostic) in
      let options = try OptionReader(call, interpreter, known: ["tolerance"])
      let tolerance = try options.number("tolerance") ?? GradientCheck.defaultTolerance
      guard tolerance >= 0, tolerance.isFinite else {
        throw options.bad("tolerance", "`tolerance` is a small number, at least 0")
      }
      let function = try FunctionOfVariables(call, interpreter, example: "gradcheck mse(y, p) over p")
      let check = try interpreter.check(function, tolerance)
      return CommandResult(
        value: .truth(Tensor(check.passes ? 1 : 0)), pieces: GradientCheckText(function, check).pieces)
    }
  }
}

extension Interpreter {
  fileprivate func check(
    _ function: FunctionOfVariables, _ tolerance: Double
  ) throws(Diagnostic) -> GradientCheck {
    guard function.count <= GradientCheck.elementLimit else {
      throw Diagnostic(
        .tooLarge, "\(function.count) numbers to check; the limit is \(GradientCheck.elementLimit)",
        at: function.expression.span)
    }
    let tape = Tape()
    let check = try GradientCheck.run(
      { (values) throws(Diagnostic) in
        if tape.nesting > 0 { return try function.value(values, self, on: tape) }
        return Traced(try function.probe(values, self))
      }, at: function.starts, tolerance: tolerance, on: tape,
      mapping: { self.diagnostic($0, at: function.expression.span) },
      isCancelled: { self.host.cancel.isCancelled })
    try checkCancelled(function.expression.span)
    return check
  }
}

/// A comparison of gradients as it is shown: a table, and what it says in a sentence.
private struct GradientCheckText {
  let function: FunctionOfVariables
  let check: GradientCheck
  private static let rowLimit = 20

  init(_ function: FunctionOfVariables, _ check: GradientCheck) {
    (self.function, self.check) = (function, check)
  }

  var pieces: [Piece] {
    [.table(table), .blank] + sentences.map { .text($0.text, $0.style) }
  }

  private var names: [String] { function.elementNames }

  /// All rows, or those that say most.
  private var shown: [(name: String, row: GradientCheck.Row)] {
    let all = Array(zip(names, check.rows)).map { (name: $0, row: $1) }
    guard all.count > Self.rowLimit else { return all }
    let odd = all.filter { $0.row.verdict != .agrees }
    return Array((odd + all.filter { $0.row.verdict == .agrees }).prefix(Self.rowLimit))
  }

  private var table: Table {
    func number(_ x: Double) -> String { NumberFormat.text(x) }
    return Table(
      header: ["element", "value", "grad", "numeric", "+/-", "verdict"],
      rows: shown.map { name, row in
        let isOneSided = row.verdict == .kink
        let numeric = isOneSided ? "\(number(row.left)) | \(number(row.right))" : number(row.estimate)
        let isKnown = row.verdict == .agrees || row.verdict == .differs || row.verdict == .unresolved
        return [
          name, number(row.value), number(row.exact), isOneSided || isKnown ? numeric : "-",
          isKnown ? NumberFormat.text(row.error, digits: 1) : "-", row.verdict.word,
        ]
      }, leftAligned: [0, 5])
  }

  private var sentences: [(text: String, style: TextStyle)] {
    let count = check.rows.count
    let agreeing = check.rows.count { $0.verdict == .agrees }
    var result: [(text: String, style: TextStyle)] = []
    if agreeing == count {
      let all =
        count == 1 ? "The slope agrees" : count == 2 ? "Both slopes agree" : "All \(count) slopes agree"
      result.append((all + worst + ".", .good))
    } else if agreeing > 0 {
      result.append(("\(agreeing) of \(count) slopes agree" + worst + ".", .plain))
    }
    for verdict in GradientCheck.Verdict.allCases where verdict != .agrees {
      guard let first = zip(names, check.rows).first(where: { $1.verdict == verdict }) else { continue }
      result.append((remark(first.0, first.1), verdict == .differs ? .error : .plain))
    }
    if shown.count < count {
      result.append(("The table shows \(shown.count) of \(count) elements.", .muted))
    }
    return result
  }

  private var worst: String {
    guard let worst = check.worst, worst.relativeDifference > 0 else { return "" }
    return ", the worst to \(NumberFormat.text(worst.relativeDifference, digits: 1)) of its size"
  }

  private func remark(_ name: String, _ row: GradientCheck.Row) -> String {
    func number(_ x: Double) -> String { NumberFormat.text(x, digits: 4) }
    switch row.verdict {
    case .agrees: return ""
    case .differs:
      return
        "At \(name) grad says \(number(row.exact)) and the differences \(number(row.estimate)): this is a "
        + "mistake in Lossbook, and worth a report."
    case .kink:
      let isBetween = row.isSubgradient ? ", which lies between" : ", by convention"
      return "At \(name) there is a kink: the slope is \(number(row.left)) from the left and "
        + "\(number(row.right)) from the right. grad takes \(number(row.exact))\(isBetween)."
    case .jump: return "At \(name) the value jumps, so there is no slope; grad says \(number(row.exact))."
    case .edge:
      return
        "At \(name) the function ends: on one side it has no value, so there is only a slope from within; "
        + "grad says \(number(row.exact))."
    case .notFinite:
      return "At \(name) the value or its slope is not a finite number: `why \(function.label)` says more."
    case .unresolved:
      return "At \(name) the differences are too rough to say anything: the slope is tiny beside the value."
    }
  }
}

extension GradientCheck.Verdict {
  fileprivate var word: String { self == .notFinite ? "not finite" : rawValue }
}
