import Language

extension NotebookCommands {
  var saveCommand: Command {
    Command(
      name: "save", topic: .notebook, syntax: "save \"notes.md\"",
      summary:
        "writes the notebook as Markdown, with its prose and outputs; alone, to the file it was saved to last",
      details: [
        "lossbook check notes.md runs the file from its top and compares the outputs; open \"notes.md\" brings it back.",
        "A file that something else stands in, or that has changed since it was opened, is left alone.",
        "Cells that are stale or were stopped are written without an output.",
      ],
      options: [
        ("overwrite", "on: replaces whatever the file holds"),
        ("auto", "on: writes it again after each line from then on; off ends that"),
      ]
    ) { [unowned self] (call, interpreter) throws(Diagnostic) in
      let (book, session) = try self.changing(call)
      let argument = try FileArgument(call, interpreter, example: "save \"notes.md\"")
      guard let path = argument.path.map(Self.withEnding) ?? book.file?.path else {
        throw Diagnostic(
          .badCommand, "`save` wants the name of a file the first time", at: call.verbSpan,
          hint: "such as save \"notes.md\"")
      }
      do throws(NotebookFile.Refusal) {
        try session.write(book, to: path, overwrites: argument.overwrites)
      } catch {
        throw Self.refusal(error, path, argument.span)
      }
      session.savesByItself = argument.repeats ?? session.savesByItself
      return CommandResult(
        pieces: Self.report(book, Files.shown(path), savesByItself: argument.repeats == true))
    }
  }

  private static func withEnding(_ path: String) -> String {
    Files.name(of: path).contains(".") ? path : path + ".md"
  }

  static func refusal(_ refusal: NotebookFile.Refusal, _ path: String, _ span: Span) -> Diagnostic {
    let shown = "\"\(Sanitising.visible(path))\""
    switch refusal {
    case .changed:
      return Diagnostic(
        .fileExists,
        "\(shown) has changed since this notebook was opened or saved: somebody else has written it",
        at: span,
        hint: "save yours under another name, open \(shown) to read theirs, or add overwrite=on to replace it"
      )
    case .exists:
      return Diagnostic(
        .fileExists, "\(shown) is there already", at: span,
        hint: "take another name, or add overwrite=on to replace it")
    case .problem(let problem):
      return Diagnostic(
        .unwritableFile, "\(shown) cannot be written: \(problem.reason)", at: span,
        hint: "what stood there is still there; save the notebook somewhere else")
    }
  }

  private static func report(_ book: CellBook, _ path: String, savesByItself: Bool) -> [Piece] {
    let cells = book.cells
    var text = "Saved \(Sanitising.visible(path)): \(counted(cells.count, "cell"))."
    let failed = cells.filter { $0.state == .failed }.map(\.number)
    if !failed.isEmpty {
      text +=
        " \(CellNumbers.text(failed, capital: true)) \(failed.count == 1 ? "ends" : "end") in an error; "
        + "`delete failed` takes such cells out."
    }
    let untrue = cells.filter { !$0.isTrue }.map(\.number)
    if !untrue.isEmpty {
      text +=
        " \(CellNumbers.text(untrue, capital: true)) \(untrue.count == 1 ? "has" : "have") no output there; "
        + "`rerun stale` computes what is stale."
    }
    if savesByItself { text += " It is written after each line from now on; `save auto=off` ends that." }
    return [MarkdownPieces.sentence(text)]
  }

  var openCommand: Command {
    Command(
      name: "open", topic: .notebook, syntax: "open \"notes.md\"",
      summary: "opens a notebook in the place of this one and runs it from its top",
      details: [
        "`undo` brings the notebook back that was there before.",
        "A notebook of Jupyter, whose name ends in .ipynb, is opened as well, and saved as Markdown.",
      ]
    ) { [unowned self] (call, interpreter) throws(Diagnostic) in
      let (_, session) = try self.changing(call)
      let argument = try FileArgument(call, interpreter, example: "open \"notes.md\"")
      guard let path = argument.path else {
        throw Diagnostic(
          .badCommand, "`open` wants the name of a file", at: call.verbSpan, hint: "such as open \"notes.md\""
        )
      }
      do throws(FileProblem) { return CommandResult(pieces: try session.open(path)) } catch {
        throw Diagnostic(
          .missingFile, "\"\(Sanitising.visible(path))\" cannot be opened: \(error.reason)", at: argument.span
        )
      }
    }
  }
}

extension Session {
  func write(_ book: CellBook, to path: String, overwrites: Bool = false) throws(NotebookFile.Refusal) {
    book.file = try NotebookFile.save(
      NotebookText(book.items).text, to: path, known: book.file, overwrites: overwrites)
    book.isSaved = true
    keeper?.belongs(to: book.file)
    keeper?.saved()
  }

  /// Writes the file of the notebook where that is wanted after each line.
  /// - Returns: why it could not be written.
  func autosave() -> Note? {
    guard savesByItself, !course.isShowing, let book, let path = book.file?.path, !book.isSaved else {
      return nil
    }
    do throws(NotebookFile.Refusal) { try write(book, to: path) } catch {
      let problem = NotebookCommands.refusal(error, path, Span(0, 0))
      return Note("not saved: \(problem.message)\(problem.hint.map { "; " + $0 } ?? "")")
    }
    return nil
  }

  /// Opens a notebook in the place of the present one and runs it.
  /// - Returns: what is to be told.
  public func open(_ path: String) throws(FileProblem) -> [Piece] {
    guard let book else { return [] }
    guard ScriptText.isNotebook(path) else {
      throw FileProblem(reason: "the name of a notebook ends in .md or .ipynb; `lossbook run` runs scripts")
    }
    let document = try NotebookDocument(anyReading: path)
    let file = NotebookDocument.isJupyter(path) ? nil : NotebookFile(path: path, text: document.text)
    let losesSomething = !book.items.isEmpty && !book.isSaved
    let reading = take(document, file, in: book)
    var sentences = [MarkdownPieces.sentence(opened(path, book, reading))]
    if let file {
      if keeper?.isElsewhere(file) == true { sentences.append(Self.isElsewhere) }
      keeper?.belongs(to: file)
      keeper?.saved()
    } else {
      sentences.append(Self.isJupyters)
      keeper?.belongs(to: nil)
    }
    if losesSomething { sentences.append(Self.isPutAside) }
    return sentences
  }

  /// Puts a document in the place of the notebook and runs it.
  /// - Parameter file: where it is saved; nothing where it cannot be saved as it is.
  private func take(_ document: NotebookDocument, _ file: NotebookFile?, in book: CellBook) -> NotebookReading
  {
    let directory = Files.directory(of: document.name)
    let places = directory == "." ? [""] : [directory, ""]
    let reading = NotebookReading(document, verbs: interpreter.verbs, places: places)
    _ = change("the opening of \(Sanitising.visible(document.name))", file: book.file) { book in
      book.items = reading.items
    } told: { _ in
      []
    }
    course.ownPlaces = places
    continueNumbers(from: reading.lastNumber + 1)
    (book.file, book.isSaved, savesByItself) = (file, file != nil, false)
    return reading
  }

  private static let isElsewhere = MarkdownPieces.sentence(
    "Another session has it open too. Whoever saves last is told, and nothing is overwritten in silence.")
  private static let isJupyters = MarkdownPieces.sentence(
    "It is Jupyter's; `save \"notes.md\"` makes a notebook of Lossbook of it.")
  private static let isPutAside = MarkdownPieces.sentence(
    "What you had before is put aside; `undo` brings it back.", .muted)

  private func opened(_ path: String, _ book: CellBook, _ reading: NotebookReading) -> String {
    let cells = book.cells
    let shown = Sanitising.visible(path)
    var text = "Opened \(shown): \(counted(cells.count, "cell"))."
    let failed = cells.filter { $0.state == .failed }.map(\.number)
    if !failed.isEmpty {
      text += " \(CellNumbers.text(failed, capital: true)) \(failed.count == 1 ? "ends" : "end") in an error."
    }
    let waiting = cells.filter { $0.state == .waiting || $0.state == .stopped }.map(\.number)
    if !waiting.isEmpty {
      text += " \(CellNumbers.text(waiting, capital: true)) \(waiting.count == 1 ? "has" : "have") not run."
    }
    let differing = reading.outputs.filter { differs($0, book) }.compactMap(\.numbers.first)
    if !differing.isEmpty {
      text +=
        " \(CellNumbers.text(differing, capital: true)) \(differing.count == 1 ? "shows" : "show") something "
        + "else than the file says; `lossbook check \(shown)` shows the difference."
    }
    return text
  }

  private func differs(
    _ output: (numbers: [Int], text: String, tolerance: Tolerance?), _ book: CellBook
  ) -> Bool {
    let cells = output.numbers.compactMap { book.cell($0) }
    let ran = cells.prefix { $0.run != nil }
    guard ran.allSatisfy(\.isTrue) else { return false }
    let text = ran.flatMap { $0.output(width: NotebookCheck.layout.width) }.plainText(NotebookCheck.layout)
    return !OutputComparison.agree(expected: output.text, actual: text, output.tolerance)
  }
}
