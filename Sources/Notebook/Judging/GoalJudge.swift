import Language

extension Judge {
  /// Whether all conditions hold after a cell. `answer` is what the cell gave or assigned.
  func goal(_ cell: Cell, _ outcome: Outcome) throws(Diagnostic) -> Verdict {
    let answer = outcome.value ?? outcome.assigned
    var memory = interpreter.memory
    memory["answer"] = answer
    let names = question.tests.reduce(into: Set<String>()) {
      $0.formUnion(interpreter.names(reachedFrom: $1.code))
    }
    let usesAnswer = names.contains("answer")
    let isAttempt = usesAnswer || !cell.assignedNames.isDisjoint(with: names)
    guard answer != nil || !usesAnswer else { return .aside(nil) }
    for test in question.tests {
      do throws(Diagnostic) {
        let holds = try interpreter.remembering(memory) { () throws(Diagnostic) in
          try interpreter.holds(test.code)
        }
        if !holds { return try missed(cell, test, memory, isAttempt: isAttempt) }
      } catch {
        if error.code == .cancelled { throw error }
        return .aside(unnamed(outcome, names))
      }
    }
    return .right
  }

  /// A run that nobody will find again where the conditions speak of one by a name.
  private func unnamed(_ outcome: Outcome, _ names: Set<String>) -> String? {
    guard case .run? = outcome.value,
      let name = names.sorted().first(where: { interpreter.memory[$0] == nil && Builtin.named($0) == nil })
    else { return nil }
    return "The question looks at `\(name)`, which is not there yet: \(name) = train ..."
  }

  private func missed(
    _ cell: Cell, _ test: Question.Test, _ memory: Memory, isAttempt: Bool
  ) throws(Diagnostic) -> Verdict {
    guard isAttempt else { return .aside(nil) }
    let claim = claim(cell)
    let reply = try namedReply { (wrong) throws(Diagnostic) in
      guard let condition = wrong.condition else { return wrong.code.words == cell.text.words }
      return try interpreter.remembering(memory) { () throws(Diagnostic) in try interpreter.holds(condition) }
    }
    if let reply { return .wrong(reply) }
    if cell.assignedNames.isEmpty, claim == .likely || claim == .probable { return .aside(nil) }
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
