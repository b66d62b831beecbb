import Language

/// Plays a question as learners would: with its solution, which must be right, and with its wrong answers, which must be
/// met with their own replies.
struct QuestionCheck {
  private let question: Question
  private let interpreter: Interpreter
  private let judge: Judge

  init(_ question: Question, _ interpreter: Interpreter) {
    self.question = question
    self.interpreter = interpreter
    judge = Judge(question: question, interpreter: interpreter, opened: interpreter.memory)
  }

  /// Leaves what the solution of a function or a goal defines, as skipping the question does.
  func problems() -> [NotebookProblem] {
    let problems = question.kind.hasItems ? itemProblems() : codeProblems()
    interpreter.memory = judge.opened
    if question.kind.definesNames {
      _ = try? interpreter.result(of: judge.solution)
    }
    return problems + hintProblems()
  }

  private func problem(_ line: Int, _ message: String) -> NotebookProblem {
    NotebookProblem(line: line, message: message)
  }

  private func codeProblems() -> [NotebookProblem] {
    guard let solution = question.solution, !solution.code.isEmpty else { return [] }
    if let name = judge.unknownForbidden.first {
      return [problem(question.line, "there is no function `\(name)` to do without")]
    }
    if question.kind == .goal, isReached() {
      return [problem(question.line, "the goal is reached before anything is done")]
    }
    do throws(Diagnostic) {
      switch try isStep(solution) ? .aside(nil) : play(solution.code) {
      case .right: break
      case .wrong(let reply):
        return [problem(solution.line, "the solution is judged wrong: \(reply.sentence)")]
      case .aside(let remark):
        let wanted =
          question.kind == .function ? "a definition" : question.kind == .goal ? "its goal" : "a value"
        return [
          problem(solution.line, "the solution is not taken as an answer; \(remark ?? "it wants \(wanted)")")
        ]
      }
    } catch {
      return [problem(solution.line, "the solution fails: \(error.message)")]
    }
    return question.wrongAnswers.flatMap(wrongProblems)
  }

  /// Whether a solution gives a name to the value that is asked for.
  private func isStep(_ solution: Question.Answer) throws(Diagnostic) -> Bool {
    guard !question.kind.definesNames, let cell = try interpreter.cells(of: solution.code).last else {
      return false
    }
    return !cell.definedNames.isEmpty && cell.meaning != .answer
  }

  private func isReached() -> Bool {
    interpreter.memory = judge.opened
    return question.tests.allSatisfy { (try? interpreter.holds($0.code)) ?? false }
  }

  private func wrongProblems(_ wrong: Question.Answer) -> [NotebookProblem] {
    do throws(Diagnostic) {
      if let condition = wrong.condition { _ = try interpreter.cells(of: condition) }
      switch try play(wrong.code) {
      case .right: return [problem(wrong.line, "this wrong answer is judged right")]
      case .aside: return [problem(wrong.line, "this wrong answer is not taken as an answer")]
      case .wrong(let reply): return own(reply, wrong)
      }
    } catch {
      return [problem(wrong.line, "this wrong answer fails: \(error.message)")]
    }
  }

  private func own(_ reply: [Piece], _ wrong: Question.Answer) -> [NotebookProblem] {
    guard reply.sentence != MarkdownPieces.pieces(wrong.reply).sentence else { return [] }
    return [problem(wrong.line, "this wrong answer is met with another reply: \(reply.sentence)")]
  }

  /// What the judge says to an answer that is typed where the question stands.
  private func play(_ code: String) throws(Diagnostic) -> Verdict {
    interpreter.memory = judge.opened
    var verdict = Verdict.aside(nil)
    for cell in try interpreter.cells(of: code) {
      let outcome = interpreter.run(cell, number: 0)
      if let error = outcome.error { throw error }
      verdict = try judge.verdict(on: cell, outcome)
      if case .right = verdict { break }
    }
    return verdict
  }

  private func itemProblems() -> [NotebookProblem] {
    let items = ItemJudge(question)
    var problems: [NotebookProblem] = []
    if question.kind == .choice {
      for item in question.items where !item.isRight && item.reply.isEmpty {
        problems.append(
          problem(item.line, "this item has no reply; write - [ ] ITEM => what choosing it shows"))
      }
    }
    for wrong in question.wrongAnswers {
      guard let places = items.places(wrong.code) else {
        let form = question.kind == .order ? "numbers, as the items have here" : "letters of the items"
        problems.append(problem(wrong.line, "`\(wrong.code)` is no answer here; write the \(form)"))
        continue
      }
      switch items.verdict(on: places) {
      case .right: problems.append(problem(wrong.line, "this wrong answer is judged right"))
      case .aside: problems.append(problem(wrong.line, "this wrong answer is not taken as an answer"))
      case .wrong(let reply): problems += own(reply, wrong)
      }
    }
    return problems
  }

  /// The code blocks of hints can be typed.
  private func hintProblems() -> [NotebookProblem] {
    var problems: [NotebookProblem] = []
    for (index, hint) in question.hints.enumerated() {
      let text = MarkdownPieces.pieces(hint.text).sentence
      if question.hints[..<index].contains(where: { MarkdownPieces.pieces($0.text).sentence == text }) {
        problems.append(problem(hint.line, "this hint says the same as one before it"))
      }
      for block in hint.text.nodes where block.kind == .codeBlock {
        do throws(Diagnostic) { _ = try interpreter.cells(of: block.literal) } catch {
          problems.append(
            problem(hint.line + block.startLine, "the code of this hint cannot be typed: \(error.message)"))
        }
      }
    }
    return problems
  }
}

extension [Piece] {
  /// The text on one line, for a message.
  fileprivate var sentence: String {
    plainText(Layout(width: 10_000)).lines.filter { !$0.isBlank }.joined(separator: " ")
  }
}
