import Language

/// Something in a notebook file that is not as the format wants it.
public struct NotebookProblem: Equatable, Sendable {
  /// Counted from 1.
  public let line: Int
  public let message: String
}

/// Sorts the nodes of a Markdown file into the blocks of a notebook.
struct BlockReader {
  private(set) var blocks: [NotebookDocument.Block] = []
  private(set) var problems: [NotebookProblem] = []
  private(set) var examples: [NotebookDocument] = []
  /// The number that the next cell has.
  private var number: Int?
  private let name: String
  private let lines: [String]
  /// How many lines of the file stand before the text.
  private let offset: Int

  init(_ nodes: [MarkdownNode], _ lines: [String], name: String, offset: Int) {
    (self.name, self.lines, self.offset) = (name, lines, offset)
    for node in nodes { read(node) }
    finishQuestion()
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(NotebookProblem(line: line, message: message))
  }

  private mutating func read(_ node: MarkdownNode) {
    let line = node.startLine + offset
    guard node.kind == .codeBlock else { return readProse(node) }
    let words = node.info.split(separator: " ").map(String.init)
    let part = words.first.flatMap { QuestionPart(rawValue: $0) }
    if let word = words.first, words.count > 1, part != nil || word == "loss" || word == "output" {
      complain(line, "nothing stands behind `\(word)`; this has `\(words[1])`")
    }
    switch words.first {
    case "loss":
      var cell = NotebookCell(code: node.literal, firstLine: line + 1, lastLine: node.endLine + offset)
      cell.number = number
      add(.cell(cell))
    case "output": addOutput(node, line)
    case "question": addQuestion(node, line)
    // An example has no examples of its own: each would be read once more.
    case "markdown" where words.dropFirst() == ["lesson"] && offset == 0:
      examples.append(NotebookDocument(node.literal, name: name, offset: line))
      add(.prose(node))
    default:
      if let part { return addPart(part, node, line) }
      checkWord(words.first, line)
      add(.prose(node))
    }
  }

  private mutating func readProse(_ node: MarkdownNode) {
    if node.kind == .thematicBreak { return add(.pageBreak) }
    if let number = NotebookFormat.number(node) {
      finishQuestion()
      self.number = number
    } else if NotebookFormat.version(node) == nil {
      add(.prose(node))
    }
  }

  private mutating func add(_ block: NotebookDocument.Block) {
    finishQuestion()
    number = nil
    blocks.append(block)
  }

  /// A word that is nearly one of the format's would be lost among the prose.
  private mutating func checkWord(_ word: String?, _ line: Int) {
    guard let word else { return }
    let known = ["output", "question"] + QuestionPart.allCases.map(\.rawValue)
    let near =
      known.first { $0 + "s" == word.lowercased() || $0 == word.lowercased() }
      ?? Suggestions.nearest(to: word, among: known.filter { $0.count > 4 })
    if let near { complain(line, "`\(word)` is no block of a lesson; is it `\(near)`?") }
  }

  private mutating func addOutput(_ node: MarkdownNode, _ line: Int) {
    guard case .cell(var cell)? = blocks.last, cell.output == nil else {
      complain(line, "this output does not stand directly behind a cell")
      return add(.prose(node))
    }
    cell.output = output(node, line)
    number = nil
    blocks[blocks.count - 1] = .cell(cell)
  }

  private func output(_ node: MarkdownNode, _ line: Int) -> NotebookCell.Output {
    func text(_ number: Int) -> Substring {
      lines.indices.contains(number - 1) ? lines[number - 1].drop { $0 == " " } : ""
    }
    let opening = text(node.startLine)
    let fence = String(opening.prefix { $0 == opening.first })
    return NotebookCell.Output(
      text: node.literal, firstLine: line, lastLine: node.endLine + offset, fence: fence,
      isClosed: node.endLine > node.startLine && text(node.endLine).hasPrefix(fence))
  }

  private mutating func addQuestion(_ node: MarkdownNode, _ line: Int) {
    var reader = QuestionReader(node, line: line)
    let question = reader.question()
    problems += reader.problems
    add(question.map { .question($0) } ?? .prose(node))
  }

  private mutating func addPart(_ part: QuestionPart, _ node: MarkdownNode, _ line: Int) {
    guard case .question(var question)? = blocks.last else {
      complain(line, "this \(part.rawValue) does not stand directly behind a question or another part of it")
      return add(.prose(node))
    }
    problems += part.read(node.literal, line: line, into: &question)
    blocks[blocks.count - 1] = .question(question)
  }

  /// What can only be said of a question when all its parts are read.
  private mutating func finishQuestion() {
    guard case .question(let question)? = blocks.last else { return }
    problems += QuestionPart.missing(in: question)
  }
}
