import Language

/// A notebook that is being worked in: the language with its cells numbered, and the course.
public final class Session {
  public let interpreter: Interpreter
  /// The number of the last cell that ran. Whoever numbers cells otherwise sets it before each.
  public var cellCount = 0
  public let course: CoursePlayer
  /// The cells that are kept; nothing where the session only runs what it is given.
  public let book: CellBook?
  /// The columns of the window.
  public var width = 80
  /// Keeps the cells on disk while they come; nothing where they are not kept.
  public var keeper: SessionKeeper?
  /// The cell whose place the next one takes, where there is no line to put it on.
  public var edited: Int?
  /// Whether the file of the notebook is written after each line.
  var savesByItself = false
  private let files = FileRunner()
  private let commands = NotebookCommands()

  /// - Parameters:
  ///   - course: Finds the course when it is first asked for.
  ///   - keepsCells: Whether what is run becomes a notebook, to be listed, edited and saved.
  public init(
    host: Host, course courseFiles: CourseFiles = CourseFiles(), settings: Settings = Settings(),
    keepsCells: Bool = false
  ) {
    let course = CoursePlayer(courseFiles)
    self.course = course
    interpreter = Interpreter(
      host: host, extraCommands: course.commands + commands.commands + [files.command])
    interpreter.settings = settings
    book = keepsCells ? CellBook(interpreter) : nil
    commands.session = self
    course.interpreter = interpreter
    course.run = { [unowned self] text in self.collect(SourceText(text)) }
    course.width = { [unowned self] in self.width }
  }

  /// A number that no cell has.
  func takeNumber() -> Int {
    cellCount += 1
    return cellCount
  }

  /// Gives the next cell a number, and those behind it the numbers that follow.
  public func continueNumbers(from number: Int) { cellCount = number - 1 }

  /// The number that the next cell will have.
  public var nextNumber: Int { cellCount + 1 }

  /// The cells that are kept, in their order.
  public var cells: [KeptCell] { book?.cells ?? [] }

  /// The cells that are kept with the prose between them, in their order.
  public var items: [NotebookItem] { book?.items ?? [] }

  /// Runs the cells of a text one after the other.
  /// - Parameter receive: gets each result as it comes, and says whether to go on.
  public func run(_ source: SourceText, _ receive: (CellResult) -> Bool) {
    if !course.isShowing { book?.changes.beginStep() }
    if let number = source.cellNumber { continueNumbers(from: number) }
    var parser = Parser(source, verbs: interpreter.verbs)
    while true {
      let start = parser.position
      var result: CellResult
      do throws(Diagnostic) {
        guard let cell = try parser.nextCell() else {
          return keepProse(source, Span(start, parser.position))
        }
        keepProse(source, Span(start, cell.span.start))
        result = run(cell, whole: Span(cell.span.start, parser.position))
      } catch {
        result = mistake(error, source, Span(start, parser.position))
      }
      if let note = autosave() { result.outcome.notes.append(note) }
      guard receive(result) else { return }
    }
  }

  /// - Parameter whole: where the cell stands with the comment behind it.
  private func run(_ cell: Cell, whole: Span) -> CellResult {
    if let edited = takeEdited(cell.source.text(whole).trimmed) { return edited }
    let number = takeNumber()
    let text = cell.text
    commands.standsAlone = cell.isOneStatement && !course.isShowing
    let wasReactive = interpreter.settings.reactive
    var outcome = course.answer(text) ?? judged(cell, whole, number)
    if interpreter.settings.reactive, !wasReactive { outcome.pieces += catchUp() }
    return CellResult(number: number, input: text, source: cell.source, outcome: outcome)
  }

  /// Runs a cell, judges it where a question is open, and keeps it where it is there to stay.
  private func judged(_ cell: Cell, _ whole: Span, _ number: Int) -> Outcome {
    let before = course.isAsking ? interpreter.memory : Memory()
    guard let book, !course.isTrying, !interpreter.isAside(cell) else {
      var outcome = interpreter.run(cell, number: number)
      _ = course.take(cell, &outcome, before: before)
      return outcome
    }
    let run = book.perform(.cell(cell), number: number, book.versions)
    var outcome = run.outcome
    let stays = course.take(cell, &outcome, before: before)
    if stays {
      keep(.cell(cell), number, cell.source.text(whole).trimmed, run)
      outcome.notes += book.staleSources(of: run).map {
        Note("`\($0.name)` is from cell \($0.cell), which is stale; `rerun stale` computes it")
      }
    }
    return outcome
  }

  /// What comes of a cell that takes the place of another one; nothing where none does.
  private func takeEdited(_ text: String) -> CellResult? {
    guard let number = edited, !course.isShowing else { return nil }
    edited = nil
    let edit = edit(number, to: text)
    var result =
      edit.results.first
      ?? CellResult(number: number, input: text, source: SourceText(text), outcome: Outcome())
    result.outcome.pieces += edit.pieces
    return result
  }

  /// Computes what is stale.
  private func catchUp() -> [Piece] {
    guard let book, book.cells.contains(where: { !$0.staleNames.isEmpty }) else { return [] }
    return change(told: { RecomputationText($0, width: width).pieces() })
  }

  /// A line that cannot be read is a cell too, with nothing but an error.
  private func mistake(_ error: Diagnostic, _ source: SourceText, _ whole: Span) -> CellResult {
    cellCount += 1
    edited = nil
    let input = source.lineText(at: error.span)
    // Letters with commas or blanks between them are no cell, and may well be an answer.
    if let answer = course.answer(input) {
      return CellResult(number: cellCount, input: input, source: source, outcome: answer)
    }
    if let cell = course.cellMeant(by: input) {
      cellCount -= 1
      return run(cell, whole: cell.span)
    }
    var outcome = Outcome()
    outcome.error = error
    course.askForLetters(&outcome)
    if let book, !course.isTrying {
      let code = CommentProse.withoutLeading(source.text(whole))
      let parsed = KeptCell.Parsed.mistake(error, source)
      keep(parsed, cellCount, code, book.perform(parsed, number: cellCount, book.versions))
    }
    return CellResult(number: cellCount, input: input, source: source, outcome: outcome)
  }

  private func keep(_ parsed: KeptCell.Parsed, _ number: Int, _ code: String, _ run: CellRun) {
    var cell = KeptCell(
      number: number, code: code, parsed: parsed, places: interpreter.host.readingPlaces,
      confinedTo: interpreter.host.confinedTo, run: run)
    cell.staleNames = book?.versions.changed(since: run) ?? []
    book?.append(cell, isLesson: course.isShowing)
    keeper?.append(.cell(cell))
  }

  private func keepProse(_ source: SourceText, _ span: Span) {
    guard let book, !course.isShowing, span.start < span.end else { return }
    for paragraph in CommentProse.paragraphs(source.text(span)) {
      book.append(prose: paragraph, isLesson: false)
      keeper?.append(.prose(paragraph))
    }
  }

  /// Whether the text, as far as it goes, only lacks more lines.
  public func isIncomplete(_ text: String) -> Bool {
    var parser = Parser(SourceText(text), verbs: interpreter.verbs)
    while true {
      do throws(Diagnostic) {
        guard try parser.nextCell() != nil else { return false }
      } catch {
        return error.isIncomplete
      }
    }
  }

  /// Runs the cells of a file, if it is there, before the first cell and without a number.
  /// - Returns: what they show, an error included.
  public func prepare(_ path: String) -> [Piece] {
    let name = SourceText("", name: path)
    var outcome = Outcome()
    do throws(FileProblem) {
      let result = try files.run(FileBytes.read(path), path, at: Span(0, 0), interpreter)
      (outcome.pieces, outcome.error) = (result.pieces, result.error)
    } catch {
      guard !error.isMissing else { return [] }
      outcome.error = Diagnostic(.missingFile, "this file cannot be read: \(error.reason)", at: Span(0, 0))
    }
    return CellResult(number: 0, input: "", source: name, outcome: outcome).pieces(width: width)
  }

  private func collect(_ source: SourceText) -> [CellResult] {
    var results: [CellResult] = []
    run(source) {
      results.append($0)
      return $0.outcome.error == nil
    }
    return results
  }
}

/// What became of one cell.
public struct CellResult {
  public let number: Int
  public let input: String
  public let source: SourceText
  public internal(set) var outcome: Outcome

  /// The cell as it would have been typed.
  public var typed: Piece { CellPrompt.typed(input, number: number) }

  /// The same where somebody reads it: a line that is too long goes on below its code.
  var written: [Piece] {
    input.lines.enumerated().map { index, line in
      let prompt = CellPrompt.text(number, continues: index > 0)
      let code = Sanitising.visible(line)
      let margin = code.prefix { $0 == " " }.count
      return .paragraph(
        [StyledRun(prompt, .muted), StyledRun(code.keepingGaps, .code)], first: 0,
        indent: prompt.count + margin + 2)
    }
  }

  /// Everything the cell shows, its error included, as pieces.
  /// - Parameter named: Whether an error says in which file and line it is.
  public func pieces(width: Int, named: Bool = true) -> [Piece] {
    var pieces = outcome.pieces
    pieces += outcome.notes.map {
      .paragraph([StyledRun("note: ", .emphasis), StyledRun($0.text)], first: 0, indent: 6)
    }
    if let error = outcome.error {
      pieces += DiagnosticText.pieces(error, in: source, width: width, named: named)
    }
    return pieces
  }
}
