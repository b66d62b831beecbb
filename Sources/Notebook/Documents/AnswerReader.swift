/// Reads the answers of a `solution` or `wrong` block: `ANSWER => REPLY`.
enum AnswerReader {
  /// The one answer of a solution. Everything behind the arrow is what is said to it.
  static func solution(_ text: String, line: Int) -> Question.Answer {
    let (code, reply) = Arrow.split(text)
    let skipped = code.lines.prefix { $0.isBlank }.count
    return Question.Answer(
      code: code.trimmed, condition: nil,
      reply: Prose(Arrow.unindented(reply ?? "")),
      line: line + (code.isBlank ? 0 : skipped))
  }

  /// Wrong answers, each with its reply. A line that goes on with a reply is indented.
  static func wrongAnswers(
    _ text: String, line firstLine: Int
  ) -> (answers: [Question.Answer], problems: [NotebookProblem]) {
    var reader = WrongAnswerReader()
    for (index, line) in text.lines.enumerated() { reader.read(line, firstLine + index) }
    reader.close()
    return (reader.answers, reader.problems)
  }
}

private struct WrongAnswerReader {
  private(set) var answers: [Question.Answer] = []
  private(set) var problems: [NotebookProblem] = []
  /// The lines of the answer that is being read.
  private var code: [String] = []
  private var reply: [String] = []
  /// Where it begins.
  private var start = 0

  mutating func read(_ line: String, _ number: Int) {
    guard reply.isEmpty || !(line.isBlank || line.first == " ") else { return reply.append(line) }
    if !reply.isEmpty { close() }
    if code.isEmpty {
      if line.isBlank { return }
      start = number
    }
    let (before, after) = Arrow.split(line)
    code.append(before)
    if let after { reply.append(after) }
  }

  /// The answer ends here.
  mutating func close() {
    guard !code.isEmpty else { return }
    let (answer, condition) = Self.split(code.joined(separator: "\n").trimmed)
    let prose = Prose(Arrow.unindented(reply.joined(separator: "\n")))
    if answer.isEmpty || prose.isEmpty {
      problems.append(
        NotebookProblem(
          line: start, message: "a wrong answer is written ANSWER => REPLY, and one of them is missing"))
    } else {
      answers.append(Question.Answer(code: answer, condition: condition, reply: prose, line: start))
    }
    (code, reply) = ([], [])
  }

  /// `ANSWER when CONDITION`.
  private static func split(_ code: String) -> (answer: String, condition: String?) {
    guard let range = code.ranges(of: " when ").last else { return (code, nil) }
    return (String(code[..<range.lowerBound]).trimmed, String(code[range.upperBound...]).trimmed)
  }
}

/// `=>` between what is answered and what is said to it.
enum Arrow {
  /// The text before the first arrow, and the text behind it.
  static func split(_ text: String) -> (before: String, after: String?) {
    for range in text.ranges(of: "=>") {
      let before = text[..<range.lowerBound]
      guard before.last?.isWhitespace ?? true else { continue }
      return (String(before).trimmed, String(text[range.upperBound...]))
    }
    return (text, nil)
  }

  /// Without the blanks that only say that a line goes on; code blocks keep the rest of theirs.
  static func unindented(_ text: String) -> String {
    let lines = text.lines
    let margin = lines.dropFirst().filter { !$0.isBlank }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.enumerated().map {
      $0 == 0 ? $1.trimmed : String($1.dropFirst(min(margin, $1.prefix { $0 == " " }.count)))
    }
    .joined(separator: "\n")
  }
}
