import Language

/// What the judge says to what was typed while a question was open.
public enum Verdict {
  case right
  /// A wrong answer, with what it shows: the reply of the lesson, the slip that was made, or how it differs.
  case wrong([Piece])
  /// No answer: something else that was typed in between. With a remark where it may have been meant as one.
  case aside(String?)

  /// A wrong answer in one plain sentence.
  static func wrong(_ sentence: String) -> Verdict { .wrong([MarkdownPieces.sentence(sentence)]) }
}

/// Judges answers to one question.
struct Judge {
  let question: Question
  let interpreter: Interpreter
  /// The variables as they were when the question came: the solution is computed from these.
  let opened: Memory

  /// Judges a cell that ran while the question was open.
  func verdict(on cell: Cell, _ outcome: Outcome) throws(Diagnostic) -> Verdict {
    guard outcome.error == nil else { return .aside(nil) }
    let learners = interpreter.memory
    defer { interpreter.memory = learners }
    let called = forbidden(cell)
    return try withoutForbidden(try plainVerdict(on: cell, outcome), called)
  }

  private func plainVerdict(on cell: Cell, _ outcome: Outcome) throws(Diagnostic) -> Verdict {
    switch question.kind {
    case .value: try value(cell, outcome)
    case .expression: try expression(cell, outcome)
    case .function: try function(cell)
    case .goal: try goal(cell, outcome)
    case .choice, .choices, .order: .aside(nil)
    }
  }

  var solution: String { question.solution?.code ?? "" }

  /// Wrong, and nothing more is known.
  static var plainly: Verdict { .wrong([]) }

  /// The reply to the first wrong answer of the lesson that is the learner's.
  func namedReply(
    _ isSame: (Question.Answer) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> [Piece]? {
    for wrong in question.wrongAnswers {
      interpreter.memory = opened
      do throws(Diagnostic) {
        if try isSame(wrong) { return MarkdownPieces.pieces(wrong.reply) }
      } catch {
        // A condition that cannot be computed for this answer does not hold.
        if error.code == .cancelled { throw error }
      }
    }
    return nil
  }
}

extension String {
  /// Whether the condition holds when `answer` is a value.
  func holds(with answer: Value, in interpreter: Interpreter, _ memory: Memory) throws(Diagnostic) -> Bool {
    var memory = memory
    memory["answer"] = answer
    return try interpreter.remembering(memory) { () throws(Diagnostic) in try interpreter.holds(self) }
  }
}
