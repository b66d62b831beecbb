/// The blocks that may follow a question.
enum QuestionPart: String, CaseIterable {
  case solution, wrong, hint, test

  /// Reads the block into the question.
  /// - Parameter line: the line of the opening fence, counted from 1.
  func read(_ text: String, line: Int, into question: inout Question) -> [NotebookProblem] {
    func problem(_ message: String) -> [NotebookProblem] { [NotebookProblem(line: line, message: message)] }
    guard !text.isBlank else { return problem("this \(rawValue) is empty") }
    switch self {
    case .solution:
      guard question.solution == nil else { return problem("the question has a solution already") }
      let answer = AnswerReader.solution(text, line: line + 1)
      question.solution = answer
      if question.kind.isCode, answer.code.isEmpty { return problem("there is no answer before the `=>`") }
      if question.kind.hasItems, !answer.code.isEmpty {
        return problem("the items say what is right; here stands only `=> WHY`")
      }
    case .wrong:
      guard question.kind != .choice else {
        return problem("in a choice each item has its reply: - [ ] ITEM => REPLY")
      }
      let (answers, problems) = AnswerReader.wrongAnswers(text, line: line + 1)
      question.wrongAnswers += answers
      return problems
    case .hint: question.hints.append(Question.Hint(text: Prose(text), line: line))
    case .test:
      guard question.kind.needsTest else {
        return problem("a \(question.kind.rawValue) question has no test")
      }
      for (index, code) in text.lines.enumerated() where !code.isBlank {
        question.tests.append(Question.Test(code: code, line: line + 1 + index))
      }
    }
    return []
  }

  /// What a question cannot be judged without.
  static func missing(in question: Question) -> [NotebookProblem] {
    var problems: [NotebookProblem] = []
    func complain(_ message: String) {
      problems.append(NotebookProblem(line: question.line, message: message))
    }
    let kind = question.kind.rawValue
    if question.kind.isCode, question.solution == nil { complain("the question has no solution") }
    if question.kind.needsTest, question.tests.isEmpty {
      let what =
        switch question.kind {
        case .expression: "lines that give its variables other values, such as y = [1, 0]; p = [0.3, 0.2]"
        case .function: "lines that call the function, such as f([1, 2], [3, 4])"
        default: "conditions that the learner makes true, such as answer.test_loss[-1] < 0.35"
        }
      complain("a question of the kind \(kind) has a test block: \(what)")
    }
    return problems
  }
}
