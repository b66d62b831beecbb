import Language

/// Goes through documents from their first block to their last, as a learner would.
struct CheckRun {
  private(set) var findings: [NotebookCheck.Finding] = []
  private(set) var notes: [NotebookProblem] = []
  /// The outputs that came.
  private(set) var edits: [(cell: NotebookCell, text: String)] = []
  private let host: Host
  private let surroundings: NotebookCheck.Surroundings

  init(host: Host, surroundings: NotebookCheck.Surroundings) {
    (self.host, self.surroundings) = (host, surroundings)
  }

  mutating func check(_ document: NotebookDocument) {
    document.problems.forEach { complain($0.line, $0.message) }
    let session = Session(host: host)
    let prose = ProseCheck(document, session.interpreter, surroundings)
    for block in document.blocks {
      switch block {
      case .prose(let node): add(prose.problems(node, line: document.offset))
      case .cell(let cell): run(cell, in: session, ofLesson: document.isLesson)
      case .question(let question):
        add(QuestionCheck(question, session.interpreter).problems())
        add(prose.problems(question))
      case .pageBreak: break
      }
    }
    if document.isLesson, document.cells.isEmpty, document.questions.isEmpty {
      complain(document.offset + 1, "the lesson has nothing to do: no cell and no question")
    }
  }

  private mutating func add(_ problems: [NotebookProblem]) {
    problems.forEach { complain($0.line, $0.message) }
  }

  private mutating func complain(_ line: Int, _ message: String) {
    findings.append(
      NotebookCheck.Finding(line: line, message: message, difference: [], isMendedByUpdate: false))
  }

  private mutating func run(_ cell: NotebookCell, in session: Session, ofLesson: Bool) {
    if let text = cell.toleranceText, cell.tolerance == nil {
      complain(cell.firstLine, "`\(text)` is no tolerance; write # ≈ 0.01 or # ≈ 5%")
    }
    var pieces: [Piece] = []
    var error: Diagnostic?
    session.run(SourceText(cell.code, firstLine: cell.firstLine, cellNumber: cell.number)) { result in
      pieces += result.pieces(width: NotebookCheck.layout.width)
      error = result.outcome.error
      return error == nil
    }
    let text = pieces.plainText(NotebookCheck.layout)
    let finding = compare(cell, text, error)
    if let finding { findings.append(finding) }
    if ofLesson, cell.output == nil, error == nil, !text.isBlank {
      notes.append(
        NotebookProblem(
          line: cell.firstLine,
          message:
            "what this cell shows is not recorded; an empty output block behind it and --update do that"))
    }
    if cell.output != nil, finding?.isMendedByUpdate ?? true { edits.append((cell, text)) }
  }

  private func compare(_ cell: NotebookCell, _ came: String, _ error: Diagnostic?) -> NotebookCheck.Finding? {
    guard let output = cell.output else {
      guard let error else { return nil }
      return NotebookCheck.Finding(
        line: cell.firstLine, message: "the cell fails: \(error.message)",
        difference: came.lines.map { "+ " + $0 }, isMendedByUpdate: false)
    }
    guard !OutputComparison.agree(expected: output.text, actual: came, cell.tolerance) else { return nil }
    let difference = OutputComparison.difference(expected: output.text, actual: came, cell.tolerance)
    // An error is never recorded by accident: the author writes `error:` into the file first.
    if let error, !output.recordsError {
      return NotebookCheck.Finding(
        line: cell.firstLine, message: "the cell newly fails: \(error.message)", difference: difference,
        isMendedByUpdate: false)
    }
    return NotebookCheck.Finding(
      line: output.firstLine, message: "the output differs", difference: difference, isMendedByUpdate: true)
  }
}
