import Language

/// What a notebook file becomes when it is opened: the prose as it stands there, and the cells with what the file says
/// that they show.
struct NotebookReading {
  private(set) var items: [NotebookItem] = []
  /// What the file says that the cells of a block show, by the numbers of the cells.
  private(set) var outputs: [(numbers: [Int], text: String, tolerance: Tolerance?)] = []
  private(set) var lastNumber = 0
  private let verbs: [String: CommandForm]
  private let places: [String]
  private let directory: String

  /// - Parameter places: where the cells look for files.
  init(_ document: NotebookDocument, verbs: [String: CommandForm], places: [String]) {
    (self.verbs, self.places) = (verbs, places)
    directory = FileBytes.absolute(Files.directory(of: document.name))
    let lines = document.text.lines
    // Counted from 1, as the lines of nodes are.
    var next = 1
    for cell in document.cells {
      addProse(lines, next..<cell.startLine)
      next = (cell.output?.lastLine ?? cell.lastLine) + 1
      if !add(cell) { addProse(lines, cell.startLine..<next) }
    }
    addProse(lines, next..<(lines.count + 1))
  }

  private mutating func addProse(_ lines: [String], _ range: Range<Int>) {
    var prose = lines[max(range.lowerBound - 1, 0)..<min(max(range.upperBound - 1, 0), lines.count)]
      .filter { NotebookFormat.version(line: $0) == nil }[...]
    while prose.first?.isBlank == true { prose.removeFirst() }
    while prose.last?.isBlank == true { prose.removeLast() }
    if !prose.isEmpty { items.append(.prose(prose.joined(separator: "\n"))) }
  }

  /// - Returns: whether there is anything to run in it.
  private mutating func add(_ block: NotebookCell) -> Bool {
    if let number = block.number, number > lastNumber { lastNumber = number - 1 }
    let cells = cells(of: block.code.lines.joined(separator: "\n"))
    items += cells.map { .cell($0) }
    if let output = block.output {
      outputs.append((cells.map(\.number), output.text, block.tolerance))
    }
    return !cells.isEmpty
  }

  /// Each line of a block is a cell, with the comments before it.
  private mutating func cells(of code: String) -> [KeptCell] {
    let source = SourceText(code)
    var parser = Parser(source, verbs: verbs)
    var cells: [KeptCell] = []
    while true {
      let start = parser.position
      let parsed: KeptCell.Parsed
      do throws(Diagnostic) {
        guard let cell = try parser.nextCell() else { break }
        parsed = .cell(cell)
      } catch {
        parsed = .mistake(error, source)
      }
      lastNumber += 1
      let text = source.text(Span(start, parser.position)).withoutLineEnd
      var cell = KeptCell(
        number: lastNumber, code: text, parsed: parsed, places: places, confinedTo: [directory])
      cell.joinsPrevious = !cells.isEmpty
      cells.append(cell)
    }
    return cells
  }
}
