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

  /// The number in a line that is no code, where a question wants a value.
  func cellMeant(by line: String) -> Cell? {
    guard isAsking, asked?.question.kind == .value, let code = NumberInWords.code(line) else { return nil }
    return try? interpreter?.cells(of: code).first
  }

  /// Says what an answer looks like to somebody whose line means nothing where letters are wanted.
  func askForLetters(_ outcome: inout Outcome) {
    guard isAsking, let asked, asked.question.kind.hasItems, let error = outcome.error, error.isOfWords else {
      return
    }
    outcome.notes.append(Note(asked.items.invitation))
  }

  /// Remembers a cell that was run, and judges it where a question is open.
  /// - Parameter before: the variables before it ran; a wrong answer leaves them as they were.
  /// - Returns: whether what the cell did is there to stay.
  func take(_ cell: Cell, _ outcome: inout Outcome, before: Memory) -> Bool {
    if outcome.error == nil, isShowing || place != nil { trail.add(cell, isLearners: !isShowing) }
    let wasAsked = asked?.question.kind.definesNames == true
    let stays = judge(cell, &outcome, before: before)
    if !(wasAsked && asked == nil), stays { noteValues(cell, outcome) }
    askForLetters(&outcome)
    return stays
  }

  private func noteValues(_ cell: Cell, _ outcome: Outcome) {
    guard outcome.error == nil, isShowing || place != nil, !isTrying else { return }
    lessonValues.note(cell.assignedNames, isLearners: !isShowing, in: interpreter)
  }

  private func judge(_ cell: Cell, _ outcome: inout Outcome, before: Memory) -> Bool {
    guard isAsking, let asked, asked.question.kind.isCode else { return true }
    var stays = true
    let ran = outcome
    let judgement = reading(.lesson, asked.entry) {
      Result { () throws(Diagnostic) in try asked.judge.verdict(on: cell, ran) }
    }
    switch judgement {
    case .success(let verdict):
      let isStep = outcome.value == nil && outcome.assigned != nil
      let isValue = asked.question.kind == .value || asked.question.kind == .expression
      if case .wrong = verdict, isValue, !isStep {
        interpreter?.memory = before
        trail.dropLast(cell)
        stays = false
      }
      tell(verdict, asked, trail.answer(cell, wantedNames(asked)), &outcome)
    case .failure(let error):
      let reason = error.code == .cancelled ? "it was stopped" : error.message
      outcome.pieces.append(MarkdownPieces.sentence("The answer could not be judged: \(reason).", .muted))
    }
    return stays
  }

  /// The names that the answer is looked for under.
  private func wantedNames(_ asked: Asked) -> Set<String> {
    guard asked.question.kind == .goal, let interpreter else { return [] }
    return asked.question.tests.reduce(into: []) { $0.formUnion(interpreter.names(reachedFrom: $1.code)) }
  }

  /// Judges a cell that was changed, where the question is about what stays.
  func judgeDefinition(_ cell: Cell, _ outcome: inout Outcome) {
    guard let kind = asked?.question.kind, kind == .function || kind == .goal else { return }
    _ = judge(cell, &outcome, before: Memory())
  }

  private func tell(_ verdict: Verdict, _ asked: Asked, _ answer: String, _ outcome: inout Outcome) {
    switch verdict {
    case .right:
      keeper.record(.solved(lesson: asked.lesson, question: asked.question.id, answer: answer))
      if asked.question.kind.definesNames { settle(answer) }
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

  /// What an answer defines belongs to the lesson from now on.
  private func settle(_ answer: String) {
    trail.settle()
    let cells = (try? interpreter?.cells(of: answer)) ?? []
    let names = cells.reduce(into: Set<String>()) { $0.formUnion($1.assignedNames) }
    lessonValues.note(names, isLearners: false, in: interpreter)
  }

  private func help(_ asked: Asked) -> Piece {
    let left =
      asked.question.hints.count - keeper.progress.question(asked.question.id, of: asked.lesson).hints
    return MarkdownPieces.sentence(
      left > 0 ? "Try again, or type `hint`." : "Try again, or type `solution`.", .muted)
  }
}

extension Diagnostic {
  /// Whether the line may have been words for people.
  fileprivate var isOfWords: Bool {
    switch code {
    case .unknownName, .unknownFunction, .unexpectedToken, .unexpectedEnd, .unexpectedCharacter,
      .foreignHabit:
      true
    default: false
    }
  }
}
