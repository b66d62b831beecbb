/// A question as Markdown that Jupyter shows: hints and solution stay folded until somebody opens them.
enum JupyterQuestion {
  static func markdown(_ played: PlayedQuestion) -> String {
    let question = played.question
    let items = ItemJudge(question).shown.enumerated().map { index, place in
      "- **\(ItemJudge.letter(index)))** " + question.items[place].text.shownSource.indented(by: 2)
    }
    let hints = question.hints.enumerated().map { index, hint in
      let label = question.hints.count == 1 ? "Hint" : "Hint \(index + 1) of \(question.hints.count)"
      return details(label, hint.text.shownSource)
    }
    let parts =
      ["**Question**", question.text.shownSource, items.joined(separator: "\n")] + hints
      + [wrongAnswers(question), details("Solution", solution(played))]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func details(_ label: String, _ text: String) -> String {
    "<details>\n<summary>\(label)</summary>\n\n\(text)\n\n</details>"
  }

  /// What is said to those who answer with one of the usual slips.
  private static func wrongAnswers(_ question: Question) -> String {
    guard question.kind.isCode, !question.wrongAnswers.isEmpty else { return "" }
    let items = question.wrongAnswers.map { answer in
      Fence.block("loss", answer.code) + "\n\n" + answer.reply.shownSource
    }
    return details(items.count == 1 ? "A wrong answer" : "Wrong answers", items.joined(separator: "\n\n"))
  }

  private static func solution(_ played: PlayedQuestion) -> String {
    let question = played.question
    let reply = question.solution?.reply.shownSource ?? ""
    let answer: String
    if let solution = played.solution {
      answer = Fence.block("loss", solution.code)
    } else if question.kind == .order {
      answer = "In order: " + ItemJudge(question).rightLetters.joined(separator: ", ") + "."
    } else {
      answer = ItemJudge(question).shown.enumerated().map { index, place in
        let item = question.items[place]
        let verdict = item.isRight ? "Right." : "No."
        return "- **\(ItemJudge.letter(index)))** \(verdict) \(item.reply.shownSource.indented(by: 2))"
      }.joined(separator: "\n")
    }
    return [answer, reply].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
