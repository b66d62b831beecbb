import Language

/// A question that waits for an answer.
struct Asked {
  let question: Question
  let judge: Judge
  let items: ItemJudge
  let entry: Course.Entry
  /// What progress is kept by.
  var lesson: String { entry.file }
}

// Asking, and what helps with a question.
extension CoursePlayer {
  /// The question, where it is not solved yet.
  func ask(_ question: Question, _ memory: Memory) -> Asked? {
    guard let place, let interpreter else { return nil }
    guard keeper.progress.question(question.id, of: place.entry.file).status != .solved else { return nil }
    return Asked(
      question: question, judge: Judge(question: question, interpreter: interpreter, opened: memory),
      items: ItemJudge(question), entry: place.entry)
  }

  /// The present step's question as it is shown, with what was answered before.
  func questionPieces() -> [Piece] {
    guard let place, let question = place.current?.question else { return [] }
    var pieces = MarkdownPieces.pieces(question.text).prefixed("Question: ", .heading)
    if question.kind.hasItems {
      let items = ItemJudge(question).shown.map { question.items[$0] }
      for (index, item) in items.enumerated() {
        pieces += MarkdownPieces.pieces(item.text, indent: 3).prefixed(
          "\(ItemJudge.letter(index))) ", .strong, hangs: true)
      }
    }
    let state = keeper.progress.question(question.id, of: place.entry.file)
    if state.status == .solved {
      pieces += Self.solved(state.answer ?? "")
    }
    return pieces
  }

  private static func solved(_ answer: String) -> [Piece] {
    let lines = answer.lines.map(Sanitising.visible)
    let words = StyledRun("You have solved it: ", .good)
    guard lines.count > 1 else { return [.paragraph([words, StyledRun(lines.first ?? "", .code)])] }
    return [.paragraph([words]), .lines(lines.map { StyledLine("    " + $0, .code) })]
  }

  private func asked(_ call: CommandCall) throws(Diagnostic) -> Asked {
    _ = try sitting(call)
    guard let asked else {
      throw Diagnostic(
        .badCommand, "no question is open", at: call.span, hint: "`next` goes on in the lesson")
    }
    return asked
  }

  var questionCommand: Command {
    Command(
      name: "question", form: .words, topic: .course, syntax: "question", summary: "shows the question again"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      let place = try self.sitting(call)
      guard place.current?.question != nil else {
        throw Diagnostic(
          .badCommand, "this step has no question", at: call.span, hint: "`next` goes on in the lesson")
      }
      self.isPlaying = false
      return CommandResult(pieces: self.questionPieces() + [.blank, self.foot(place)])
    }
  }

  var hintCommand: Command {
    Command(
      name: "hint", form: .words, topic: .course, syntax: "hint",
      summary: "helps with the open question; each further `hint` says more"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      let asked = try self.asked(call)
      let hints = asked.question.hints
      let read = self.keeper.progress.question(asked.question.id, of: asked.lesson).hints
      guard read < hints.count else {
        let words = hints.isEmpty ? "This question has no hint." : "You have read all hints."
        let again = hints.last.map { MarkdownPieces.pieces($0.text).prefixed("The last one: ") } ?? []
        return CommandResult(
          pieces: again + [MarkdownPieces.sentence("\(words) `solution` shows the answer.")])
      }
      self.keeper.record(.hints(lesson: asked.lesson, question: asked.question.id, count: read + 1))
      let label = hints.count == 1 ? "Hint: " : "Hint \(read + 1) of \(hints.count): "
      return CommandResult(
        pieces: MarkdownPieces.pieces(hints[read].text).prefixed(label, .strong) + self.keeper.takeNote())
    }
  }

  var solutionCommand: Command {
    Command(
      name: "solution", form: .words, topic: .course, syntax: "solution",
      summary: "shows the answer to the open question"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      let asked = try self.asked(call)
      self.keeper.record(.shown(lesson: asked.lesson, question: asked.question.id))
      let pieces = self.solution(asked)
      self.close()
      return CommandResult(pieces: pieces + [Self.goesOn] + self.keeper.takeNote())
    }
  }

  static let goesOn = MarkdownPieces.sentence("`next` goes on.", .muted)

  private func solution(_ asked: Asked) -> [Piece] {
    let question = asked.question
    let reply = MarkdownPieces.pieces(question.solution?.reply)
    if question.kind.hasItems {
      let letters = asked.items.rightLetters.map { "`\($0)`" }.joined(separator: " ")
      return [MarkdownPieces.sentence("The answer: \(letters).")] + replies(asked)
    }
    let learners = interpreter?.memory
    // A value comes from the variables as they were when the question came; a definition is there to stay.
    let stays = question.kind.definesNames
    if !stays { interpreter?.memory = asked.judge.opened }
    isTrying = !stays
    let pieces = cellPieces(asked.judge.solution, of: asked.entry)
    isTrying = false
    if !stays, let learners { interpreter?.memory = learners }
    return pieces + reply
  }

  /// What the lesson says to the right items, and to the solution.
  func replies(_ asked: Asked) -> [Piece] {
    let items = asked.question.items.indices.filter {
      asked.question.items[$0].isRight && !asked.question.items[$0].reply.nodes.isEmpty
    }
    return items.flatMap { itemReply($0, asked) }
      + MarkdownPieces.pieces(asked.question.solution?.reply)
  }

  /// What the lesson says to an item, behind its letter where there may be several.
  private func itemReply(_ item: Int, _ asked: Asked) -> [Piece] {
    let reply = MarkdownPieces.pieces(asked.question.items[item].reply)
    guard asked.question.kind != .choice, let place = asked.items.shown.firstIndex(of: item) else {
      return reply
    }
    return reply.prefixed("\(ItemJudge.letter(place)): ")
  }

  var skipCommand: Command {
    Command(
      name: "skip", form: .words, topic: .course, syntax: "skip",
      summary: "leaves the open question and goes on; it counts as skipped until you answer it"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      let asked = try self.asked(call)
      self.keeper.record(.skipped(lesson: asked.lesson, question: asked.question.id))
      self.settle(asked.question, in: asked.entry)
      self.close()
      guard let place = self.place else { return CommandResult() }
      return place.step + 1 < place.lesson.steps.count
        ? CommandResult(pieces: self.turn(to: place.step + 1)) : try self.finish(place, call)
    }
  }

  var playCommand: Command {
    Command(
      name: "play", form: .words, topic: .course, syntax: "play",
      summary: "lets you type what you like without its being taken as an answer; `next` comes back"
    ) { [unowned self] (call, _) throws(Diagnostic) in
      try call.expectNothing()
      _ = try self.asked(call)
      self.isPlaying = true
      return CommandResult(pieces: [
        MarkdownPieces.sentence("Nothing is taken as an answer now. `next` brings the question back.")
      ])
    }
  }

  /// The question is done with, for now.
  func close() {
    asked = nil
    isPlaying = false
  }

  /// Makes what a question's answer defines: the learner's own, or else the lesson's.
  func settle(_ question: Question, in entry: Course.Entry) {
    guard question.kind.definesNames else { return }
    if let answer = keeper.progress.question(question.id, of: entry.file).answer {
      _ = cellPieces(answer, of: entry, .learner)
    } else if let code = question.solution?.code {
      _ = cellPieces(code, of: entry)
    }
  }
}

extension Question.Kind {
  /// What to type.
  var invitation: String {
    switch self {
    case .value: "type a value, or an expression for it"
    case .expression: "type an expression"
    case .function: "define the function"
    case .choice: "type a letter"
    case .choices: "type all letters that are right"
    case .order: "type the letters in your order"
    case .goal: "try until it is reached"
    }
  }
}
