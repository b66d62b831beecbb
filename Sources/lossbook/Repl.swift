import ArgumentParser
import Language
import Notebook
import Terminal

/// The notebook at the terminal: reads a cell, runs it, shows what it gives, until the reader leaves.
@MainActor
final class Repl {
  let options: RunOptions
  private let runsInit: Bool
  let session: Session
  private let output = Output()
  let progress: LiveTraining
  private let history: HistoryStore?
  private static let historyLimit = 5_000

  /// - Parameters:
  ///   - runsInit: Whether the reader's own beginning comes first.
  ///   - keepsHistory: Whether what is typed is recalled, and kept for later sessions.
  init(_ options: RunOptions, runsInit: Bool, keepsHistory: Bool = true) {
    (self.options, self.runsInit) = (options, runsInit)
    let progress = LiveTraining(descriptor: 1, options: options.shared)
    var host = Host.standard(input: StandardInput(refusal: "it is the keyboard; name a file"))
    host.allowsWriting = options.allowWrite
    if !options.plain && !options.quiet && !Screen.isDumb { host.progress = progress.show }
    self.progress = progress
    session = Session(
      host: host, course: Files.course(options.course), settings: options.settings, keepsCells: true)
    let state = keepsHistory ? Files.stateDirectory : nil
    history = state.map { HistoryStore(path: $0 + "/history") }
    session.keeper = state.map { SessionKeeper(directory: $0 + "/sessions") }
  }

  /// - Parameters:
  ///   - notebook: the file to begin with.
  ///   - resumes: Whether the last session that was not saved is brought back.
  func run(opening notebook: String? = nil, resuming resumes: Bool = false) throws {
    let session = session
    guard
      let editor = LineEditor(
        programName: "lossbook",
        completer: { text in
          let (start, found) = session.completions(for: text, files: Files.beginning)
          return Completion(
            start: start, candidates: found.map { Candidate(text: $0.text, note: $0.note, suffix: $0.suffix) }
          )
        })
    else { return try ScriptRunner(options).run([.standardInput]) }
    Interrupt.install()
    if !options.quiet { greet() }
    prepare()
    recall(editor)
    if resumes { resume() }
    if let notebook { try open(notebook) }
    while let text = readCell(editor) {
      keep(text, editor)
      let stays = run(text, editor)
      session.keeper?.sync()
      show(session.keeper?.takeNote() ?? [])
      guard stays else { break }
    }
    sayHowToComeBack()
    try output.finish()
  }

  var painter: Painter { Painter(descriptor: 1, options: options.shared) }

  private func greet() {
    var runs = [StyledRun("Lossbook", .heading), StyledRun(": a notebook about loss functions. ")]
    runs += ahead
    runs += [
      StyledRun("help", .code), StyledRun(" lists what there is, "), StyledRun("quit", .code),
      StyledRun(" leaves."),
    ]
    show([.paragraph(runs)])
  }

  /// What to type for the course.
  private var ahead: [StyledRun] {
    switch session.course.ahead {
    case .step(let step, let lesson, let title):
      [
        StyledRun("next", .code),
        StyledRun(" goes on at step \(step) of lesson \(lesson), \(sanitised(title)); "),
      ]
    case .lesson(let number, let last):
      (last.map { [StyledRun("You have finished lesson \($0). ")] } ?? [])
        + [StyledRun("next", .code), StyledRun(" opens lesson \(number), ")]
    case .beginning(let number):
      [StyledRun("lesson \(number)", .code), StyledRun(" opens the course, ")]
    case .end:
      [
        StyledRun("You have been through all lessons. "), StyledRun("lessons", .code),
        StyledRun(" lists them, "),
      ]
    case .noLessons: []
    }
  }

  /// Runs the reader's own beginning. What the command line sets stays.
  private func prepare() {
    guard runsInit, let file = Files.initFile else { return }
    session.width = painter.layout.width
    show(session.prepare(file))
    options.apply(to: &session.interpreter.settings)
  }

  func show(_ pieces: [Piece]) {
    progress.clear()
    output.write(painter.text(pieces))
    output.flush()
  }

  /// One cell, which may take several lines; nothing when the reader leaves.
  private func readCell(_ editor: LineEditor) -> String? {
    while true {
      switch readEntry(editor, number: session.nextNumber, isAsking: session.course.isAsking) {
      case .text(let text): return text
      case .interrupted: continue
      case .endOfInput: return nil
      }
    }
  }

  /// What came of asking for a cell.
  enum Entry { case text(String), interrupted, endOfInput }

  /// - Parameter prefill: what stands on the line already.
  func readEntry(
    _ editor: LineEditor, number: Int, isAsking: Bool = false, prefill: String = ""
  ) -> Entry {
    var (lines, prefill, fromBelow) = ([String](), prefill, false)
    Interrupt.clear()
    while true {
      let prompt = prompt(number, continues: !lines.isEmpty, isAsking: isAsking)
      switch editor.read(prompt: prompt, prefill: prefill, continuing: lines, fromBelow: fromBelow) {
      case .endOfInput:
        output.write("\n")
        return .endOfInput
      case .interrupted: return .interrupted
      case .wentUp(let line):
        (prefill, lines, fromBelow) = ((lines + [line]).joined(separator: "\n"), [], true)
      case .line(let line):
        (prefill, fromBelow) = ("", false)
        lines.append(line)
        let text = session.withoutPrompts(lines.joined(separator: "\n"))
        if isBlank(text) { lines = [] } else if !session.isIncomplete(text) { return .text(text) }
      }
    }
  }

  private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  private func prompt(_ number: Int, continues: Bool, isAsking: Bool) -> String {
    let text = CellPrompt.text(number, continues: continues, isAsking: isAsking)
    return painter.colour ? "\u{1B}[32m\(text.dropLast())\u{1B}[0m " : text
  }

  /// - Returns: whether the reader stays.
  private func run(_ text: String, _ editor: LineEditor) -> Bool {
    var stays = true
    session.width = painter.layout.width
    session.run(SourceText(text)) { result in
      // Several cells at once are no reading.
      if result.outcome.isPage, !text.contains("\n") { read(result, editor) } else { show(result) }
      switch result.outcome.request {
      case .quit: stays = false
      case .edit(let cell, let inEditor): edit(cell, inEditor: inEditor, editor)
      case nil: break
      }
      return stays && result.outcome.error == nil
    }
    return stays
  }

  func show(_ result: CellResult) { show(result.pieces(width: painter.layout.width)) }

  private func recall(_ editor: LineEditor) {
    guard let history else { return }
    do throws(HistoryError) {
      for entry in try history.load(limit: Self.historyLimit) { editor.remember(entry) }
    } catch {
      show([.paragraph([StyledRun("The history is not read: \(error.description)", .muted)])])
    }
  }

  func keep(_ text: String, _ editor: LineEditor) {
    editor.remember(text)
    guard let history else { return }
    do throws(HistoryError) { try history.append(text) } catch {
      show([.paragraph([StyledRun("The history is not kept: \(error.description)", .muted)])])
    }
  }
}
