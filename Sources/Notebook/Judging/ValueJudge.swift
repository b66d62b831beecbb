import Language

extension Judge {
  /// Whether a value is the right one, and what a wrong one shows.
  func value(_ cell: Cell, _ outcome: Outcome) throws(Diagnostic) -> Verdict {
    let claim = claim(cell)
    guard claim > .none, let given = outcome.value ?? outcome.assigned else { return .aside(nil) }
    interpreter.memory = opened
    let right = try interpreter.result(of: solution)
    let agreement = given.agreement(with: right, question.tolerance)
    switch agreement {
    case .same: return .right
    case .otherKind(let given, let wanted): return .aside(claim == .sure ? Self.remark(given, wanted) : nil)
    case .near, .different: break
    }
    if claim == .possible { return .aside(nil) }
    let named = try namedReply { (wrong) throws(Diagnostic) in
      if let condition = wrong.condition { return try condition.holds(with: given, in: interpreter, opened) }
      let value = try interpreter.result(of: wrong.code)
      return given.agreement(with: value, question.tolerance) == .same
    }
    if let named { return .wrong(named) }
    if claim == .likely { return .aside(remark(on: cell)) }
    interpreter.memory = opened
    let ofPercent = question.speaksOfPercent
    if let slip = try interpreter.slip(in: solution, giving: [given], speaksOfPercent: ofPercent) {
      return .wrong(slip)
    }
    if claim != .sure { return .aside(nil) }
    return agreement == .near ? .wrong(Self.nearly(question.tolerance)) : Self.plainly
  }

  static func remark(_ given: String, _ wanted: String, on name: String = "This") -> String {
    "\(name) is \(given), and the question wants \(wanted), so it was not taken as an answer."
  }

  private static func nearly(_ tolerance: Tolerance) -> String {
    switch tolerance {
    case .digits(let digits): "That is close, but not the same to \(digits) digits."
    case .absolute(0): "That is close, but it must be exact."
    case .absolute(let reach): "That is close, but off by more than \(NumberFormat.text(reach))."
    case .relative(let share): "That is close, but off by more than \(NumberFormat.text(share * 100))%."
    }
  }
}

/// How sure it is that a cell is meant as an answer.
enum Claim: Int, Comparable {
  case none
  /// Only a right value is taken for one.
  case possible
  /// A wrong value is met where the lesson has a reply to it.
  case likely
  /// The same, and where it is a known slip.
  case probable
  case sure

  static func < (a: Claim, b: Claim) -> Bool { a.rawValue < b.rawValue }
}

extension Judge {
  func claim(_ cell: Cell) -> Claim {
    switch cell.meaning {
    case .answer: isQuoted(cell) ? .likely : .sure
    case .look(let name): opened[name] == nil ? .probable : .likely
    case .note: .likely
    case .step: .possible
    case .other: .none
    }
  }

  /// Whether the cell only tries what a hint proposes.
  func isQuoted(_ cell: Cell) -> Bool {
    question.hints.flatMap(\.text.nodes).flatMap(\.codes).contains { cell.repeats($0) }
  }

  /// What is said to a cell that may have been meant as an answer.
  func remark(on cell: Cell) -> String? {
    guard case .note(let name) = cell.meaning else { return nil }
    return "`\(name)` has that value now. To answer, type the value alone."
  }
}

extension MarkdownNode {
  /// The pieces of code in a text.
  fileprivate var codes: [String] {
    kind == .code || kind == .codeBlock ? [literal] : children.flatMap(\.codes)
  }
}
