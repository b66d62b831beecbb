/// A notebook as a script: its cells are the lines, its prose the comments between them.
///
/// It runs to the same results. A cell that ends in an error would end the script, so it stands there as a comment.
struct NotebookScript {
  static let mark = "# Made by `lossbook export`"

  static func text(_ notebook: PlayedNotebook) -> String {
    let name = Files.name(of: notebook.document.name).lines.joined(separator: " ")
    let parts = notebook.blocks.map(part).filter { !$0.isEmpty }
    return (["\(mark) from \(name)."] + parts).joined(separator: "\n\n") + "\n"
  }

  private static func part(_ block: PlayedNotebook.Block) -> String {
    switch block {
    case .prose(let prose): comment(prose.shownSource)
    case .cell(let cell): code(cell)
    case .question(let question): self.question(question)
    case .pageBreak: comment("---")
    }
  }

  private static func comment(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    return text.lines.map { $0.isBlank ? "#" : "# " + $0 }.joined(separator: "\n")
  }

  private static func code(_ cell: PlayedCell) -> String {
    guard cell.error != nil else { return cell.code.trimmedLines }
    let lines = cell.code.trimmedLines.lines
    let failing = min(cell.failingLine, lines.count)
    let good = lines[..<failing].joined(separator: "\n").trimmedLines
    let rest = lines[failing...].joined(separator: "\n")
    let parts = [good, comment("Left out, since it ends in an error:\n" + rest)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func question(_ played: PlayedQuestion) -> String {
    let question = played.question
    let items = ItemJudge(question).shown.enumerated().map { index, place in
      "\(ItemJudge.letter(index))) " + question.items[place].text.shownSource.indented(by: 3)
    }
    let asked =
      ["Question: " + question.text.shownSource] + (items.isEmpty ? [] : [items.joined(separator: "\n")])
    let reply = question.solution?.reply.shownSource ?? ""
    let text = comment((asked + [answer(played)] + [reply]).filter { !$0.isEmpty }.joined(separator: "\n\n"))
    guard played.isKept, let solution = played.solution else { return text }
    return text + "\n\n" + code(solution)
  }

  private static func answer(_ played: PlayedQuestion) -> String {
    if played.isKept { return "Solution, which the lines below it may use:" }
    if let solution = played.solution { return "Solution: " + solution.code }
    return "Solution: " + ItemJudge(played.question).rightLetters.joined(separator: ", ")
  }
}

extension PlayedCell {
  /// The line of the code, counted from 0, on which what failed begins.
  fileprivate var failingLine: Int {
    var rest = code.trimmedLines[...]
    let all = rest
    for result in results {
      guard let range = rest.firstRange(of: result.input) else { break }
      if result.outcome.error != nil { return all[..<range.lowerBound].count { $0.isNewline } }
      rest = rest[range.upperBound...]
    }
    return 0
  }
}
