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
  public let failures: [PlayedCell]
  private let host: Host

  /// Runs the cells, and where a question asks for a definition that later cells may use, its solution.
  /// - Parameter keepsGoing: whether cells behind one that fails unexpectedly are run.
  public init(_ document: NotebookDocument, host: Host, keepsGoing: Bool) {
    self.document = document
    self.host = host
    var run = NotebookRun(host: host, keepsGoing: keepsGoing)
    let lines = document.text.lines
    for block in document.blocks { run.play(block, lines: lines) }
    blocks = run.blocks
    failures = run.failures
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

/// Goes through the blocks of a document.
private struct NotebookRun {
  private(set) var blocks: [PlayedNotebook.Block] = []
  private(set) var failures: [PlayedCell] = []
  private let session: Session
  private let keepsGoing: Bool

  init(host: Host, keepsGoing: Bool) {
    session = Session(host: host)
    self.keepsGoing = keepsGoing
  }

  mutating func play(_ block: NotebookDocument.Block, lines: [String]) {
    switch block {
    case .prose(let node): add(node, lines)
    case .cell(let cell): add(cell)
    case .question(let question):
      blocks.append(.question(PlayedQuestion(question: question, solution: solution(of: question))))
    case .pageBreak: blocks.append(.pageBreak)
    }
  }

  /// Prose that stands together stays together, as it is written.
  private mutating func add(_ node: MarkdownNode, _ lines: [String]) {
    let first = min(max(node.startLine - 1, 0), lines.count)
    let own = lines[first..<min(max(node.endLine, first), lines.count)].joined(separator: "\n").trimmedLines
    if case .prose(let before)? = blocks.last {
      blocks[blocks.count - 1] = .prose(Prose(before.source + "\n\n" + own, nodes: before.nodes + [node]))
    } else {
      blocks.append(.prose(Prose(own, nodes: [node])))
    }
  }

  private mutating func add(_ cell: NotebookCell) {
    guard failures.isEmpty || keepsGoing else {
      return blocks.append(.cell(PlayedCell(cell: cell, results: [])))
    }
    var results: [CellResult] = []
    session.run(SourceText(cell.code, firstLine: cell.firstLine)) { result in
      results.append(result)
      return result.outcome.error == nil
    }
    let played = PlayedCell(cell: cell, results: results)
    if played.error != nil, !(cell.output?.recordsError ?? false) { failures.append(played) }
    blocks.append(.cell(played))
  }

  /// Runs the solution beside the numbered cells, as a check does.
  private func solution(of question: Question) -> PlayedCell? {
    guard let answer = question.solution, question.kind.isCode, failures.isEmpty || keepsGoing else {
      return nil
    }
    let interpreter = session.interpreter
    let before = interpreter.memory
    defer { if !question.kind.definesNames { interpreter.memory = before } }
    let cell = NotebookCell(code: answer.code, firstLine: answer.line, lastLine: answer.line)
    let source = SourceText(answer.code, firstLine: answer.line)
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
      results.append(CellResult(number: 0, input: answer.code, source: source, outcome: outcome))
    }
    return PlayedCell(cell: cell, results: results)
  }
}
