import Language

/// Lines that are nothing but a comment: the prose of what is typed.
///
/// Lines that follow each other are one paragraph of Markdown, without their `#` and a blank behind it: `# So the loss
/// falls.` is a sentence, `## Results` a heading.
enum CommentProse {
  /// - Parameter text: whole lines between two cells.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [[String]] = [[]]
    for line in text.lines.map(\.trimmed) {
      if line.hasPrefix("#"), !line.hasPrefix("#!") {
        paragraphs[paragraphs.count - 1].append(prose(line.dropFirst()))
      } else if paragraphs.last?.isEmpty == false {
        paragraphs.append([])
      }
    }
    return paragraphs.map { $0.joined(separator: "\n").trimmed }.filter { !$0.isEmpty }
  }

  /// The text without the blank lines and the comments that it begins with.
  static func withoutLeading(_ text: String) -> String {
    text.lines.drop { $0.isBlank || $0.trimmed.hasPrefix("#") }.joined(separator: "\n").trimmed
  }

  private static func prose(_ comment: Substring) -> String {
    let text = comment.hasPrefix(" ") ? comment.dropFirst() : comment
    // A fence or a tag that is not closed would swallow all that follows.
    let opens = ["```", "~~~", "<"].contains { text.trimmed.hasPrefix($0) }
    return opens ? "\\" + text.trimmed : String(text)
  }
}
