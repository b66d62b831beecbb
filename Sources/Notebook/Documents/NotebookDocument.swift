import Language

/// A notebook: a Markdown file whose cells are code blocks.
///
/// The rules of the format:
/// 1. A fenced code block whose first word is `loss` is a cell. Its lines run in order.
/// 2. A fenced code block whose first word is `output`, directly after a cell, is what that cell showed when the file
///    was last checked; an error stands there too, beginning with `error:`. An author who wants an error writes that
///    word: an error that comes where the file has none is never recorded.
/// 3. A cell without an output block promises to run without an error, and nothing about what it shows.
/// 4. Everything else is prose. A line `---` ends a page of a lesson.
/// 5. The first heading is the title.
public struct NotebookDocument: Sendable {
  public enum Block: Sendable {
    case prose(MarkdownNode)
    case cell(NotebookCell)
    case pageBreak
  }

  public let name: String
  public let text: String
  public let blocks: [Block]
  public let title: String

  public init(_ text: String, name: String) {
    self.name = name
    self.text = text
    let tree = MarkdownNode(parsing: text)
    title = tree.children.first { $0.kind == .heading }?.plainText ?? name
    blocks = Self.blocks(tree.children, text.lines)
  }

  public var cells: [NotebookCell] {
    blocks.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  private static func blocks(_ nodes: [MarkdownNode], _ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    for node in nodes {
      switch (node.kind, word(node)) {
      case (.codeBlock, "loss"):
        blocks.append(
          .cell(NotebookCell(code: node.literal, firstLine: node.startLine + 1, lastLine: node.endLine)))
      case (.codeBlock, "output"):
        guard case .cell(var cell)? = blocks.last, cell.output == nil else {
          blocks.append(.prose(node))
          continue
        }
        cell.output = output(node, lines)
        blocks[blocks.count - 1] = .cell(cell)
      case (.thematicBreak, _): blocks.append(.pageBreak)
      default: blocks.append(.prose(node))
      }
    }
    return blocks
  }

  private static func output(_ node: MarkdownNode, _ lines: [String]) -> NotebookCell.Output {
    func line(_ number: Int) -> Substring {
      lines.indices.contains(number - 1) ? lines[number - 1].drop { $0 == " " } : ""
    }
    let opening = line(node.startLine)
    let fence = String(opening.prefix { $0 == opening.first })
    return NotebookCell.Output(
      text: node.literal, firstLine: node.startLine, lastLine: node.endLine, fence: fence,
      isClosed: node.endLine > node.startLine && line(node.endLine).hasPrefix(fence))
  }

  private static func word(_ node: MarkdownNode) -> String {
    String(node.info.split(separator: " ").first ?? "")
  }
}

/// A cell of a notebook file.
public struct NotebookCell: Sendable {
  public struct Output: Sendable {
    public let text: String
    /// The lines of its fences, counted from 1; the last line of the text where no fence closes it.
    public let firstLine: Int
    public let lastLine: Int
    let fence: String
    let isClosed: Bool

    /// Whether the cell is meant to end in an error.
    var recordsError: Bool { text.lines.contains { $0.hasPrefix("error:") } }
  }

  public let code: String
  /// The line of the file where the code begins, counted from 1.
  public let firstLine: Int
  /// The line of the closing fence.
  public let lastLine: Int
  public var output: Output?
}
