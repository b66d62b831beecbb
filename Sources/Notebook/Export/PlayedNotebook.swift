import Language

/// A notebook that has been run from clean, as every format of an export takes it.
public struct PlayedNotebook {
  public enum Block {
    case prose(Prose)
    case cell(PlayedCell)
    case question(PlayedQuestion)
    case pageBreak
  }

  public let document: NotebookDocument
  public let blocks: [Block]
  /// The cells that failed though the file has no error for them, in order.
  public private(set) var failures: [PlayedCell]
  private let host: Host
  /// Where a link of the document leads to in what is made of it; nothing where it stays.
  public var follow: (String) -> String? = { _ in nil }

  /// Runs the cells, and where a question asks for a definition that later cells may use, its solution.
  /// - Parameter keepsGoing: whether cells behind one that fails unexpectedly are run.
  public init(
    _ document: NotebookDocument, host: Host, settings: Settings = Settings(), keepsGoing: Bool
  ) {
    var run = NotebookRun(host: host, settings: settings, keepsGoing: keepsGoing)
    self.init(document, host: host) {
      run.play($0)
    } solution: {
      run.solution(of: $0)
    }
    failures = run.failures
  }

  /// - Parameters:
  ///   - play: What has become of a cell.
  ///   - solution: What becomes of the solution of a question.
  init(
    _ document: NotebookDocument, host: Host, play: (NotebookCell) -> PlayedCell,
    solution: (Question) -> PlayedCell? = { $0.written }
  ) {
    self.document = document
    self.host = host
    failures = []
    let lines = document.text.lines
    var (blocks, prose): ([Block], [MarkdownNode]) = ([], [])
    func closeProse() {
      if !prose.isEmpty { blocks.append(.prose(Prose(prose, in: lines))) }
      prose = []
    }
    func add(_ block: Block) {
      closeProse()
      blocks.append(block)
    }
    for block in document.blocks {
      switch block {
      case .prose(let node): prose.append(node)
      case .cell(let cell): add(.cell(play(cell)))
      case .question(let question):
        add(.question(PlayedQuestion(question: question, solution: solution(question))))
      case .pageBreak: add(.pageBreak)
      }
    }
    closeProse()
    self.blocks = blocks
  }

  public var title: String { document.title }

  /// The largest picture that becomes a part of a page, in bytes.
  private static let pictureLimit = 8 << 20

  /// The bytes of a picture beside the document.
  func picture(_ path: String) -> [UInt8]? {
    guard let bytes = try? host.readFile(path), bytes.count <= Self.pictureLimit else { return nil }
    return bytes
  }
}

/// A cell with what its lines gave.
public struct PlayedCell {
  public let cell: NotebookCell
  public let results: [CellResult]

  public var code: String { cell.code }
  public var error: Diagnostic? { results.last?.outcome.error }

  /// What the cell showed, as a file records it.
  var text: String {
    results.flatMap { $0.pieces(width: NotebookCheck.layout.width) }.plainText(NotebookCheck.layout)
  }

  /// The numbers of the first and the last of its lines; nothing where it stands beside the numbered cells.
  var numbers: ClosedRange<Int>? {
    guard let first = results.first?.number, let last = results.last?.number, 0 < first, first <= last else {
      return nil
    }
    return first...last
  }
}

/// A question with its solution run where the question stands.
public struct PlayedQuestion {
  public let question: Question
  /// The code of the solution and what it gives; nothing where the answer is letters.
  public let solution: PlayedCell?

  /// Whether later cells may use what the solution defines.
  var isKept: Bool { question.kind.definesNames }
}

extension Question {
  /// The code of the solution, not run; nothing where the answer is letters.
  fileprivate var written: PlayedCell? {
    guard let solution, kind.isCode else { return nil }
    let cell = NotebookCell(code: solution.code, firstLine: solution.line, lastLine: solution.line)
    return PlayedCell(cell: cell, results: [])
  }
}

extension Prose {
  /// Nodes that stand together, as they are written.
  /// - Parameter lines: of the whole document.
  fileprivate init(_ nodes: [MarkdownNode], in lines: [String]) {
    let sources = nodes.map { node in
      let first = min(max(node.startLine - 1, 0), lines.count)
      let end = min(max(node.endLine, first), lines.count)
      return lines[first..<end].joined(separator: "\n").trimmedLines
    }
    self.init(sources.joined(separator: "\n\n"), nodes: nodes)
  }
}

/// Runs the cells of a document from clean.
private struct NotebookRun {
  private(set) var failures: [PlayedCell] = []
  private let session: Session
  private let keepsGoing: Bool
  private var goesOn: Bool { failures.isEmpty || keepsGoing }

  init(host: Host, settings: Settings, keepsGoing: Bool) {
    session = Session(host: host, settings: settings)
    self.keepsGoing = keepsGoing
  }

  mutating func play(_ cell: NotebookCell) -> PlayedCell {
    var results: [CellResult] = []
    if goesOn {
      session.run(SourceText(cell.code, firstLine: cell.firstLine, cellNumber: cell.number)) { result in
        results.append(result)
        return result.outcome.error == nil
      }
    }
    let played = PlayedCell(cell: cell, results: results)
    if played.error != nil, !(cell.output?.recordsError ?? false) { failures.append(played) }
    return played
  }

  /// Runs the solution beside the numbered cells, as a check does.
  func solution(of question: Question) -> PlayedCell? {
    guard let written = question.written, goesOn else { return question.written }
    let interpreter = session.interpreter
    let before = interpreter.memory
    defer { if !question.kind.definesNames { interpreter.memory = before } }
    let source = SourceText(written.code, firstLine: written.cell.firstLine)
    var results: [CellResult] = []
    var parser = Parser(source, verbs: interpreter.verbs)
    do throws(Diagnostic) {
      while let next = try parser.nextCell() {
        let outcome = interpreter.run(next, number: 0)
        results.append(CellResult(number: 0, input: next.text, source: source, outcome: outcome))
        if outcome.error != nil { break }
      }
    } catch {
      var outcome = Outcome()
      outcome.error = error
      results.append(CellResult(number: 0, input: written.code, source: source, outcome: outcome))
    }
    return PlayedCell(cell: written.cell, results: results)
  }
}
