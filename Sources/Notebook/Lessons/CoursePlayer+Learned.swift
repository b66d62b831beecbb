import Language

// What was learned, as a page to keep.
extension CoursePlayer {
  private static let mark = "# What I learned\n"

  /// Writes the solved questions, with the learner's answers, to a Markdown file.
  /// - Parameter text: what follows `progress`, such as `to "learned.md"`.
  func writeLearned(_ text: String, _ call: CommandCall, _ course: Course) throws(Diagnostic) -> CommandResult
  {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].trimmed == "to", parts[1].hasSuffix(".md"), parts[2].isBlank else {
      throw Diagnostic(
        .badCommand, "`progress` stands alone, or names a Markdown file", at: call.span,
        hint: "progress to \"learned.md\" writes down what you have solved")
    }
    let path = parts[1]
    let (page, count) = learned(course)
    guard count > 0 else {
      return CommandResult(pieces: [
        MarkdownPieces.sentence("No question is solved yet, so nothing was written.")
      ])
    }
    try save(page, path, call)
    return CommandResult(pieces: [
      MarkdownPieces.sentence(
        "Wrote \(Sanitising.visible(path)): \(counted(count, "solved question")).")
    ])
  }

  private func save(_ page: String, _ path: String, _ call: CommandCall) throws(Diagnostic) {
    guard let host = interpreter?.host else { return }
    if let old = try? host.readFile(path), !old.starts(with: Self.mark.utf8) {
      throw Diagnostic(
        .fileExists, "\"\(path)\" is there already, and no such page stands in it", at: call.span,
        hint: "take another name")
    }
    do throws(FileProblem) { try host.writeFile(path, page) } catch {
      throw Diagnostic(.unwritableFile, "\"\(path)\" cannot be written: \(error.reason)", at: call.span)
    }
  }

  private func learned(_ course: Course) -> (page: String, count: Int) {
    var page = Self.mark
    var count = 0
    for entry in course.entries {
      let solved = entry.lesson.questions.compactMap { question -> String? in
        let state = keeper.progress.question(question.id, of: entry.file)
        return state.status == .solved ? section(question, state.answer ?? "") : nil
      }
      guard !solved.isEmpty else { continue }
      count += solved.count
      page += "\n## \(entry.number). \(entry.lesson.title)\n" + solved.joined()
    }
    return (page, count)
  }

  private func section(_ question: Question, _ answer: String) -> String {
    let reply = question.solution.map { Self.text($0.reply) } ?? ""
    return "\n\(Self.text(question.text))\n\n\(self.answer(question, answer))"
      + (reply.isEmpty ? "" : "\n\(reply)\n")
  }

  /// The learner's own words, or the texts behind the letters.
  private func answer(_ question: Question, _ answer: String) -> String {
    guard question.kind.hasItems else { return Fence.block("loss", answer) + "\n" }
    let items = question.items.filter { question.kind == .order || $0.isRight }
    return items.enumerated().map { index, item in
      let reply = Self.text(item.reply)
      return (question.kind == .order ? "\(index + 1). " : "- ") + Self.text(item.text)
        + (reply.isEmpty ? "" : ": " + reply)
        + "\n"
    }.joined()
  }

  private static func text(_ prose: Prose) -> String {
    MarkdownPieces.pieces(prose).plainText(Layout(width: 110))
  }
}
