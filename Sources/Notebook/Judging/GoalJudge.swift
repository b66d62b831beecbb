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
    if !isAttempt, let name = try nameThatIsMissing(answer, names) {
      return .aside("This run reaches the goal. Keep it as `\(name)`: \(name) = ...")
    }
    for test in question.tests {
      do throws(Diagnostic) {
        let holds = try interpreter.remembering(memory) { () throws(Diagnostic) in
          try interpreter.holds(test.code)
        }
        if !holds {
          if isAttempt { return try missed(cell, test, memory) }
          return .aside(try remark(on: cell, outcome, names))
        }
      } catch {
        if error.code == .cancelled { throw error }
        guard isAttempt, answer?.hasDiverged == true else {
          return .aside(try remark(on: cell, outcome, names, error))
        }
        let reply = try lessonReply(cell, memory)
        return reply.map { .wrong($0) }
          ?? .wrong("The run diverged, so there is nothing yet for which `\(wanted(test))` could hold.")
      }
    }
    return .right
  }

  /// The one name under which the conditions look for a run, where they hold for this one.
  private func nameThatIsMissing(_ answer: Value?, _ names: Set<String>) throws(Diagnostic) -> String? {
    guard case .run? = answer else { return nil }
    let candidates = names.filter { name in
      guard let value = interpreter.memory[name] else { return Builtin.named(name) == nil }
      if case .run = value { return true } else { return false }
    }
    guard candidates.count == 1, let name = candidates.first else { return nil }
    var memory = interpreter.memory
    memory[name] = answer
    for test in question.tests {
      do throws(Diagnostic) {
        let holds = try interpreter.remembering(memory) { () throws(Diagnostic) in
          try interpreter.holds(test.code)
        }
        if !holds { return nil }
      } catch {
        if error.code == .cancelled { throw error }
        return nil
      }
    }
    return name
  }

  private func missed(_ cell: Cell, _ test: Question.Test, _ memory: Memory) throws(Diagnostic) -> Verdict {
    let claim = claim(cell)
    if let reply = try lessonReply(cell, memory) { return .wrong(reply) }
    if cell.assignedNames.isEmpty, claim == .likely || claim == .probable { return .aside(nil) }
    let left = try? interpreter.remembering(memory) { () throws(Diagnostic) in
      try interpreter.leftSide(of: test.code)
    }
    let detail = left.map { "; its left side is \($0)" } ?? ""
    return .wrong("The goal is not reached: `\(wanted(test))` does not hold\(detail).")
  }

  private func lessonReply(_ cell: Cell, _ memory: Memory) throws(Diagnostic) -> [Piece]? {
    try namedReply { (wrong) throws(Diagnostic) in
      guard let condition = wrong.condition else { return wrong.code.words == cell.text.words }
      return try interpreter.remembering(memory) { () throws(Diagnostic) in try interpreter.holds(condition) }
    }
  }

  /// A condition in the learner's terms, who knows of no name for what the cell gave.
  private func wanted(_ test: Question.Test) -> String {
    test.code.trimmed.replacing("answer.", with: "")
  }
}

extension String {
  fileprivate var words: [Substring] { split(whereSeparator: \.isWhitespace) }
}
