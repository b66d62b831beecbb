import Language

extension Judge {
  /// Whether all conditions hold after a cell. `answer` is what the cell gave or assigned.
  func goal(_ cell: Cell, _ outcome: Outcome) throws(Diagnostic) -> Verdict {
    let answer = outcome.value ?? outcome.assigned
    var memory = interpreter.memory
    memory["answer"] = answer
    let usesAnswer = question.tests.contains { $0.code.contains("answer") }
    guard answer != nil || !usesAnswer else { return .aside(nil) }
    for test in question.tests {
      do throws(Diagnostic) {
        let holds = try interpreter.remembering(memory) { () throws(Diagnostic) in
          try interpreter.holds(test.code)
        }
        if !holds { return try missed(cell, test, memory, isAttempt: usesAnswer || cell.mayAssign) }
      } catch {
        if error.code == .cancelled { throw error }
        // What the conditions speak of is not there yet.
        return .aside(nil)
      }
    }
    return .right
  }

  private func missed(
    _ cell: Cell, _ test: Question.Test, _ memory: Memory, isAttempt: Bool
  ) throws(Diagnostic) -> Verdict {
    guard isAttempt else { return .aside(nil) }
    let reply = try namedReply { (wrong) throws(Diagnostic) in
      guard let condition = wrong.condition else { return wrong.code.words == cell.text.words }
      return try interpreter.remembering(memory) { () throws(Diagnostic) in try interpreter.holds(condition) }
    }
    if let reply { return .wrong(reply) }
    let left = try? interpreter.remembering(memory) { () throws(Diagnostic) in
      try interpreter.leftSide(of: test.code)
    }
    // The learner knows of no name for what the cell gave.
    let wanted = test.code.trimmed.replacing("answer.", with: "")
    let detail = left.map { "; its left side is \($0)" } ?? ""
    return .wrong("The goal is not reached: `\(wanted)` does not hold\(detail).")
  }
}

extension String {
  fileprivate var words: [Substring] { split(whereSeparator: \.isWhitespace) }
}
