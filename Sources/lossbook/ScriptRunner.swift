import ArgumentParser
import Language
import Notebook
import Terminal

/// Runs code that comes from files, arguments or a pipe.
struct ScriptRunner {
  enum Input {
    case file(String)
    case standardInput
    case code(String, number: Int, of: Int)
  }

  private let options: RunOptions
  private let output = Output()
  private let painter: Painter
  private let errorPainter: Painter

  init(_ options: RunOptions) {
    self.options = options
    painter = Painter(descriptor: 1, options: options)
    errorPainter = Painter(descriptor: 2, options: options)
    Interrupt.install()
  }

  /// Pieces of code given as arguments share a session; each file has its own.
  func run(_ inputs: [Input]) throws {
    var failed = false
    var shared: Session?
    for input in inputs {
      let session: Session
      if case .code = input, let shared { session = shared } else { session = makeSession(input) }
      shared = session
      let sources = try sources(input)
      if try !run(sources, in: session) { failed = true }
      if failed && !options.keepGoing { break }
    }
    try output.finish()
    if Interrupt.isRequested { throw ExitCode(130) }
    if failed { throw ExitCode(1) }
  }

  private func makeSession(_ input: Input) -> Session {
    var host = Host.standard()
    if case .file(let path) = input, path.hasSuffix(".md") {
      host = .standard(directory: Files.directory(of: path))
    }
    if Screen.isTerminal(2) && !options.json && !options.plain {
      host.progress = ProgressLine(descriptor: 2).show
    }
    return Session(host: host, lessons: Files.lessons)
  }

  private func sources(_ input: Input) throws -> [SourceText] {
    switch input {
    case .code(let code, let number, let count):
      return [SourceText(code, name: count == 1 ? "-e" : "-e[\(number)]")]
    case .standardInput:
      return [
        SourceText(
          try text("<stdin>") { () throws(FileProblem) in try FileBytes.readAll(0) }, name: "<stdin>")
      ]
    case .file(let path):
      let text = try text(path) { () throws(FileProblem) in try FileBytes.read(path) }
      guard path.hasSuffix(".md") else { return [SourceText(text, name: path)] }
      return NotebookDocument(text, name: path).cells.map {
        SourceText($0.code, name: path, firstLine: $0.firstLine)
      }
    }
  }

  private func text(_ name: String, _ bytes: () throws(FileProblem) -> [UInt8]) throws -> String {
    do throws(FileProblem) { return try FileBytes.text(try bytes()) } catch {
      output.flush()
      Output.error("\(sanitised(name)): \(error.reason)")
      throw ExitCode(1)
    }
  }

  /// - Returns: whether all cells went well.
  private func run(_ sources: [SourceText], in session: Session) throws -> Bool {
    var isGood = true
    var goesOn = true
    for source in sources where goesOn {
      session.run(source) { result in
        show(result)
        if result.outcome.error != nil { isGood = false }
        goesOn =
          (result.outcome.error == nil || options.keepGoing) && result.outcome.request != .quit
          && !Interrupt.isRequested
        return goesOn
      }
    }
    return isGood
  }

  private func show(_ result: CellResult) {
    if options.json {
      output.write(CellJSON(result, layout: painter.layout).line + "\n")
      return
    }
    output.write(painter.text(result.outcome.pieces))
    let notes = result.outcome.notes.map { [StyledRun("note: ", .emphasis), StyledRun($0.text)] }
    guard !notes.isEmpty || result.outcome.error != nil else { return }
    output.flush()
    var text = notes.map { errorPainter.text([.paragraph($0, first: 0, indent: 6)]) }.joined()
    if let error = result.outcome.error {
      text += errorPainter.text(
        DiagnosticText.lines(error, in: result.source, width: errorPainter.layout.width))
    }
    try? FileBytes.writeAll(2, Array(text.utf8))
  }
}
