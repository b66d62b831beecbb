import ArgumentParser
import Language
import Notebook
import Terminal

/// The notebook at the terminal: reads a cell, runs it, shows what it gives, until the reader leaves.
@MainActor
final class Repl {
  private let options: RunOptions
  /// Whether the reader's own beginning comes first.
  private let runsInit: Bool
  private let session: Session
  private let output = Output()
  private let progress: LiveTraining
  private let history: HistoryStore?
  private static let historyLimit = 5_000

  init(_ options: RunOptions, runsInit: Bool) {
    (self.options, self.runsInit) = (options, runsInit)
    let progress = LiveTraining(descriptor: 1, options: options)
    var host = Host.standard(input: StandardInput(refusal: "it is the keyboard; name a file"))
    if !options.plain && !options.quiet && !Screen.isDumb { host.progress = progress.show }
    self.progress = progress
    session = Session(
      host: host, course: Files.course(options.course), settings: options.settings, keepsCells: true)
    history = Files.stateDirectory.map { HistoryStore(path: $0 + "/history") }
  }

  func run() throws {
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
    while let text = readCell(editor) {
      keep(text, editor)
      guard run(text) else { break }
    }
    try output.finish()
  }

  private var painter: Painter { Painter(descriptor: 1, options: options) }

  private func greet() {
    var runs = [StyledRun("Lossbook", .heading), StyledRun(": a notebook about loss functions. ")]
    if let left = session.course.leftAt {
      runs += [
        StyledRun("next", .code),
        StyledRun(" goes on at step \(left.step) of lesson \(left.lesson), \(sanitised(left.title)); "),
      ]
    } else {
      runs += [StyledRun("lesson 1", .code), StyledRun(" opens the course, ")]
    }
    runs += [
      StyledRun("help", .code), StyledRun(" lists what there is, "), StyledRun("quit", .code),
      StyledRun(" leaves."),
    ]
    show([.paragraph(runs)])
  }

  /// Runs the reader's own beginning. What the command line sets stays.
  private func prepare() {
    guard runsInit, let file = Files.initFile else { return }
    session.width = painter.layout.width
    show(session.prepare(file))
    options.apply(to: &session.interpreter.settings)
  }

  private func show(_ pieces: [Piece]) {
    output.write(painter.text(pieces))
    output.flush()
  }

  /// One cell, which may take several lines; nothing when the reader leaves.
  private func readCell(_ editor: LineEditor) -> String? {
    var lines = ""
    while true {
      Interrupt.clear()
      switch editor.read(prompt: prompt(continues: !lines.isEmpty)) {
      case .endOfInput:
        output.write("\n")
        return nil
      case .interrupted: lines = ""
      case .line(let line):
        lines += lines.isEmpty ? line : "\n" + line
        if isBlank(lines) { lines = "" } else if !session.isIncomplete(lines) { return lines }
      }
    }
  }

  private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  private func prompt(continues: Bool) -> String {
    let text = CellPrompt.text(
      session.nextNumber, continues: continues, isAsking: session.course.isAsking)
    return painter.colour ? "\u{1B}[32m\(text.dropLast())\u{1B}[0m " : text
  }

  /// - Returns: whether the reader stays.
  private func run(_ text: String) -> Bool {
    var stays = true
    session.width = painter.layout.width
    session.run(SourceText(text)) { result in
      progress.clear()
      show(result.pieces(width: painter.layout.width))
      if result.outcome.request == .quit { stays = false }
      return stays && result.outcome.error == nil
    }
    return stays
  }

  private func recall(_ editor: LineEditor) {
    guard let history else { return }
    do throws(HistoryError) {
      for entry in try history.load(limit: Self.historyLimit) { editor.remember(entry) }
    } catch {
      show([.paragraph([StyledRun("The history is not read: \(error.description)", .muted)])])
    }
  }

  private func keep(_ text: String, _ editor: LineEditor) {
    editor.remember(text)
    guard let history else { return }
    do throws(HistoryError) { try history.append(text) } catch {
      show([.paragraph([StyledRun("The history is not kept: \(error.description)", .muted)])])
    }
  }
}
