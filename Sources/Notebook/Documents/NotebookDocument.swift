import Language

/// A notebook: a Markdown file whose cells are code blocks.
///
/// The rules of the format:
/// 1. A fenced code block whose first word is `loss` is a cell. Its lines run in order.
/// 2. A fenced code block whose first word is `output`, directly after a cell, is what that cell showed when the file
///    was last checked; an error stands there too, beginning with `error:`. An author who wants an error writes that
///    word: an error that comes where the file has none is never recorded.
/// 3. A cell without an output block promises to run without an error, and nothing about what it shows.
/// 4. A block `question KIND`, directly followed by its parts (`solution`, `wrong`, `hint`, `test`), is a question of
///    a lesson.
/// 5. Everything else is prose. A line `---` ends a page of a lesson.
/// 6. The first heading is the title.
///
/// `docs/writing-lessons.md` describes it for writers. A block `markdown lesson` there is a document of its own that is
/// checked with the page it stands on.
public struct NotebookDocument: Sendable {
  public enum Block: Sendable {
    case prose(MarkdownNode)
    case cell(NotebookCell)
    case question(Question)
    case pageBreak
  }

  public let name: String
  public let text: String
  public let blocks: [Block]
  public let title: String
  /// Where the file is not as the format wants it, in the order of its lines.
  public let problems: [NotebookProblem]
  /// Why nothing of the text was read; nothing where it was.
  public let refusal: NotebookProblem?
  /// The lessons that stand in the file as examples.
  public let examples: [NotebookDocument]
  /// How many lines of the file stand before the text.
  let offset: Int
  let headings: [String]
  /// The format that the file says it is written in.
  let formatVersion: Int?

  public init(_ text: String, name: String) { self.init(text, name: name, offset: 0) }

  /// - Parameter offset: how many lines of the file stand before the text; all lines are counted in the file.
  init(_ text: String, name: String, offset: Int) {
    self.name = name
    self.text = text
    self.offset = offset
    refusal = ReadingEffort.refusal(text)
    let tree = MarkdownNode(parsing: refusal == nil ? text : "")
    formatVersion = tree.children.lazy.compactMap { NotebookFormat.version($0) }.first
    headings = tree.children.filter { $0.kind == .heading }.map(\.plainText)
    title = headings.first ?? name
    let reader = BlockReader(tree.children, text.lines, name: name, offset: offset)
    blocks = reader.blocks
    problems = ([refusal].compactMap { $0 } + reader.problems).sorted { $0.line < $1.line }
    examples = reader.examples
  }

  public var cells: [NotebookCell] {
    blocks.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  /// Whether it is read as a part of a course: its name begins with a number, or it is the example of a page.
  var isLesson: Bool {
    offset > 0 || Files.isNumbered(name)
  }

  public var questions: [Question] {
    blocks.compactMap { if case .question(let question) = $0 { question } else { nil } }
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
  /// The number that the file gives it.
  public var number: Int?
  /// Where it begins in the file, with what gives it its number.
  var startLine: Int { firstLine - (number == nil ? 1 : 2) }

  /// How far the numbers of the output may be off: `# ≈ 0.01` or `# ≈ 5%` behind one of its lines.
  var tolerance: Tolerance? { toleranceText.flatMap { Tolerance($0) } }

  var toleranceText: String? {
    code.lines.lazy.compactMap { line in
      line.ranges(of: "# ≈").last.map { String(line[$0.upperBound...]).trimmed }
    }.first
  }
}
