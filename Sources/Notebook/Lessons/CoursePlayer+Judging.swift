import Language

// What is typed while a question is open.
extension CoursePlayer {
  /// Whether what is typed now may be an answer.
  public var isAsking: Bool { asked != nil && !isPlaying && !isShowing }

  /// The outcome of a line that answers the open question with letters; nothing where it does not.
  func answer(_ line: String) -> Outcome? {
    guard isAsking, let asked, asked.question.kind.hasItems, let items = asked.items.items(in: line) else {
      return nil
    }
    var outcome = Outcome()
    tell(asked.items.verdict(on: items), asked, line.trimmed, &outcome)
    return outcome
  }

  /// Judges a cell that was run.
  /// - Parameter before: the variables before it ran; a wrong answer leaves them as they were.
  /// - Returns: whether what the cell did is there to stay.
  func judge(_ cell: Cell, _ outcome: inout Outcome, before: Memory) -> Bool {
    guard isAsking, let asked, asked.question.kind.isCode else { return true }
    var stays = true
    let ran = outcome
    let judgement = reading(.lesson, asked.entry) {
      Result { () throws(Diagnostic) in try asked.judge.verdict(on: cell, ran) }
    }
    switch judgement {
    case .success(let verdict):
      if case .wrong = verdict, asked.question.kind == .value || asked.question.kind == .expression {
        interpreter?.memory = before
        stays = false
      }
      tell(verdict, asked, cell.text, &outcome)
    case .failure(let error):
      let reason = error.code == .cancelled ? "it was stopped" : error.message
      outcome.pieces.append(MarkdownPieces.sentence("The answer could not be judged: \(reason).", .muted))
    }
    return stays
  }

  private func tell(_ verdict: Verdict, _ asked: Asked, _ answer: String, _ outcome: inout Outcome) {
    switch verdict {
    case .right:
      keeper.record(.solved(lesson: asked.lesson, question: asked.question.id, answer: answer))
      close()
      outcome.pieces += replies(asked).prefixed("Right. ", .good) + [Self.goesOn]
    case .wrong(let reply):
      let help = help(asked)
      outcome.pieces +=
        reply.isEmpty
        ? [help].prefixed("Not yet. ", .strong) : reply.prefixed("Not yet. ", .strong) + [help]
    case .aside(let remark?): outcome.pieces.append(MarkdownPieces.sentence(remark, .muted))
    case .aside(nil): break
    }
    outcome.pieces += keeper.takeNote()
  }

  private func help(_ asked: Asked) -> Piece {
    let left =
      asked.question.hints.count - keeper.progress.question(asked.question.id, of: asked.lesson).hints
    return MarkdownPieces.sentence(
      left > 0 ? "Try again, or type `hint`." : "Try again, or type `solution`.", .muted)
  }
}
