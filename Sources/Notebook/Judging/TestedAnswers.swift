import Language

// Expressions and functions are tried on values the learner does not see.
extension Judge {
  func expression(_ cell: Cell, _ outcome: Outcome) throws(Diagnostic) -> Verdict {
    let claim = claim(cell)
    guard claim > .none, let given = outcome.value ?? outcome.assigned else { return .aside(nil) }
    let setups = [""] + question.tests.map(\.code)
    // The learner's helpers, with the lesson's own variables.
    let learners = interpreter.memory.overlaid(by: opened)
    let right = try values(of: solution, setups, opened)
    switch given.agreement(with: right[0], question.tolerance) {
    case .otherKind(let given, let wanted): return .aside(claim == .sure ? Self.remark(given, wanted) : nil)
    default: break
    }
    guard let answers = try tried({ () throws(Diagnostic) in try values(of: cell.text, setups, learners) })
    else {
      return claim < .sure ? .aside(nil) : .wrong("It fails when its variables have other values.")
    }
    guard let differing = firstDifference(answers, right) else { return .right }
    if claim == .possible { return .aside(nil) }
    let named = try namedReply { (wrong) throws(Diagnostic) in
      if let condition = wrong.condition { return try condition.holds(with: given, in: interpreter, opened) }
      return firstDifference(answers, try values(of: wrong.code, setups, opened)) == nil
    }
    if let named { return .wrong(named) }
    if claim == .likely { return .aside(differing > 0 ? Self.onlyHere : remark(on: cell)) }
    interpreter.memory = opened
    if let slip = try interpreter.slip(in: solution, setups: setups, giving: answers) { return .wrong(slip) }
    if claim != .sure { return .aside(differing > 0 ? Self.onlyHere : nil) }
    guard differing > 0 else { return Self.plainly }
    return .wrong(
      "It is right for the values here, but not in general. With `\(setups[differing])` it gives "
        + "\(answers[differing].shortText), and \(right[differing].shortText) is right.")
  }

  private static let onlyHere =
    "That is the right value here. The question wants an expression that is right for other values too."

  func function(_ cell: Cell) throws(Diagnostic) -> Verdict {
    guard let name = functionName else { return .aside(nil) }
    guard cell.definedNames.contains(name), let own = interpreter.memory[name] else {
      let other = cell.definedNames.first { interpreter.memory[$0]?.isCallable == true }
      return .aside(other.map { "`\($0)` is there to be used. The question waits for `\(name)`." })
    }
    guard own.isCallable else { return .aside("`\(name)` is to be a function: \(name)(...) = ...") }
    var learners = interpreter.memory.overlaid(by: opened)
    learners[name] = own
    let calls = question.tests.map(\.code).filter { !$0.isAssertion }
    let right = try interpreter.remembering(opened) { () throws(Diagnostic) in
      _ = try interpreter.result(of: solution)
      return try values(calls, interpreter.memory)
    }
    let answers: [Value]
    do throws(Diagnostic) { answers = try values(calls, learners) } catch {
      if error.code == .cancelled { throw error }
      return .wrong("It does not run where it is tried: \(error.message).")
    }
    guard let differing = firstDifference(answers, right) else { return try assertions(learners) }
    if let reply = try functionReply(answers, learners, calls) { return .wrong(reply) }
    interpreter.memory = opened
    if let slip = try interpreter.slip(in: solution, probes: calls, giving: answers) { return .wrong(slip) }
    return .wrong(
      "`\(calls[differing])` gives \(answers[differing].shortText) with yours, and "
        + "\(right[differing].shortText) is right.")
  }

  /// The name that the solution defines.
  var functionName: String? {
    let cells = try? interpreter.cells(of: solution)
    return cells?.last?.definedNames.last
  }

  private func functionReply(
    _ answers: [Value], _ learners: Memory, _ calls: [String]
  ) throws(Diagnostic) -> [Piece]? {
    try namedReply { (wrong) throws(Diagnostic) in
      if let condition = wrong.condition {
        return try interpreter.remembering(learners) { () throws(Diagnostic) in
          try interpreter.holds(condition)
        }
      }
      _ = try interpreter.result(of: wrong.code)
      return firstDifference(answers, try values(calls, interpreter.memory)) == nil
    }
  }

  /// The lines that begin with `assert` hold for the learner's function too.
  private func assertions(_ learners: Memory) throws(Diagnostic) -> Verdict {
    for test in question.tests.map(\.code) where test.isAssertion {
      do throws(Diagnostic) {
        _ = try interpreter.remembering(learners) { () throws(Diagnostic) in try interpreter.result(of: test)
        }
      } catch {
        if error.code == .cancelled { throw error }
        return .wrong("With yours this does not hold: `\(test.trimmed.dropFirst(6).trimmed)`.")
      }
    }
    return .right
  }

  /// What the code comes to after each setup.
  func values(of code: String, _ setups: [String], _ memory: Memory) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for setup in setups {
      values.append(
        try interpreter.remembering(memory) { () throws(Diagnostic) in
          _ = try interpreter.result(of: setup)
          return try interpreter.result(of: code)
        })
    }
    return values
  }

  private func values(_ calls: [String], _ memory: Memory) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for call in calls {
      values.append(
        try interpreter.remembering(memory) { () throws(Diagnostic) in try interpreter.result(of: call) })
    }
    return values
  }

  /// Nothing where there is an error; an interruption goes on.
  private func tried<T>(_ body: () throws(Diagnostic) -> T) throws(Diagnostic) -> T? {
    do throws(Diagnostic) { return try body() } catch {
      if error.code == .cancelled { throw error }
      return nil
    }
  }

  private func firstDifference(_ answers: [Value], _ right: [Value]) -> Int? {
    answers.indices.first {
      !right.indices.contains($0) || answers[$0].agreement(with: right[$0], question.tolerance) != .same
    }
  }
}

extension String {
  var isAssertion: Bool { trimmed.hasPrefix("assert ") || trimmed.hasPrefix("assert(") }
}
